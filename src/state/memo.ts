/** A pure function that remembers its last calls, `count` different ones: selectors ask the same again and again. */
export function memoLast<A extends readonly unknown[], R>(
  compute: (...args: A) => R,
  count = 1,
): (...args: A) => R {
  const last: { args: A; result: R }[] = [];
  return (...args) => {
    if (last[0] && isSame(last[0].args, args)) return last[0].result;
    const found = last.findIndex((call) => isSame(call.args, args));
    const call = found > 0 ? last.splice(found, 1)[0]! : { args, result: compute(...args) };
    last.unshift(call);
    last.length = Math.min(last.length, count);
    return call.result;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let i = 0; i < some.length; i++) if (!Object.is(some[i], others[i])) return false;
  return true;
}
