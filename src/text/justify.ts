import { type BreakOpportunities, HYPHEN_END, SPACE_END } from './break-opportunities.ts';
import { WIDEST_BLANK } from './optimal-breaks.ts';

/**
 * Cells to add after each piece of a line so that it fills `width`; undefined if blanks wider than `WIDEST_BLANK` would be
 * needed. The wider blanks are on alternate sides from line to line, so that they are not above each other.
 *
 * @param line  the number of the line in its paragraph
 */
export function stretch(
  breaks: BreakOpportunities,
  first: number,
  last: number,
  width: number,
  line: number,
): readonly number[] | undefined {
  const hyphen = breaks.kind[last] === HYPHEN_END ? 1 : 0;
  const slack = width - (breaks.right[last]! - breaks.left[first]! + hyphen);
  let blanks = 0;
  for (let piece = first; piece < last; piece++) if (breaks.kind[piece] === SPACE_END) blanks++;
  if (slack <= 0 || slack > blanks * (WIDEST_BLANK - 1)) return undefined;
  const round = line % 2 === 0 ? Math.ceil : Math.floor;
  let seen = 0;
  return Array.from({ length: last - first }, (_, piece) => {
    if (breaks.kind[first + piece] !== SPACE_END) return 0;
    seen++;
    return round((seen * slack) / blanks) - round(((seen - 1) * slack) / blanks);
  });
}
