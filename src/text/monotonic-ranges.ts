import type { Line } from './line.ts';

/**
 * Lines whose places do not follow each other (cells side by side, a header taken apart), with ranges widened so that
 * starts and ends rise: from the earliest place in a line or below it, to the latest in it or above it.
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
