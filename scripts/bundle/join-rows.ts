/** An operation of Ink on a frame: `write` puts a text at a cell, counted from 0; the others are `clip` and `unclip`. */
export interface Operation {
  readonly type: 'write' | 'clip' | 'unclip';
  readonly x?: number;
  readonly y?: number;
  readonly text?: string;
  readonly transformers?: readonly ((line: string, index: number) => string)[];
}

/** Text in which every character is one cell wide. */
const ASCII = /^[\n -~]*$/;

/**
 * Composes the rows of a frame whose texts stand side by side, in order, by joining the transformed texts. A
 * transformation keeps the width of its text, as Ink demands. Returns undefined for other frames (overlapping texts,
 * texts of unknown width), which Ink has to compose cell by cell.
 */
export function joinRows(operations: readonly Operation[], height: number): string[] | undefined {
  const rows = Array.from({ length: height }, () => '');
  const widths = rows.map(() => 0);
  for (const { type, x = 0, y = 0, text = '', transformers = [] } of operations) {
    if (type !== 'write' || !ASCII.test(text)) return undefined;
    for (const [index, line] of text.split('\n').entries()) {
      const gap = x - (widths[y + index] ?? Number.POSITIVE_INFINITY);
      if (gap < 0) return undefined;
      rows[y + index] +=
        ' '.repeat(gap) + transformers.reduce((row, transform) => transform(row, index), line);
      widths[y + index] = x + line.length;
    }
  }
  return rows.map((row) => row.trimEnd());
}
