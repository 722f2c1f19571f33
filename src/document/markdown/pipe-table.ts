import { Fences, isFence } from './fences.ts';
import { codeSpan } from './rewritings.ts';

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

/** The text of a cell that is written on several lines: paragraphs, items of lists and lines of code are broken from each other. */
export function cellOf(lines: readonly string[]): string {
  const text = withoutFences(lines)
    .map((line) => line.trim().replace(/^[-*+][ \t]+(?=\S)/, '• '))
    .join('\n');
  return text
    .trim()
    .replace(/\n{2,}|\n(?=• |\d{1,9}[.)] )/g, '<br>')
    .replaceAll('\n', ' ');
}

/** Lines with those of fenced code as code in HTML, each a paragraph: there are no blocks in a cell. */
function withoutFences(lines: readonly string[]): readonly string[] {
  if (!lines.some(isFence)) return lines;
  const fences = new Fences();
  return lines.flatMap((line) => {
    const isCode = fences.isCode(line);
    if (isFence(line)) return [''];
    return isCode ? ['', line.trim() && codeSpan(line.trim()), ''] : [line];
  });
}
