import type { Style } from '../document/document.ts';
import { type Article, minutesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import type { Language } from '../messages/locale.ts';
import type { Snippet } from '../search/results.ts';
import type { Line, Span } from '../text/line.ts';
import { type Column, lineOf, tableLines } from './table.ts';

/** Title, minutes, id. */
const COLUMNS: readonly Column[] = [
  { style: { bold: true }, align: 'left', min: 16, preferred: 48, dropOrder: 0 },
  { style: { role: 'meta' }, align: 'right', dropOrder: 1 },
  { style: { role: 'marker' }, align: 'left', dropOrder: 2 },
];

export interface Result {
  readonly article: Article;
  readonly score: number;
  readonly snippet: Snippet;
}

/** Blank cells before a snippet. */
export const INDENT = 2;

/** Results as two lines each: title, minutes and id, then the snippet with its matches marked. */
export function resultLines(results: readonly Result[], language: Language, width: number): Line[] {
  const messages = cliMessages[language];
  const rows = results.map(({ article: { title, words, id } }) => [
    title,
    messages.minutes(minutesOf(words)),
    id,
  ]);
  const titles = tableLines(COLUMNS, rows, width);
  return results.flatMap(({ snippet }, i) => [titles[i]!, snippetLine(snippet)]);
}

function snippetLine({ text, matches }: Snippet): Line {
  const spans: Span[] = [{ text: ' '.repeat(INDENT), style: {}, at: -1 }];
  const add = (from: number, to: number, style: Style) => {
    if (to > from) spans.push({ text: text.slice(from, to), style, at: -1 });
  };
  let at = 0;
  for (const { start, end } of matches) {
    add(at, start, { role: 'meta' });
    add(start, end, { role: 'mark' });
    at = end;
  }
  add(at, text.length, { role: 'meta' });
  return lineOf(spans);
}
