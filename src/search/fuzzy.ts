/** Longest word that is compared with others, in UTF-16 units: what is longer is hardly a word. */
export const MAX_EDITED = 30;

/** Typos forgiven in a word: none below five letters, one from five on, two from nine on, none in what is no word. */
export const typosAllowed = ({ length }: string): number =>
  length < 5 || length > MAX_EDITED ? 0 : length < 9 ? 1 : 2;

/**
 * Edits between two words, at most `limit` + 1: insertions, deletions, replacements and swaps of neighbours, no part
 * edited twice (optimal string alignment; Damerau, “A technique for computer detection and correction of spelling
 * errors”, CACM 7, 1964). With `prefix`, the fewest edits to any beginning of `other`.
 */
export function editDistance(word: string, other: string, limit: number, prefix = false): number {
  const n = word.length;
  if (n - other.length > limit || (!prefix && other.length - n > limit)) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: n + 1 }, (_, i) => i);
  let best = prefix ? above[n]! : limit + 1;
  for (let j = 1; j <= other.length; j += 1) {
    const row = [j];
    let least = j;
    for (let i = 1; i <= n; i += 1) {
      const same = word[i - 1] === other[j - 1];
      let cost = Math.min(above[i]! + 1, row[i - 1]! + 1, above[i - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1])
        cost = Math.min(cost, before[i - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (prefix) best = Math.min(best, row[n]!);
    if (least > limit) return prefix ? Math.min(best, limit + 1) : limit + 1;
    before = above;
    above = row;
  }
  return Math.min(prefix ? best : above[n]!, limit + 1);
}

/** Whether `other` is `word` with no more typos than it is forgiven, the plural's last letter aside. */
export function isTypo(word: string, other: string, prefix = false): boolean {
  const limit = typosAllowed(word);
  if (limit === 0 || !/\p{L}/u.test(word)) return false;
  if (editDistance(word, other, limit, prefix) <= limit) return true;
  return /[sx]$/.test(other) && editDistance(word, other.slice(0, -1), limit) <= limit;
}
