/** The beginning of a text that is nearest to some words. */
export interface ClosestBeginning {
  /** UTF-16 units of it. */
  readonly length: number;
  /** Insertions, deletions and replacements between the two. */
  readonly edits: number;
}

/**
 * Finds the beginning of `text` with the fewest edits to `words`, the longest of equal ones (Sellers, “The theory and computation
 * of evolutionary distances”, Journal of Algorithms 1, 1980). The time is the product of the two lengths.
 */
export function closestBeginning(words: string, text: string): ClosestBeginning {
  let last = Array.from({ length: words.length + 1 }, (_, i) => i);
  let closest: ClosestBeginning = { length: 0, edits: words.length };
  for (let j = 1; j <= text.length; j++) {
    const row = [j];
    for (let i = 1; i <= words.length; i++) {
      const replaced = last[i - 1]! + (words[i - 1] === text[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, last[i]! + 1, row[i - 1]! + 1));
    }
    const edits = row[words.length]!;
    if (edits <= closest.edits) closest = { length: j, edits };
    last = row;
  }
  return closest;
}
