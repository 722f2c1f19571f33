import { HARD_END, HYPHEN_END, type Pieces, POINT_END, SPACE_END } from './break-opportunities.ts';

/** What a hyphen at a line's end costs, and another one straight after, in squared cells of raggedness. */
const HYPHEN_COST = 30;
const HYPHENS_COST = 90;
/** What cutting an address costs. */
const POINT_COST = 100;
/** A blank is stretched to at most this many cells in justified text. */
export const WIDEST_BLANK = 3;
/** What a line costs that cannot be justified within that. */
const LOOSE_COST = 2000;

let best = new Float64Array(256);
let from = new Int32Array(256);
let blanks = new Int32Array(256);
/** The places of a line's beginning that no later one betters, best first: a queue from `head` to `tail`. */
let queue = new Int32Array(256);

/**
 * Ends the lines of a paragraph, `pieces[first…last]`, where the sum of the squared slacks of all lines but the last is
 * least (Knuth and Plass, "Breaking paragraphs into lines", 1981, with raggedness for badness). Beginnings of a line are
 * tried from the fullest line on, and no further than where the slack alone costs more than what was found, so that the
 * time is linear in the pieces, nearly whatever the width. Without a width it is one line.
 *
 * @returns the last piece of each line.
 */
export function lineEnds(
  pieces: Pieces,
  first: number,
  last: number,
  width: number,
  justify: boolean,
): number[] {
  if (width <= 0) return [last];
  const { left, right, end } = pieces;
  if (right[last]! - left[first]! <= width) return [last];
  const count = last - first + 1;
  if (best.length <= count) {
    best = new Float64Array(count * 2);
    from = new Int32Array(count * 2);
    blanks = new Int32Array(count * 2);
    queue = new Int32Array(count * 2);
  }
  let head = 0;
  let tail = 0;
  let fullest = 0;
  for (let b = 0; b < count; b++) {
    const piece = first + b;
    blanks[b + 1] = blanks[b]! + (end[piece] === SPACE_END ? 1 : 0);
    const isLast = b === count - 1;
    const hyphen = !isLast && end[piece] === HYPHEN_END;
    const edge = right[piece]! + (hyphen ? 1 : 0);
    while (fullest < b && edge - left[first + fullest]! > width) fullest++;
    while (tail > head && best[queue[tail - 1]!]! >= best[b]!) tail--;
    queue[tail++] = b;
    while (queue[head]! < fullest) head++;
    /** No beginning that is left costs less before its line. */
    const floor = best[queue[head]!]!;
    let least = Number.POSITIVE_INFINITY;
    let choice = b;
    for (let a = fullest; a <= b; a++) {
      const slack = isLast ? 0 : Math.max(0, width - (edge - left[first + a]!));
      const ragged = slack * slack;
      if (floor + ragged >= least) break;
      let cost = best[a]! + ragged;
      if (justify && slack > (blanks[b]! - blanks[a]!) * (WIDEST_BLANK - 1)) cost += LOOSE_COST;
      if (hyphen && a > 0 && end[first + a - 1] === HYPHEN_END) cost += HYPHENS_COST;
      if (cost < least) {
        least = cost;
        choice = a;
      }
    }
    best[b + 1] = least + (isLast ? 0 : hyphen ? HYPHEN_COST : end[piece] === POINT_END ? POINT_COST : 0);
    from[b + 1] = choice;
  }
  const ends: number[] = [];
  for (let b = count; b > 0; b = from[b]!) ends.push(first + b - 1);
  return ends.reverse();
}

/** The last piece before a line end that has to be, from `first` on. */
export function hardEnd(pieces: Pieces, first: number): number {
  let piece = first;
  while (piece < pieces.count - 1 && pieces.end[piece] !== HARD_END) piece++;
  return piece;
}
