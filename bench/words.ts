/** How often each word is in a text, in lower case; of scripts without spaces, each character. */
export function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\u2e80-\u9fff]|[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that `a` has more often than `b`, with the differences. */
export function difference(
  a: ReadonlyMap<string, number>,
  b: ReadonlyMap<string, number>,
): Map<string, number> {
  const left = new Map<string, number>();
  for (const [word, count] of a) {
    const more = count - (b.get(word) ?? 0);
    if (more > 0) left.set(word, more);
  }
  return left;
}

export function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
