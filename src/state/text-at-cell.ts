import type { Line, Span } from '../text/line.ts';
import { cellWidth, clusters } from '../unicode/width.ts';
import { articleRowsOf, geometryOf } from './selectors.ts';
import type { State } from './state.ts';

/**
 * The offset of the text that is drawn at a cell of the screen. Beside the text, the offset of the nearest text in the row: in
 * the same cell of a table, unless that is empty.
 *
 * @returns undefined in a row without text
 */
export function offsetAtCell(state: State, x: number, y: number): number | undefined {
  const { reader, margin } = geometryOf(state);
  const row = reader && articleRowsOf(state)?.row(state.reader.top + y - reader.y);
  if (!reader || row?.kind !== 'text') return undefined;
  return offsetInLine(row.line, cellInLine(state, row.line, x - reader.x - margin));
}

/** The cell of a line of text that is drawn `x` cells right of the margin: wide code may be scrolled sideways. */
export function cellInLine(state: State, { outdent = 0, scroll }: Line, x: number): number {
  const column = x + outdent;
  return scroll !== undefined && column >= scroll.after ? column + state.reader.codeColumn : column;
}

/** A span of the document's text, the cell of the line that it begins at, and the column of the table it is in. */
interface PlacedSpan {
  readonly span: Span;
  readonly left: number;
  readonly right: number;
  readonly tableColumn: number;
}

/** The offset of the text in cell `x` of a line, or nearest to it. */
function offsetInLine(line: Line, x: number): number | undefined {
  const placed: PlacedSpan[] = [];
  let left = 0;
  let tableColumn = 0;
  let ownColumn = 0;
  for (const span of line.spans) {
    const right = left + cellWidth(span.text);
    // Text that the layout adds or repeats, such as padding and labels, is no place to select from.
    if (span.at >= line.start && span.at < line.end) placed.push({ span, left, right, tableColumn });
    else if (span.style.role === 'rule') tableColumn++;
    if (x >= left) ownColumn = tableColumn;
    left = right;
  }
  const inColumn = placed.filter((each) => each.tableColumn === ownColumn);
  const [nearest] = (inColumn.length > 0 ? inColumn : placed).toSorted(
    (a, b) => distance(a, x) - distance(b, x),
  );
  return nearest && offsetInSpan(nearest, x);
}

const distance = ({ left, right }: PlacedSpan, x: number): number => Math.max(left - x, x - right + 1, 0);

/** The offset of the cluster in cell `x`, of the first one left of the span and of the last one right of it. */
function offsetInSpan({ span, left }: PlacedSpan, x: number): number {
  if (span.wide) return span.at;
  let offset = span.at;
  let last = offset;
  let right = left;
  for (const cluster of clusters(span.text)) {
    last = offset;
    right += cellWidth(cluster);
    if (x < right) break;
    offset += cluster.length;
  }
  return last;
}
