import type { Rect } from '../state/geometry.ts';
import { contextOf, overlayField } from '../state/selectors.ts';
import type { Field, State } from '../state/state.ts';
import { visibleField } from '../state/text-boxes.ts';
import type { Piece } from '../style/ansi.ts';
import type { ThemeStyle } from '../style/theme.ts';
import { cellWidth, clusters, truncate } from '../unicode/width.ts';

/** Pieces from left to right. A row of a pane is exactly as wide as the pane. */
export type Row = readonly Piece[];

const PLAIN: ThemeStyle = {};

export const piece = (text: string, style: ThemeStyle = PLAIN): Piece => ({ text, style });

export const blank = (cells: number): Row => (cells > 0 ? [piece(' '.repeat(cells))] : []);

/** The width of a row in cells. */
export const rowWidth = (row: Row): number => row.reduce((sum, { text }) => sum + cellWidth(text), 0);

export const rowText = (row: Row): string => row.map(({ text }) => text).join('');

/** The row in exactly `cells` cells: cut with an ellipsis, or padded with blanks. */
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

/**
 * A row scrolled sideways by `column` cells, in at most `cells` cells: its first `kept` cells stay in place, and marks show on
 * which sides text is hidden.
 */
export function scrolled(row: Row, kept: number, column: number, cells: number): Row {
  const width = rowWidth(row);
  const isCut = width > column + cells;
  const mark = (sign: string): Row => [piece(sign, { role: 'marker' })];
  return [
    ...cellsOf(row, 0, kept),
    ...(width > kept ? mark('‹') : []),
    ...cellsOf(row, kept + column + 1, column + cells - (isCut ? 1 : 0)),
    ...(isCut ? mark('›') : []),
  ];
}

/** The cells `from` to `to` of a row; blanks take the place of clusters that are only partly in this range. */
function cellsOf(row: Row, from: number, to: number): Row {
  let end = 0;
  return row.map(({ text, ...rest }) => {
    let part = '';
    for (const cluster of clusters(text)) {
      const start = end;
      end += cellWidth(cluster);
      if (start >= from && end <= to) part += cluster;
      else part += ' '.repeat(Math.max(0, Math.min(end, to) - Math.max(start, from)));
    }
    return { text: part, ...rest };
  });
}

/** Exactly as many rows as `rect` has: the first of `rows`, then blank ones. */
export const toHeight = (rows: readonly Row[], { width, height }: Rect): readonly Row[] =>
  Array.from({ length: height }, (_, y) => rows[y] ?? blank(width));

/** `left` and, at the right edge, `right`, with a blank between them; `left` is cut if both do not fit. */
export function spread(left: Row, right: Row, cells: number): Row {
  const width = rowWidth(right);
  if (width === 0 || width + 1 > cells) return toWidth(left, cells);
  return [...toWidth(left, cells - width - 1), piece(' '), ...right];
}

/** `row` in the middle of `cells` cells. */
export const centered = (row: Row, cells: number): Row =>
  toWidth([...blank(Math.floor((cells - rowWidth(row)) / 2)), ...row], cells);

/** The line below the heading of a pane. */
export const headerLine = (cells: number): Row =>
  toWidth([piece(` ${'─'.repeat(Math.max(0, cells - 2))}`, { role: 'rule' })], cells);

/** A box to type in. */
export interface TextBox {
  readonly row: Row;
  /** Cells from the left of the row to the cursor. */
  readonly cursor: number;
}

/** The title of a menu or of the help, with the box that filters its rows while that is in use. */
export function titleBox(title: string, state: State, width: number): TextBox {
  const label = piece(title, { bold: true });
  const field = overlayField(state);
  if (field.value === '' && contextOf(state) !== 'filter') return { row: [label], cursor: 0 };
  return textBox([label, piece(' / ', { role: 'accent' })], field, width - title.length - 3);
}

/** A label and the part of `field` around the cursor that fits `room` cells. */
export function textBox(label: Row, field: Field, room: number, style?: ThemeStyle): TextBox {
  const { text, cursor } = visibleField(field, Math.max(1, room));
  return { row: [...label, piece(text, style)], cursor: rowWidth(label) + cursor };
}
