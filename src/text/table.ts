import type { Block, Run } from '../document/document.ts';
import { cellWidth } from '../unicode/width.ts';
import { type Columns, fitColumns, isEmpty } from './columns.ts';
import type { Line, Span } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import { withMonotonicRanges } from './monotonic-ranges.ts';
import { setParagraphText } from './paragraph.ts';
import { ParagraphText } from './paragraph-text.ts';
import { type Setting, withSigns } from './setting.ts';
import { setStackedTable } from './stacked-table.ts';
import { outdented, outdentOf, roomFor } from './wide-blocks.ts';

type Table = Block & { kind: 'table' };
type Align = Table['align'][number];

const GAP = ' │ ';
const GAP_CELLS = 3;

/** Sets a table with a rule below its header, and between tall rows; its cells one below the other if it is too wide. */
export function* setTable(table: Table, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const rows = table.rows.map((row) => row.map((cell) => withSigns(cell, setting)));
  const { noBreakAt } = setting.typography;
  const columns = fitColumns(rows, roomFor(prefix, setting), GAP_CELLS, noBreakAt);
  if (columns === undefined) return yield* setStackedTable(table, prefix, setting);
  const cells = columns.widths.reduce((sum, width) => sum + GAP_CELLS + width, -GAP_CELLS);
  for (const line of tableLines(rows, columns, table, prefix, setting))
    yield outdented(line, outdentOf(cells, prefix, setting));
}

function* tableLines(
  rows: Table['rows'],
  columns: Columns,
  { start, align }: Table,
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  let end = start;
  const first = rows[0]?.every(isEmpty) ? 1 : 0;
  for (let index = first; index < rows.length; index++) {
    const row = rows[index]!;
    const rule = index === first ? undefined : ruleAbove(index === 1, columns);
    if (rule !== undefined) yield prefix.line([rule], cellWidth(rule.text), end, end);
    const cells = index === 0 ? row.map(bold) : row;
    for (const line of withMonotonicRanges(setRow(cells, columns, align, end, setting))) {
      yield prefix.line(line.spans, line.width, line.start, line.end);
      end = line.end;
    }
  }
}

/** The rule above a row; undefined if there is none. */
function ruleAbove(isAfterHeader: boolean, { widths, ruled }: Columns): Span | undefined {
  if (!isAfterHeader && !ruled) return undefined;
  const stroke = isAfterHeader ? '─' : '┄';
  return ruleSpan(widths.map((width) => stroke.repeat(width)).join(`${stroke}┼${stroke}`));
}

const ruleSpan = (text: string): Span => ({ text, style: { role: 'rule' }, at: -1 });

/** The runs of a header cell, in bold. */
export const bold = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, style: { ...run.style, bold: true } }));

/** The lines of a row, its cells side by side. `place` is the end of the row before in the document. */
function setRow(
  row: readonly (readonly Run[])[],
  { widths }: Columns,
  align: readonly Align[],
  place: number,
  setting: Setting,
): Line[] {
  const cells = widths.map((width, column) => {
    const paragraphText = new ParagraphText(row[column] ?? [], place);
    return setParagraphText(paragraphText, width, setting);
  });
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => {
    const spans: Span[] = [];
    let width = 0;
    const starts: number[] = [];
    let end = place;
    for (const [column, room] of widths.entries()) {
      if (column > 0) spans.push(ruleSpan(GAP));
      const line = cells[column]![index];
      const cell = pad(line, room, align[column], column === widths.length - 1);
      spans.push(...cell.spans);
      width += cell.width + (column > 0 ? GAP_CELLS : 0);
      if (line !== undefined) starts.push(line.start);
      end = Math.max(end, line?.end ?? 0);
    }
    return { spans, width, start: starts.length === 0 ? place : Math.min(...starts), end };
  });
}

/** A line of a table cell, padded to `room` cells; the last column is not padded on the right. */
function pad(
  line: Line | undefined,
  room: number,
  align: Align | undefined,
  last: boolean,
): { spans: readonly Span[]; width: number } {
  const slack = Math.max(0, room - (line?.width ?? 0));
  const before = line === undefined ? 0 : align === 'right' ? slack : align === 'center' ? slack >> 1 : 0;
  const after = last ? 0 : slack - before;
  const spans: Span[] = [];
  if (before > 0) spans.push(blankSpan(before));
  if (line !== undefined) spans.push(...line.spans);
  if (after > 0) spans.push(blankSpan(after));
  return { spans, width: (line?.width ?? 0) + before + after };
}
