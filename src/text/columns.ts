import type { Run } from '../document/document.ts';
import { clusterCells, clusterEnd } from '../unicode/clusters.ts';
import { isPlain } from '../unicode/width.ts';
import type { Typography } from './typography.ts';

/**
 * A column is as wide as its widest word, but need not exceed this many cells: longer words are cut. The first limit at which
 * the columns fit counts; if they do not fit at the last, the table is not set in columns.
 */
const WIDEST_WORDS = [Number.POSITIVE_INFINITY, 24, 16] as const;
/** Cells of a column's name that stay on one line if there is room. */
const WIDEST_NAME = 16;
/** A column counts at most this many times the available cells, so that a single one does not take them all. */
const MOST_OF_ROOM = 1.5;
/** If a row has more lines than this, rules separate the rows. */
const TALL = 3;
const SPACE = 0x20;
const NEWLINE = 0x0a;

export interface Columns {
  /** The widths of the columns in cells. */
  readonly widths: readonly number[];
  /** Whether rules must separate the rows, because some are tall or have an empty first column. */
  readonly ruled: boolean;
}

/**
 * The widths of a table's columns. Columns that need less than an equal share get what they need; the others share the rest.
 *
 * @param measure  cells of a line; 0 for no limit
 * @param gap      cells between two columns
 * @param noBreakAt  see `Typography`: blanks at which a cell must not be broken
 * @returns undefined if the columns do not fit side by side
 */
export function fitColumns(
  rows: readonly (readonly (readonly Run[])[])[],
  measure: number,
  gap: number,
  noBreakAt: Typography['noBreakAt'],
): Columns | undefined {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const natural = new Array<number>(count).fill(1);
  const words = new Array<number>(count).fill(1);
  /** Cells of the column names, which should stay on one line if there is room. */
  let heads = natural;
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      measureText(cell.length === 1 ? cell[0]!.text : cell.map((run) => run.text).join(''), noBreakAt);
      natural[column] = Math.max(natural[column]!, widestLine);
      words[column] = Math.max(words[column]!, widestWord);
    }
    if (row === rows[0]) heads = [...natural];
  }
  if (measure === 0) return { widths: natural, ruled: false };
  const room = measure - gap * (count - 1);
  if (sum(natural) <= room) return { widths: natural, ruled: false };
  const least = WIDEST_WORDS.map((limit) => words.map((cells) => Math.min(limit, cells))).find(
    (cells) => sum(cells) <= room,
  );
  if (!least) return undefined;
  const named = least.map((cells, column) => Math.max(cells, Math.min(WIDEST_NAME, heads[column]!)));
  const widths = share(natural, sum(named) <= room ? named : least, room);
  const tall = natural.some((cells, column) => cells > TALL * widths[column]!);
  return { widths, ruled: tall || natural[0]! > widths[0]! || rows.slice(1).some((row) => isEmpty(row[0])) };
}

let widestLine = 0;
let widestWord = 0;

/** Sets `widestLine` and `widestWord` to those of a text, in cells. One hot loop: it runs for every character of tables. */
function measureText(text: string, noBreakAt: Typography['noBreakAt']): void {
  widestLine = 0;
  widestWord = 0;
  let line = 0;
  let word = 0;
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === NEWLINE) {
      if (unit === SPACE && word > 0 && noBreakAt(text, at, at + 1)) {
        word++;
        line++;
        at++;
        continue;
      }
      if (word > widestWord) widestWord = word;
      word = 0;
      line = unit === NEWLINE ? 0 : line + 1;
      at++;
      continue;
    }
    const next = isPlain(unit) && !(text.charCodeAt(at + 1) >= 0x300) ? at + 1 : clusterEnd(text, at);
    const cells = next === at + 1 && isPlain(unit) ? 1 : clusterCells(text, at, next);
    word += cells;
    line += cells;
    if (line > widestLine) widestLine = line;
    at = next;
  }
  if (word > widestWord) widestWord = word;
}

/** Shares `room` cells: columns that need less than an equal share get that, the others become about equally tall. */
function share(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...least];
  let left = room - sum(least);
  let open = natural.map((_, column) => column).filter((column) => widths[column]! < natural[column]!);
  for (let settled = true; settled; ) {
    const equal = equalShare(
      open.map((column) => widths[column]!),
      left,
    );
    const small = open.filter((column) => natural[column]! <= equal);
    for (const column of small) {
      left -= natural[column]! - widths[column]!;
      widths[column] = natural[column]!;
    }
    settled = small.length > 0;
    open = open.filter((column) => !small.includes(column));
  }
  const counted = natural.map((cells) => Math.min(cells, MOST_OF_ROOM * room));
  for (; left > 0 && open.length > 0; left--) {
    let tallest = open[0]!;
    for (const column of open)
      if (counted[column]! * widths[tallest]! > counted[tallest]! * widths[column]!) tallest = column;
    widths[tallest]!++;
    if (widths[tallest] === natural[tallest]) open = open.filter((column) => column !== tallest);
  }
  return widths;
}

/** The width to which `left` more cells bring the columns of these widths; wider columns keep theirs. */
function equalShare(widths: readonly number[], left: number): number {
  const equal = (left + sum(widths)) / widths.length;
  const others = widths.filter((width) => width <= equal);
  return others.length === widths.length ? equal : equalShare(others, left);
}

/** Whether a cell has no text. */
export const isEmpty = (cell: readonly Run[] | undefined): boolean => !cell?.some((run) => run.text !== '');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
