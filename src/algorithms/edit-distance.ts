/**
 * The number of edits between two words: insertions, deletions, replacements and swaps of neighbors, no part being edited
 * twice (optimal string alignment; Damerau, “A technique for computer detection and correction of spelling errors”,
 * CACM 7, 1964).
 *
 * @param limit   edits from which on the exact number does not matter: larger distances are `limit` + 1
 * @param prefix  whether to count the edits to the nearest beginning of `other` instead
 */
export function editDistance(
  word: string,
  other: string,
  limit = Number.POSITIVE_INFINITY,
  prefix = false,
): number {
  const { length } = word;
  if (length - other.length > limit || (!prefix && other.length - length > limit)) return limit + 1;
  if (!mayBegin(word, other, limit)) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: length + 1 }, (_, i) => i);
  let best = prefix ? length : limit + 1;
  for (let j = 1; j <= other.length; j += 1) {
    const row = nextRow(word, other, j, last, beforeLast);
    if (prefix) best = Math.min(best, row[length]!);
    if (row.every((edits) => edits > limit)) return Math.min(best, limit + 1);
    beforeLast = last;
    last = row;
  }
  return Math.min(prefix ? best : last[length]!, limit + 1);
}

/**
 * False if the beginnings of two words take more than `limit` edits, which is so of most pairs of words: of the first
 * `limit` + 1 units of one, at least one is still there after so many edits, and among as many of the other.
 */
function mayBegin(word: string, other: string, limit: number): boolean {
  if (word.length <= limit || other.length <= limit) return true;
  for (let i = 0; i <= limit; i += 1)
    for (let j = 0; j <= limit; j += 1) if (word.charCodeAt(i) === other.charCodeAt(j)) return true;
  return false;
}

/** The edits from each beginning of `word` to the first `j` units of `other`, given those to `j - 1` and `j - 2`. */
function nextRow(
  word: string,
  other: string,
  j: number,
  last: readonly number[],
  beforeLast: readonly number[],
): number[] {
  const row = [j];
  for (let i = 1; i <= word.length; i += 1) {
    const same = word[i - 1] === other[j - 1];
    let edits = Math.min(last[i]! + 1, row[i - 1]! + 1, last[i - 1]! + (same ? 0 : 1));
    if (i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1])
      edits = Math.min(edits, beforeLast[i - 2]! + 1);
    row.push(edits);
  }
  return row;
}
