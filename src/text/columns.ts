import { cellWidth } from '../unicode/width.ts';
import type { Run } from './document.ts';

/** A column is not made narrower than its widest word, up to this many cells; longer words are cut. */
const WIDEST_WORD = 16;
/** Rows of more lines than this are told apart by rules. */
const TALL = 3;

export interface Columns {
  /** Cells of each column. */
  readonly widths: readonly number[];
  /** Whether rows have to be told apart by rules: some are tall, or do not show in the first column. */
  readonly ruled: boolean;
}

/**
 * Widths for the columns of a table in `measure` cells (0 for no limit), `gap` cells between two. Columns that need
 * less than an equal share get what they need, and the others share the rest; none is narrower than its widest word.
 *
 * @returns undefined where the columns cannot stand side by side.
 */
export function fitColumns(
  rows: readonly (readonly (readonly Run[])[])[],
  measure: number,
  gap: number,
): Columns | undefined {
  const count = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const natural = new Array<number>(count).fill(1);
  const least = new Array<number>(count).fill(1);
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const text = cell.map((run) => run.text).join('');
      for (const line of text.split('\n')) natural[column] = Math.max(natural[column]!, cellWidth(line));
      for (const word of text.split(/\s+/))
        least[column] = Math.max(least[column]!, Math.min(WIDEST_WORD, cellWidth(word)));
    }
  }
  if (measure === 0) return { widths: natural, ruled: false };
  const room = measure - gap * (count - 1);
  if (sum(natural) <= room) return { widths: natural, ruled: false };
  if (sum(least) > room) return undefined;
  const widths = share(natural, least, room);
  const tall = natural.some((cells, column) => cells > TALL * widths[column]!);
  return { widths, ruled: tall || natural[0]! > widths[0]! || rows.slice(1).some((row) => isEmpty(row[0])) };
}

/** Shares `room` among columns: the small ones first, then equally, never below `least`. */
function share(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...least];
  let left = room - sum(least);
  // Widen the narrowest column that still wants more, cell by cell.
  while (left > 0) {
    let narrowest = -1;
    for (const [column, width] of widths.entries())
      if (width < natural[column]! && (narrowest < 0 || width < widths[narrowest]!)) narrowest = column;
    if (narrowest < 0) break;
    widths[narrowest]!++;
    left--;
  }
  return widths;
}

/** Whether a cell shows nothing. */
export const isEmpty = (cell: readonly Run[] | undefined): boolean => !cell?.some((run) => run.text !== '');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
