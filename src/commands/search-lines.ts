import { type Article, minutesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import type { Language } from '../messages/language.ts';
import type { Snippet } from '../search/match.ts';
import type { Style } from '../text/document.ts';
import type { Line, Span } from '../text/line.ts';
import type { Result } from './search.ts';
import { type Column, lineOf, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { style: { role: 'marker' }, align: 'right', leaves: 0 },
  { style: { bold: true }, align: 'left', least: 16, enough: 48, leaves: 0 },
  { style: { role: 'meta' }, align: 'right', leaves: 1 },
];

/** Cells before a snippet. */
export const INDENT = 4;

/**
 * Results as two lines each: number, title and minutes, then the snippet with its matches marked. The number is the
 * place in `catalogue`, by which `show` finds an article again.
 */
export function resultLines(
  results: readonly Result[],
  catalogue: readonly Article[],
  language: Language,
  width: number,
): Line[] {
  const numbers = new Map(catalogue.map((article, i) => [article, i + 1]));
  const titles = tableLines(
    COLUMNS,
    results.map(({ article }) => [
      String(numbers.get(article) ?? ''),
      article.title,
      cliMessages[language].minutes(minutesOf(article.words)),
    ]),
    width,
  );
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
