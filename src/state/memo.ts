/** A pure function that remembers its last calls, `count` different ones: selectors ask the same again and again. */
export function memoLast<A extends readonly unknown[], R>(
  compute: (...args: A) => R,
  count = 1,
): (...args: A) => R {
  const last: { args: A; result: R }[] = [];
  return (...args) => {
    const found = last.findIndex((call) => call.args.every((arg, i) => Object.is(arg, args[i])));
    if (found === 0) return last[0]!.result;
    const call = found > 0 ? last.splice(found, 1)[0]! : { args, result: compute(...args) };
    last.unshift(call);
    last.length = Math.min(last.length, count);
    return call.result;
  };
}
