export type Alignment = 'left' | 'right' | 'center' | null;

/**
 * The lines of a table of GFM.
 *
 * @param rows  inline Markdown by cells, without newlines; `<br>` breaks a line in a cell
 * @param header  the first row; a table without one has a header of empty cells
 */
export function pipeTable(
  rows: readonly (readonly string[])[],
  header: readonly string[] | undefined,
  align: readonly Alignment[] = [],
): readonly string[] {
  const columns = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `|${Array.from({ length: columns }, (_, column) => ` ${escaped(cells[column] ?? '')} |`).join('')}`;
  const rule = Array.from({ length: columns }, (_, column) => `${RULES[align[column] ?? 'none']}|`);
  return [line(header ?? []), `|${rule.join('')}`, ...rows.map(line)];
}

const RULES = { left: ':--', right: '--:', center: ':-:', none: '---' };

const escaped = (cell: string): string => cell.trim().replace(/(?<!\\)\|/g, '\\|');

/** The text of a cell that is written on several lines: paragraphs and items of lists are broken from each other. */
export function cellOf(lines: readonly string[]): string {
  const text = lines.map((line) => line.trim().replace(/^[-*+][ \t]+(?=\S)/, '• ')).join('\n');
  return text
    .trim()
    .replace(/\n{2,}|\n(?=• |\d{1,9}[.)] )/g, '<br>')
    .replaceAll('\n', ' ');
}
