import type { BlockOf, Run } from '../document/document.ts';
import type { Line } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import { withMonotonicRanges } from './monotonic-ranges.ts';
import { setParagraph } from './paragraph.ts';
import type { Setting } from './setting.ts';

export type Table = BlockOf<'table'>;
type Row = Table['rows'][number];

const HANG = 2;

/**
 * Sets a table that is wider than the measure: each row becomes a group of lines, one or more for each cell, after the name of
 * its column. The names in the first row represent the header in the document; in other rows they are copies.
 */
export function* setStackedTable(table: Table, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const [header, rows] = splitHeader(table.rows);
  const names = header.map(bold);
  const copies = names.map((cell) => cell.map((run): Run => ({ text: run.text, style: run.style, at: -1 })));
  if (rows.length === 0)
    for (const name of names) yield* setParagraph(name, table.start, prefix, setting, false);
  let end = table.start;
  for (const [index, row] of rows.entries()) {
    if (index > 0) yield prefix.blank(end);
    // A column without a cell is shown in the first row only, for the sake of its name.
    const named = withNames(index === 0 ? names : copies, row, setting);
    const cells = index === 0 ? named : named.filter((_, column) => row[column]?.length);
    const hanging = (): LinePrefix =>
      prefix.fits(HANG) ? prefix.inside(HANG, [], [blankSpan(HANG)]) : prefix;
    const place = end;
    const lines = cells.flatMap((cell) => [...setParagraph(cell, place, hanging(), setting, false)]);
    for (const line of withMonotonicRanges(lines)) {
      yield line;
      end = Math.max(end, line.end);
    }
  }
}

/** The runs of a header cell, in bold. */
export const bold = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, style: { ...run.style, bold: true } }));

/** The cells of a row, each after the name of its column if it has one. */
function withNames(names: Row, row: Row, { typography }: Setting): Row {
  const colon: Run = { text: typography.colon, style: { role: 'marker' }, at: -1 };
  return Array.from({ length: Math.max(names.length, row.length) }, (_, column) => {
    const [name, cell] = [names[column] ?? [], row[column] ?? []];
    if (name.every((run) => run.text === '')) return cell;
    return [...name, colon, ...cell];
  });
}

/** The names of the columns, and the rows. A header of links only is a row: tables of people and sponsors begin with one. */
function splitHeader(rows: readonly Row[]): readonly [Row, readonly Row[]] {
  const [header = [], ...others] = rows;
  const links = header.filter((cell) => cell.length > 0 && cell.every((run) => run.link !== undefined));
  const isRow = links.length > 0 && header.every((cell) => cell.length === 0 || links.includes(cell));
  return isRow && others.length > 0 ? [header.map(() => []), rows] : [header, others];
}
