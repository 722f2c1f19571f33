import type { Line } from './line.ts';

/** Lines of a paragraph as one: blanks single, no blank where a line ends within a hyphenated word. */
export function joinLines(lines: readonly Line[]): string {
  let text = squeeze(lines[0]!.text);
  for (const line of lines.slice(1)) {
    const hyphenated = /\p{L}[-\u2010]$/u.test(text.slice(-3)) && /^\p{Ll}/u.test(line.text);
    text = hyphenated ? text + squeeze(line.text) : `${text} ${squeeze(line.text)}`;
  }
  return text;
}

const squeeze = (text: string): string => (/[\t ]{2}|\t/.test(text) ? text.replace(/[\t ]+/g, ' ') : text);

/** Lines as they stand: without the indent they share, with what some have beyond it. */
export function keepLines(lines: readonly Line[]): string[] {
  const shared = Math.min(...lines.map((line) => line.indent));
  return lines.map((line) => ' '.repeat(Math.min(line.indent - shared, 40)) + line.text);
}
