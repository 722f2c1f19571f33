import { lengthOfByte, type Segment, type Totals } from './segment.ts';
import { BODY_LENGTH, TITLE_LENGTH } from './weights.ts';

/** The norm of a body of mean length: norms of bodies are whole numbers, which add up faster (see `clause-scorer.ts`). */
export const UNIT_NORM = 4096;

/** One of several segments that are searched together, with BM25's factors for lengths of bodies and titles, by length byte. */
export interface SegmentNorms {
  readonly segment: Segment;
  /** The number of its first document among all. */
  readonly base: number;
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
  let end = 0;
  return segments.map((segment) => {
    end += segment.count;
    return { segment, base: end - segment.count, bodyNorms, titleNorms };
  });
}

function norms(segments: readonly Segment[], field: keyof Totals, b: number): Float64Array {
  const [words, count] = segments.reduce(
    ([sum, docs], { totals, count }) => [sum + totals[field], docs + count],
    [0, 0],
  );
  const mean = Math.max(1, words / Math.max(1, count));
  return Float64Array.from({ length: 256 }, (_, byte) => 1 / (1 - b + (b * lengthOfByte(byte)) / mean));
}
