import { type Article, minutesOf } from '../library/article.ts';
import { unnamedDraft } from '../library/drafts.ts';
import { sortArticles } from '../library/sort-articles.ts';
import { meets } from '../memory/conditions.ts';
import { cliMessages } from '../messages/cli.ts';
import { type Language, locales } from '../messages/locale.ts';
import type { Line } from '../text/line.ts';
import { noneMarked, openCatalogue, tagged, warn } from './catalogue.ts';
import type { ListOptions } from './command-options.ts';
import { type Environment, type ExitCode, Failure, widthOf } from './environment.ts';
import type { Marks } from './marks.ts';
import { printed, write } from './print.ts';
import { articleJson, jsonText, tsv } from './script-output.ts';
import { type Column, tableLines } from './table.ts';

/** Number, title, author, date, minutes, tags. */
const COLUMNS: readonly Column[] = [
  { style: { role: 'marker' }, align: 'right', dropOrder: 0 },
  { style: { bold: true }, align: 'left', min: 16, preferred: 48, dropOrder: 0 },
  { style: {}, align: 'left', min: 10, preferred: 24, dropOrder: 2 },
  { style: { role: 'meta' }, align: 'left', dropOrder: 3 },
  { style: { role: 'meta' }, align: 'right', dropOrder: 1 },
  { style: { role: 'note' }, align: 'left', min: 12, dropOrder: 4 },
];

/** `kiosque list`: the articles, one per line: aligned on a terminal, tab-separated in a pipe, or as JSON. */
export async function list(environment: Environment, options: ListOptions): Promise<ExitCode> {
  const { articles, warnings, leftOut } = await openCatalogue(environment, options);
  warn(environment, warnings);
  if (leftOut.length > 0) (await import('./left-out.ts')).sayLeftOut(environment, leftOut, options.verbose);
  const { is, order, reverse } = options;
  const needsMarks = is.length > 0 || order === 'read';
  const marks = needsMarks
    ? await (await import('./marks.ts')).openMarks(environment, articles, options.paths)
    : undefined;
  const published = options.drafts ? articles : publishedOf(environment, articles, options.paths);
  const filtered = marked(tagged(published, options.tags), is, marks);
  // They come by date.
  const isSorted = order === 'date' && !reverse;
  const sorted = isSorted ? filtered : sortArticles(filtered, order, reverse, marks?.readNumberOf);
  const chosen = sorted.slice(0, options.limit);
  const { stdout, language } = environment;
  if (options.fields !== undefined || options.template !== undefined || options.endsWithNull)
    (await import('./chosen-fields.ts')).printChosen(environment, chosen, options);
  else if (options.json) stdout.write(jsonText(chosen.map(articleJson)));
  else if (stdout.isTTY)
    await write(stdout, printed(listLines(chosen, articles, language, widthOf(stdout)), environment));
  else stdout.write(tsv(chosen.map(fields)));
  return 0;
}

/**
 * The articles without drafts, which come last; says how many these are.
 *
 * @throws {Failure} if there are only drafts
 */
function publishedOf(
  { stderr, language }: Environment,
  articles: readonly Article[],
  paths: readonly string[],
): readonly Article[] {
  if (!articles.at(-1)?.draft) return articles;
  const isLeftOut = unnamedDraft(paths);
  const published = articles.filter((article) => !isLeftOut(article));
  const count = articles.length - published.length;
  if (published.length === 0) throw new Failure(1, (messages) => messages.drafts(count));
  if (count > 0) stderr.write(`kiosque: ${cliMessages[language].drafts(count)}\n`);
  return published;
}

/** The articles that meet all conditions. Throws a `Failure` if none does. */
function marked(
  articles: readonly Article[],
  is: ListOptions['is'],
  marks: Marks | undefined,
): readonly Article[] {
  if (!marks) return articles;
  const matching = articles.filter((article) => is.every((condition) => meets(marks.of(article), condition)));
  if (matching.length > 0) return matching;
  throw noneMarked(is);
}

const fields = ({ id, date = '', words, title, author = '', tags }: Article): string[] => [
  id,
  date,
  String(minutesOf(words)),
  title,
  author,
  tags.join(','),
];

/** Articles as a table, numbered as in `catalogue`, so that `show` takes the numbers. Authors only if they differ. */
function listLines(
  articles: readonly Article[],
  catalogue: readonly Article[],
  language: Language,
  width: number,
): Line[] {
  const messages = cliMessages[language];
  const numbers = new Map(catalogue.map((article, i) => [article, i + 1]));
  const isOneAuthor = new Set(catalogue.map((article) => article.author)).size < 2;
  const rows = articles.map((article) => [
    String(numbers.get(article) ?? ''),
    article.draft ? `${article.title} (${messages.draft})` : article.title,
    isOneAuthor ? '' : (article.author ?? ''),
    article.date ? locales[language].date(article.date, 'short') : '',
    messages.minutes(minutesOf(article.words)),
    article.tags.join(', '),
  ]);
  return tableLines(COLUMNS, rows, width);
}
