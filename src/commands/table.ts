import type { Style } from '../document/document.ts';
import type { Line, Span } from '../text/line.ts';
import { cellWidth, padEnd, padStart, truncate } from '../unicode/width.ts';

/** A column of a table on a terminal. */
export interface Column {
  readonly style: Style;
  readonly align: 'left' | 'right';
  /** Cells it can be cut down to; it is never cut where this is absent. */
  readonly least?: number;
  /** Cells that other columns make room for, by leaving; as wide as its widest cell where this is absent. */
  readonly enough?: number;
  /** Where room is short, columns with the highest number leave first; 0 stays. */
  readonly leaves: number;
}

/** Blank cells between columns. */
const GAP = 2;

/**
 * Rows of cells as lines of at most `width` cells, columns aligned. Cut columns share the room that is left in the
 * order they stand.
 */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): Line[] {
  const wanted = columns.map((_, i) => Math.max(0, ...rows.map((row) => cellWidth(row[i]!))));
  const widths = columnWidths(columns, wanted, width);
  return rows.map((row) => {
    const spans: Span[] = [];
    for (const [i, { style, align }] of columns.entries()) {
      const cells = widths[i]!;
      if (cells === 0) continue;
      if (spans.length > 0) spans.push({ text: ' '.repeat(GAP), style: {}, at: -1 });
      const text = truncate(row[i]!, cells);
      spans.push({ text: (align === 'right' ? padStart : padEnd)(text, cells), style, at: -1 });
    }
    return lineOf(spans);
  });
}

/** A line that is part of no document, without blanks at its end. */
export function lineOf(spans: readonly Span[]): Line {
  const kept = [...spans];
  while (kept.length > 0) {
    const last = kept.pop()!;
    const text = last.text.trimEnd();
    if (text === '') continue;
    kept.push({ ...last, text });
    break;
  }
  return { spans: kept, width: cellWidth(kept.map((span) => span.text).join('')), start: 0, end: 0 };
}

/** Cells for each column, 0 for those left out. */
function columnWidths(columns: readonly Column[], wanted: readonly number[], width: number): number[] {
  const enough = columns.map((column, i) => Math.min(column.enough ?? Number.POSITIVE_INFINITY, wanted[i]!));
  const least = columns.map((column, i) => Math.min(column.least ?? Number.POSITIVE_INFINITY, wanted[i]!));
  const order = columns.map(({ leaves }, i) => ({ leaves, i })).sort((a, b) => b.leaves - a.leaves);
  for (const { leaves, i } of order) {
    if (leaves === 0) continue;
    enough[i] = least[i]!;
    if (total(enough) > width) enough[i] = least[i] = 0;
  }
  const widths = [...least];
  for (const [i, cells] of widths.entries()) {
    if (cells > 0) widths[i] = Math.min(wanted[i]!, cells + Math.max(0, width - total(widths)));
  }
  // Nothing else can leave: what stays is cut, from the end.
  for (let i = widths.length - 1; i >= 0; i--) {
    if (widths[i]! > 0) widths[i] = Math.max(1, widths[i]! - Math.max(0, total(widths) - width));
  }
  return widths;
}

function total(widths: readonly number[]): number {
  const shown = widths.filter((cells) => cells > 0);
  return shown.reduce((sum, cells) => sum + cells, 0) + GAP * Math.max(0, shown.length - 1);
}
