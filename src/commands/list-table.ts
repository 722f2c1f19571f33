import { type Article, minutesOf } from '../library/article.ts';
import { cliMessages } from '../messages/cli.ts';
import { type Language, locales } from '../messages/locale.ts';
import type { Line } from '../text/line.ts';
import { type Environment, widthOf } from './environment.ts';
import { printed } from './print.ts';
import { type Column, tableLines } from './table.ts';
import { write } from './write.ts';

/** The articles to list. */
export interface Chosen {
  readonly chosen: readonly Article[];
  /** The number of an article, from 1, by which `show` finds it. */
  readonly numberOf: (article: Article) => number;
  /** True if all articles of the library have the same author. */
  readonly hasOneAuthor: boolean;
}

/** Number, title, author, date, minutes, tags. */
const COLUMNS: readonly Column[] = [
  { style: { role: 'marker' }, align: 'right', dropOrder: 0 },
  { style: { bold: true }, align: 'left', min: 16, preferred: 48, dropOrder: 0 },
  { style: {}, align: 'left', min: 10, preferred: 24, dropOrder: 2 },
  { style: { role: 'meta' }, align: 'left', dropOrder: 3 },
  { style: { role: 'meta' }, align: 'right', dropOrder: 1 },
  { style: { role: 'note' }, align: 'left', min: 12, dropOrder: 4 },
];

/** Prints articles as a table on a terminal. It is loaded only for one, as themes and widths are a twentieth of a start. */
export async function printTable(environment: Environment, listed: Chosen): Promise<void> {
  const { stdout, language } = environment;
  await write(stdout, printed(listLines(listed, language, widthOf(stdout)), environment));
}

/** Articles as a table, with the numbers that `show` takes. Authors only if they differ. */
function listLines({ chosen, numberOf, hasOneAuthor }: Chosen, language: Language, width: number): Line[] {
  const messages = cliMessages[language];
  const rows = chosen.map((article) => [
    String(numberOf(article)),
    article.draft ? `${article.title} (${messages.draft})` : article.title,
    hasOneAuthor ? '' : (article.author ?? ''),
    article.date ? locales[language].date(article.date, 'short') : '',
    messages.minutes(minutesOf(article.words)),
    article.tags.join(', '),
  ]);
  return tableLines(COLUMNS, rows, width);
}
