import { alignmentOf } from '../column-alignment.ts';
import type { Block, Run } from '../document.ts';
import { tableOf } from '../writer/nested-blocks.ts';

/** Rows and columns of the largest table that is laid out. */
const MAX_ROWS = 2000;
const MAX_COLUMNS = 200;

/** True if the lines of a table are to be shown as they are. */
export const isTooLarge = (lines: readonly string[]): boolean =>
  lines.length > MAX_ROWS || lines.some((line) => line.split('|', MAX_COLUMNS + 3).length > MAX_COLUMNS + 2);

/** A cell that says how its column is aligned (`<r>`), or how wide it is. */
const COOKIE = /^<([lrc]?)\d*>$/;
const ALIGNMENTS = { l: 'left', r: 'right', c: 'center' } as const;

/**
 * The table of lines that begin with `|`; undefined if there is no text in it.
 *
 * @param write  writes a cell
 */
export function tableBlock(
  lines: readonly string[],
  write: (cell: string) => readonly Run[],
  line: number,
): Block | undefined {
  const rows: (readonly string[])[] = [];
  const align = new Map<number, 'left' | 'right' | 'center'>();
  let heads = 0;
  for (const text of lines) {
    if (/^\s*\|-/.test(text)) {
      heads ||= rows.length;
      continue;
    }
    const cells = cellsOf(text);
    if (isForColumns(cells)) noteAlignment(cells, align);
    else rows.push(cells);
  }
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  if (columns === 0) return undefined;
  const isHeaded = heads > 0 && heads < rows.length;
  const filled = (isHeaded ? rows : [[], ...rows]).map((row) =>
    Array.from({ length: columns }, (_, i) => row[i] ?? ''),
  );
  const numeric = alignmentOf(filled);
  return tableOf(
    filled.map((row) => row.map(write)),
    numeric.map((each, column) => align.get(column) ?? each),
    line,
  );
}

const cellsOf = (line: string): readonly string[] =>
  line
    .trim()
    .slice(1)
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());

/** True if a row is about the columns: it has only cookies, or groups of columns after a `/`. */
const isForColumns = (cells: readonly string[]): boolean =>
  cells[0] === '/' ||
  (cells.some((cell) => COOKIE.test(cell)) && cells.every((cell) => cell === '' || COOKIE.test(cell)));

function noteAlignment(cells: readonly string[], align: Map<number, 'left' | 'right' | 'center'>): void {
  for (const [column, cell] of cells.entries()) {
    const letter = COOKIE.exec(cell)?.[1] as keyof typeof ALIGNMENTS | '' | undefined;
    if (letter) align.set(column, ALIGNMENTS[letter]);
  }
}
