import { type Article, minutesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import { type Language, locales } from '../messages/locale.ts';
import type { Line } from '../text/line.ts';
import { type Column, tableLines } from './table.ts';

const COLUMNS: readonly Column[] = [
  { style: { role: 'marker' }, align: 'right', leaves: 0 },
  { style: { bold: true }, align: 'left', least: 16, enough: 48, leaves: 0 },
  { style: {}, align: 'left', least: 10, enough: 24, leaves: 2 },
  { style: { role: 'meta' }, align: 'left', leaves: 3 },
  { style: { role: 'meta' }, align: 'right', leaves: 1 },
  { style: { role: 'note' }, align: 'left', least: 12, leaves: 4 },
];

/**
 * Articles as a table of number, title, author, date, minutes, tags in `width` cells. The number is the place in
 * `catalogue`, by which `show` finds an article again. Authors are left out where they are all the same.
 */
export function listLines(
  articles: readonly Article[],
  catalogue: readonly Article[],
  language: Language,
  width: number,
): Line[] {
  const messages = cliMessages[language];
  const numbers = new Map(catalogue.map((article, i) => [article, i + 1]));
  const oneAuthor = new Set(catalogue.map((article) => article.author)).size < 2;
  const rows = articles.map((article) => [
    String(numbers.get(article) ?? ''),
    article.title,
    oneAuthor ? '' : (article.author ?? ''),
    article.date ? locales[language].date(article.date, 'short') : '',
    messages.minutes(minutesOf(article.words)),
    article.tags.join(', '),
  ]);
  return tableLines(COLUMNS, rows, width);
}
