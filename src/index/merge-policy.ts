import { liveCount, type SegmentReference } from './manifest.ts';

/** A segment is merged with those after it where it is not so many times as large as they are together. */
const MERGE_BELOW = 2;
/** Articles above which segments are left as they are. */
const MERGE_UP_TO = 500_000;

/** Articles that are written again when an update has added `count`. */
export function mergedWith(segments: readonly SegmentReference[], count: number): number {
  const after = count > 0 ? [...segments, { name: '', count }] : segments;
  const first = mergeFrom(after);
  return first === undefined ? 0 : after.slice(first).reduce((sum, segment) => sum + segment.count, 0);
}

/**
 * The number of the first of the segments to be merged, all those after it being merged with it; undefined for none.
 * When they are, each segment is twice as large as all after it, so that their number stays logarithmic.
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
