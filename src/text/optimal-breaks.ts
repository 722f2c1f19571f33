import {
  type BreakOpportunities,
  HARD_END,
  HYPHEN_END,
  POINT_END,
  SPACE_END,
} from './break-opportunities.ts';

/** The cost of a hyphen at a line's end, and of a second one in a row, in squared cells of raggedness. */
const HYPHEN_COST = 30;
const HYPHENS_COST = 90;
/** The cost of cutting an address. */
const POINT_COST = 100;
/** Most cells of a blank in justified text. */
export const WIDEST_BLANK = 3;
/** The cost of a line that cannot be justified with such blanks. */
const LOOSE_COST = 2000;

let best = new Float64Array(256);
let from = new Int32Array(256);
let blanks = new Int32Array(256);
/** A monotonic queue of line beginnings, from `head` to `tail`: no later beginning costs less than one before it. */
let queue = new Int32Array(256);

/**
 * Breaks a paragraph, pieces `first…last`, into lines so that the sum of the squared slacks of all lines except the last is
 * minimal (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981, with raggedness as badness). Beginnings of a line are
 * tried from the fullest line on, until the slack alone costs more than the best beginning found. The time is therefore
 * linear in the number of pieces, nearly independent of the width.
 *
 * In one function, however long: it is a hot loop.
 *
 * @param width  in cells; 0 for one line
 * @returns the last piece of each line
 */
export function lineEnds(
  breaks: BreakOpportunities,
  first: number,
  last: number,
  width: number,
  justify: boolean,
): number[] {
  if (width <= 0) return [last];
  const { left, right, kind } = breaks;
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
    blanks[b + 1] = blanks[b]! + (kind[piece] === SPACE_END ? 1 : 0);
    const isLast = b === count - 1;
    const hyphen = !isLast && kind[piece] === HYPHEN_END;
    const edge = right[piece]! + (hyphen ? 1 : 0);
    while (fullest < b && edge - left[first + fullest]! > width) fullest++;
    while (tail > head && best[queue[tail - 1]!]! >= best[b]!) tail--;
    queue[tail++] = b;
    while (queue[head]! < fullest) head++;
    /** No remaining beginning costs less before its line. */
    const floor = best[queue[head]!]!;
    let least = Number.POSITIVE_INFINITY;
    let choice = b;
    for (let a = fullest; a <= b; a++) {
      const slack = isLast ? 0 : Math.max(0, width - (edge - left[first + a]!));
      const ragged = slack * slack;
      if (floor + ragged >= least) break;
      let cost = best[a]! + ragged;
      if (justify && slack > (blanks[b]! - blanks[a]!) * (WIDEST_BLANK - 1)) cost += LOOSE_COST;
      if (hyphen && a > 0 && kind[first + a - 1] === HYPHEN_END) cost += HYPHENS_COST;
      if (cost < least) {
        least = cost;
        choice = a;
      }
    }
    best[b + 1] = least + (isLast ? 0 : hyphen ? HYPHEN_COST : kind[piece] === POINT_END ? POINT_COST : 0);
    from[b + 1] = choice;
  }
  const ends: number[] = [];
  for (let b = count; b > 0; b = from[b]!) ends.push(first + b - 1);
  return ends.reverse();
}

/** The first piece from `first` on after which the line must end. */
export function hardEnd(breaks: BreakOpportunities, first: number): number {
  let piece = first;
  while (piece < breaks.count - 1 && breaks.kind[piece] !== HARD_END) piece++;
  return piece;
}
