import type { Style } from '../document/document.ts';
import type { Line, Span } from '../text/line.ts';
import { cellWidth, padEnd, padStart, truncate } from '../unicode/width.ts';

/** A column of a table on a terminal; widths are in cells. */
export interface Column {
  readonly style: Style;
  readonly align: 'left' | 'right';
  /** The narrowest it may be truncated to; never truncated if absent. */
  readonly min?: number;
  /** The width for which columns of a higher `dropOrder` are dropped; that of its widest cell if absent. */
  readonly preferred?: number;
  /** Columns with the highest number are dropped first when room is short; 0 is never dropped. */
  readonly dropOrder: number;
}

/** Blank cells between columns. */
const GAP = 2;

/** Rows as lines of at most `width` cells with aligned columns. Truncated columns share leftover room, left ones first. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): Line[] {
  const natural = columns.map((_, i) => Math.max(0, ...rows.map((row) => cellWidth(row[i]!))));
  const widths = columnWidths(columns, natural, width);
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

/** A line that belongs to no document, without trailing blanks. */
export function lineOf(spans: readonly Span[]): Line {
  const last = spans.findLastIndex(({ text }) => text.trimEnd() !== '');
  const kept = spans.slice(0, last + 1);
  if (last >= 0) kept[last] = { ...spans[last]!, text: spans[last]!.text.trimEnd() };
  return { spans: kept, width: cellWidth(kept.map((span) => span.text).join('')), start: 0, end: 0 };
}

/** The width of each column, 0 for those dropped. `natural` is the width of its widest cell. */
function columnWidths(columns: readonly Column[], natural: readonly number[], width: number): number[] {
  const preferred = columns.map((column, i) => Math.min(column.preferred ?? natural[i]!, natural[i]!));
  const min = columns.map((column, i) => Math.min(column.min ?? natural[i]!, natural[i]!));
  const droppable = columns
    .map(({ dropOrder }, i) => ({ dropOrder, i }))
    .filter((column) => column.dropOrder > 0);
  for (const { i } of droppable.sort((a, b) => b.dropOrder - a.dropOrder)) {
    preferred[i] = min[i]!;
    if (totalWidth(preferred) > width) preferred[i] = min[i] = 0;
  }
  const widths = [...min];
  for (const [i, cells] of widths.entries()) {
    if (cells > 0) widths[i] = Math.min(natural[i]!, cells + Math.max(0, width - totalWidth(widths)));
  }
  // Only columns that are never dropped can still be too wide: truncate them, from the right.
  for (let i = widths.length - 1; i >= 0; i--) {
    if (widths[i]! > 0) widths[i] = Math.max(1, widths[i]! - Math.max(0, totalWidth(widths) - width));
  }
  return widths;
}

function totalWidth(widths: readonly number[]): number {
  const shown = widths.filter((cells) => cells > 0);
  return shown.reduce((sum, cells) => sum + cells, 0) + GAP * Math.max(0, shown.length - 1);
}
