import type { Line } from './line.ts';

/** Widens the ranges of lines whose text is not in order (cells side by side), so that starts and ends never decrease. */
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
