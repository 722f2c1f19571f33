import type { Block, Run } from '../document/document.ts';
import type { Line } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import { withMonotonicRanges } from './monotonic-ranges.ts';
import { setParagraph } from './paragraph.ts';
import type { Setting } from './setting.ts';

type Row = readonly (readonly Run[])[];

const HANG = 2;
const COLON: Run = { text: ': ', style: { role: 'marker' }, at: -1 };
const FRENCH_COLON: Run = { ...COLON, text: '\u00a0: ' };

/**
 * Lines of a table for which the measure is too narrow: for each row a record, one line (or more) a cell, after the
 * name of its column. The names stand for the header in the first record, and are copies in the others.
 */
export function* setStackedTable(
  table: Block & { kind: 'table' },
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  const [header, rows] = headed(table.rows);
  const names = header.map((cell) => cell.map((run) => ({ ...run, style: { ...run.style, bold: true } })));
  const copies = names.map((cell) => cell.map((run): Run => ({ text: run.text, style: run.style, at: -1 })));
  if (rows.length === 0)
    for (const name of names) yield* setParagraph(name, table.start, prefix, setting, false);
  let place = table.start;
  for (const [index, row] of rows.entries()) {
    if (index > 0) yield prefix.blank(place);
    const lines: Line[] = [];
    for (let column = 0; column < Math.max(row.length, header.length); column++) {
      const name = (index === 0 ? names : copies)[column] ?? [];
      const cell = row[column] ?? [];
      if (index > 0 && cell.length === 0) continue;
      const hanging = prefix.fits(HANG) ? prefix.inside(HANG, [], [blankSpan(HANG)]) : prefix;
      const runs = name.every((run) => run.text === '')
        ? cell
        : [...name, setting.french ? FRENCH_COLON : COLON, ...cell];
      lines.push(...setParagraph(runs, place, hanging, setting, false));
    }
    for (const line of withMonotonicRanges(lines)) {
      yield line;
      place = Math.max(place, line.end);
    }
  }
}

/**
 * The names of the columns, and the rows. A head whose cells are links and nothing else names nothing: tables of people
 * and of sponsors begin with the first of them.
 */
function headed(rows: readonly Row[]): readonly [Row, readonly Row[]] {
  const [header = [], ...others] = rows;
  const links = header.filter((cell) => cell.length > 0 && cell.every((run) => run.link !== undefined));
  const isRow = links.length > 0 && header.every((cell) => cell.length === 0 || links.includes(cell));
  return isRow && others.length > 0 ? [header.map(() => []), rows] : [header, others];
}
