/** Text that Ink writes into a frame, at a cell from 0. `clip` and `unclip` are the other operations. */
export interface Operation {
  readonly type: 'write' | 'clip' | 'unclip';
  readonly x?: number;
  readonly y?: number;
  readonly text?: string;
  readonly transformers?: readonly ((line: string, index: number) => string)[];
}

/** Text whose cells are its characters. */
const ASCII = /^[\n -~]*$/;

/**
 * The rows of a frame whose texts stand side by side, in order: what each text is transformed to, one after the other.
 * A transformation keeps the width of a text, as Ink demands. Undefined for other frames (texts that overlap, or whose
 * width is not known at once), which Ink has to compose cell by cell.
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
