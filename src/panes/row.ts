import type { ThemeStyle } from '../output/theme.ts';
import { cellWidth, truncate } from '../unicode/width.ts';

/** A text in one style. */
export interface Piece {
  readonly text: string;
  readonly style: ThemeStyle;
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
  const fitted: Piece[] = [];
  let room = Math.max(0, cells);
  for (const [index, { text, style }] of row.entries()) {
    const width = cellWidth(text);
    const restWidth = width <= room ? rowWidth(row.slice(index + 1)) : 0;
    if (width > room || (width === room && restWidth > 0)) {
      const cut = truncate(width > room ? text : `${text}…`, room);
      fitted.push({ text: cut, style });
      return [...fitted, ...blank(room - cellWidth(cut))];
    }
    fitted.push({ text, style });
    room -= width;
  }
  return [...fitted, ...blank(room)];
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
