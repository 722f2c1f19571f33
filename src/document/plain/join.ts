import type { Line } from './line.ts';
import { isDivided, type Wrap } from './wrap.ts';

/**
 * Lines of a paragraph as one: blanks single, no blank where a line ends in a hyphen. The hyphen itself goes where the
 * text's words are divided at the ends of lines; elsewhere it belongs to the word.
 */
export function joinLines(lines: readonly Line[], wrap?: Wrap): string {
  let text = squeeze(lines[0]!.text);
  for (let i = 1; i < lines.length; i++) {
    const next = squeeze(lines[i]!.text);
    if (!isDivided(lines[i - 1]!, lines[i]!)) text += ` ${next}`;
    else text = (wrap?.hyphenated ? text.slice(0, -1) : text) + next;
  }
  return text;
}

const squeeze = (text: string): string => (/[\t ]{2}|\t/.test(text) ? text.replace(/[\t ]+/g, ' ') : text);

/** Lines as they stand: without the indent they share, with what some have beyond it. */
export function keepLines(lines: readonly Line[]): string[] {
  const shared = Math.min(...lines.map((line) => line.indent));
  return lines.map((line) => ' '.repeat(Math.min(line.indent - shared, MOST_INDENT)) + line.text);
}

/** Columns of indent kept. */
const MOST_INDENT = 40;
