import { lengthOfByte, type Segment, type Totals } from './segment.ts';
import { BODY_LENGTH, TITLE_LENGTH } from './weights.ts';

/** The norm of a body of mean length: norms of bodies are whole numbers, which add up faster (see `clause-scorer.ts`). */
export const UNIT_NORM = 4096;

/** A segment with BM25's factors for the length of its bodies and titles, by length byte. */
export interface SegmentNorms {
  readonly segment: Segment;
  readonly bodyNorms: Int32Array;
  readonly titleNorms: Float64Array;
}

/** The norms of segments that are searched together: lengths are relative to the mean of all their documents. */
export function lengthNorms(segments: readonly Segment[]): SegmentNorms[] {
  // Rounded up: with a norm of 0, a word in a very long text would not be found at all.
  const bodyNorms = Int32Array.from(norms(segments, 'body', BODY_LENGTH), (norm) =>
    Math.ceil(UNIT_NORM * norm),
  );
  const titleNorms = norms(segments, 'title', TITLE_LENGTH);
  return segments.map((segment) => ({ segment, bodyNorms, titleNorms }));
}

function norms(segments: readonly Segment[], field: keyof Totals, b: number): Float64Array {
  const [words, count] = segments.reduce(
    ([sum, docs], { totals, count }) => [sum + totals[field], docs + count],
    [0, 0],
  );
  const mean = Math.max(1, words / Math.max(1, count));
  return Float64Array.from({ length: 256 }, (_, byte) => 1 / (1 - b + (b * lengthOfByte(byte)) / mean));
}
