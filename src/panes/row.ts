import type { Hyperlink } from '../style/hyperlink.ts';
import type { ThemeStyle } from '../style/theme.ts';
import { cellWidth, truncate } from '../unicode/width.ts';

/** A text in one style. */
export interface Piece {
  readonly text: string;
  readonly style: ThemeStyle;
  /** Where it leads, for terminals that open links themselves. */
  readonly link?: Hyperlink;
}

/** Pieces from left to right; together they are as wide as where they stand. */
export type Row = readonly Piece[];

const PLAIN: ThemeStyle = {};

export const piece = (text: string, style: ThemeStyle = PLAIN): Piece => ({ text, style });

export const blank = (cells: number): Row => (cells > 0 ? [piece(' '.repeat(cells))] : []);

/** Cells. */
export const rowWidth = (row: Row): number => row.reduce((sum, { text }) => sum + cellWidth(text), 0);

/** The row in exactly `cells` cells: cut with an ellipsis, or blanks added. */
export function toWidth(row: Row, cells: number): Row {
  const width = rowWidth(row);
  return width <= cells ? [...row, ...blank(cells - width)] : cut(row, Math.max(0, cells));
}

/** The beginning of a row that is too wide. */
function cut(row: Row, cells: number): Row {
  const kept: Piece[] = [];
  let room = cells;
  for (const { text, style } of row) {
    const width = cellWidth(text);
    if (width >= room) {
      const rest = truncate(width > room ? text : `${text}…`, room);
      return [...kept, piece(rest, style), ...blank(room - cellWidth(rest))];
    }
    kept.push({ text, style });
    room -= width;
  }
  return [...kept, ...blank(room)];
}

/** `left` and, at the right edge, `right`, with a blank between them; `left` is cut where both do not fit. */
export function spread(left: Row, right: Row, cells: number): Row {
  const width = rowWidth(right);
  if (width === 0 || width + 1 > cells) return toWidth(left, cells);
  return [...toWidth(left, cells - width - 1), piece(' '), ...right];
}

/** `row` in the middle of `cells` cells. */
export const centred = (row: Row, cells: number): Row =>
  toWidth([...blank(Math.floor((cells - rowWidth(row)) / 2)), ...row], cells);
