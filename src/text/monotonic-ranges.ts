import type { Line } from './line.ts';

/**
 * Widens the ranges of lines whose text is not in the document's order (cells side by side, a repeated header), so that starts
 * and ends never decrease: a range begins at the earliest start in or below its line, and ends at the latest end in or above
 * it.
 */
export function withMonotonicRanges(lines: readonly Line[]): Line[] {
  const ordered = lines.slice();
  let end = 0;
  for (const [index, line] of ordered.entries()) {
    end = Math.max(end, line.end);
    ordered[index] = { ...line, end };
  }
  let start = Number.POSITIVE_INFINITY;
  for (let index = ordered.length - 1; index >= 0; index--) {
    start = Math.min(start, ordered[index]!.start);
    ordered[index] = { ...ordered[index]!, start };
  }
  return ordered;
}
