import { liveCount, type SegmentReference } from './manifest.ts';

/** A segment is merged with those after it unless it is so many times larger than these together. */
const MERGE_BELOW = 2;
/** Segments are not merged into one of more articles than this. */
const MERGE_UP_TO = 500_000;

/** Number of articles in the segments that are merged after an update has added `count` articles. */
export function mergedWith(segments: readonly SegmentReference[], count: number): number {
  const after = count > 0 ? [...segments, { name: '', count }] : segments;
  const first = mergeFrom(after);
  return first === undefined ? 0 : after.slice(first).reduce((sum, segment) => sum + segment.count, 0);
}

/**
 * The index of the first segment to merge with all after it; undefined if there is nothing to merge. After merging, each
 * segment is at least twice as large as all after it together, so that the number of segments stays logarithmic.
 */
export function mergeFrom(segments: readonly SegmentReference[]): number | undefined {
  let after = 0;
  let first: number | undefined;
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const own = liveCount(segments[i]!);
    if (own + after > MERGE_UP_TO) break;
    if (own * 2 <= segments[i]!.count || own < MERGE_BELOW * after) first = i;
    after += own;
  }
  return first;
}
