import type { ByteRange } from './range-reader.ts';

/** Bytes between two ranges that are fetched with them: fewer than a request of its own costs in headers and round trips. */
const GAP = 4096;

/** A range to fetch, and the numbers of those that were asked for and are in it. */
export interface MergedRange extends ByteRange {
  readonly parts: readonly number[];
}

/**
 * The fewest ranges with all of `ranges`: those that overlap or are near each other become one.
 *
 * @param longest  bytes beyond which a range is not extended
 */
export function mergeRanges(
  ranges: readonly ByteRange[],
  longest = Number.POSITIVE_INFINITY,
): readonly MergedRange[] {
  const order = Array.from(ranges, (_, part) => part).sort((a, b) => ranges[a]!.at - ranges[b]!.at);
  const merged: { at: number; length: number; parts: number[] }[] = [];
  for (const part of order) {
    const { at, length } = ranges[part]!;
    const last = merged.at(-1);
    if (last && at <= last.at + last.length + GAP && at + length - last.at <= longest) {
      last.length = Math.max(last.length, at + length - last.at);
      last.parts.push(part);
    } else merged.push({ at, length, parts: [part] });
  }
  return merged;
}
