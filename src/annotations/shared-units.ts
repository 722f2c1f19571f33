/** UTF-16 units that must follow each other in both texts: fewer are shared by any two texts of a language. */
const RUN = 4;

/**
 * Returns a function that counts the units of a context that are also in a range of a text, in runs of at least `RUN` units,
 * wherever they are there. Words that were inserted or removed between these runs do not matter.
 *
 * @param context  at most 32 UTF-16 units
 */
export function sharedUnits(context: string): (text: string, from: number, to: number) => number {
  // For each run, by its hash, the bits of the units that it covers in the context.
  const covered = new Map<number, number>();
  for (let at = 0; at + RUN <= context.length; at++) {
    const run = hashAt(context, at);
    covered.set(run, (covered.get(run) ?? 0) | (((1 << RUN) - 1) << at));
  }
  return (text, from, to) => {
    const last = Math.min(to, text.length) - RUN;
    let bits = 0;
    for (let at = Math.max(0, from); at <= last; at++) bits |= covered.get(hashAt(text, at)) ?? 0;
    return countBits(bits);
  };
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + RUN; i++) hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(i)) | 0;
  return hash;
}

/** The number of bits that are set in a 32-bit integer. */
function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
