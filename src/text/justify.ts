import { HYPHEN_END, type Pieces, SPACE_END } from './break-opportunities.ts';
import { WIDEST_BLANK } from './optimal-breaks.ts';

/**
 * Cells to add to each blank after the pieces of a line so that it fills `width`; undefined where that would take
 * blanks wider than `WIDEST_BLANK`. The wider blanks of every other line lean to the other side, so that they do not
 * stand above each other.
 */
export function stretch(
  pieces: Pieces,
  first: number,
  last: number,
  width: number,
  line: number,
): readonly number[] | undefined {
  const hyphen = pieces.end[last] === HYPHEN_END ? 1 : 0;
  const slack = width - (pieces.right[last]! - pieces.left[first]! + hyphen);
  let blanks = 0;
  for (let piece = first; piece < last; piece++) if (pieces.end[piece] === SPACE_END) blanks++;
  if (slack <= 0 || slack > blanks * (WIDEST_BLANK - 1)) return undefined;
  const extra: number[] = [];
  let seen = 0;
  for (let piece = first; piece < last; piece++) {
    if (pieces.end[piece] !== SPACE_END) {
      extra.push(0);
      continue;
    }
    const share = (index: number): number =>
      line % 2 === 0 ? Math.ceil((index * slack) / blanks) : Math.floor((index * slack) / blanks);
    extra.push(share(seen + 1) - share(seen));
    seen++;
  }
  return extra;
}
