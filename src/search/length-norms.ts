import { lengthOfByte, type Segment, type Totals } from './segment.ts';
import { BODY_LENGTH, TITLE_LENGTH } from './weights.ts';

/** What a time in a body of mean length counts. */
export const ONCE = 4096;

/** A segment with what scoring needs of it: how much a time in the body and in the title counts, by length byte. */
export interface Scored {
  readonly segment: Segment;
  readonly bodyNorms: Int32Array;
  readonly titleNorms: Float64Array;
}

/** Prepares segments to be scored together: lengths count beside the mean of all documents. */
export function scoredSegments(segments: readonly Segment[]): Scored[] {
  // A time counts something in the longest text, too: none counted is none there.
  const bodyNorms = Int32Array.from(norms(segments, 'body', BODY_LENGTH), (norm) => Math.ceil(ONCE * norm));
  const titleNorms = norms(segments, 'title', TITLE_LENGTH);
  return segments.map((segment) => ({ segment, bodyNorms, titleNorms }));
}

/** By length byte, how much a time counts in a text of that length. */
function norms(segments: readonly Segment[], field: keyof Totals, b: number): Float64Array {
  const [words, count] = segments.reduce(
    ([sum, docs], { totals, count }) => [sum + totals[field], docs + count],
    [0, 0],
  );
  const mean = Math.max(1, words / Math.max(1, count));
  return Float64Array.from({ length: 256 }, (_, byte) => 1 / (1 - b + (b * lengthOfByte(byte)) / mean));
}
