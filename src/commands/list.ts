import { statSync } from 'node:fs';
import { type Article, minutesOf } from '../library/article.ts';
import { unnamedDraft } from '../library/drafts.ts';
import { FIELDS } from '../library/fields.ts';
import type { Library } from '../library/load-library.ts';
import { sortArticles } from '../library/sort-articles.ts';
import { meets } from '../memory/conditions.ts';
import { cliMessages } from '../messages/cli.ts';
import { listedLibrary, noneMarked, openCatalogue, publishedAt, tagged, warn } from './catalogue.ts';
import type { ListOptions } from './command-options.ts';
import { type Environment, type ExitCode, Failure } from './environment.ts';
import type { Chosen } from './list-table.ts';
import type { Marks } from './marks.ts';
import { articleJson, asksForFields, jsonText, tsv } from './script-output.ts';

/** `kiosque list`: the articles, one per line: aligned on a terminal, tab-separated in a pipe, or as JSON. */
export async function list(environment: Environment, options: ListOptions): Promise<ExitCode> {
  const listed = (await firstOfList(environment, options)) ?? (await chosenOf(environment, options));
  const { chosen } = listed;
  const { stdout } = environment;
  if (asksForFields(options))
    (await import('./chosen-fields.ts')).printFields(environment, chosen.map(articleJson), FIELDS, options);
  else if (options.json) stdout.write(jsonText(chosen.map(articleJson)));
  else if (stdout.isTTY) await (await import('./list-table.ts')).printTable(environment, listed);
  else stdout.write(tsv(chosen.map(fields)));
  return 0;
}

/** The first articles of a library with an index, without looking at the others; undefined if that does not say which they are. */
async function firstOfList(environment: Environment, options: ListOptions): Promise<Chosen | undefined> {
  const { paths, tags, is, order, reverse, limit } = options;
  const isFiltered = tags.length > 0 || is.length > 0;
  // A draft that is named itself is listed with the others.
  if (limit === undefined || isFiltered || order !== 'date' || reverse) return undefined;
  const published = await publishedAt(environment, paths, limit);
  if (published) return firstOf(published.articles, limit);
  if (!paths.every(isFolder)) return undefined;
  const listed = paths.length > 0 ? await listedLibrary(environment, paths, options) : undefined;
  try {
    const list = await listed?.list(limit);
    if (!listed || !list) return undefined;
    const { facts } = list.listing;
    const drafts = options.drafts ? 0 : facts.drafts;
    const length = Math.min(limit, list.count - drafts);
    if (length === 0) return undefined;
    const chosen = listed.guarded(() => Array.from({ length }, (_, at) => list.article(at)));
    if (!chosen) return undefined;
    await report(environment, facts, options);
    if (drafts > 0) sayDrafts(environment, drafts);
    return { chosen, numberOf: numbering(chosen), hasOneAuthor: facts.hasOneAuthor };
  } finally {
    listed?.close();
  }
}

/** The first articles of a published library, which has no drafts. */
const firstOf = (articles: readonly Article[], limit: number): Chosen => ({
  chosen: articles.slice(0, limit),
  numberOf: numbering(articles),
  hasOneAuthor: new Set(articles.map(({ author }) => author)).size < 2,
});

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Says which files could not be read, and what is left out. */
async function report(
  environment: Environment,
  { warnings, leftOut }: Pick<Library, 'warnings' | 'leftOut'>,
  { verbose }: ListOptions,
): Promise<void> {
  warn(environment, warnings);
  if (leftOut.length > 0) (await import('./left-out.ts')).sayLeftOut(environment, leftOut, verbose);
}

function sayDrafts({ stderr, language }: Environment, count: number): void {
  stderr.write(`kiosque: ${cliMessages[language].drafts(count)}\n`);
}

/** Numbers articles from 1, once a number is asked for: only a table has them. */
function numbering(articles: readonly Article[]): Chosen['numberOf'] {
  let numbers: ReadonlyMap<Article, number> | undefined;
  return (article) => {
    numbers ??= new Map(articles.map((each, i) => [each, i + 1]));
    return numbers.get(article)!;
  };
}

async function chosenOf(environment: Environment, options: ListOptions): Promise<Chosen> {
  const library = await openCatalogue(environment, options);
  await report(environment, library, options);
  const { articles } = library;
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
  return {
    chosen,
    numberOf: numbering(articles),
    hasOneAuthor: new Set(articles.map(({ author }) => author)).size < 2,
  };
}

/**
 * The articles without drafts, which come last; says how many these are.
 *
 * @throws {Failure} if there are only drafts
 */
function publishedOf(
  environment: Environment,
  articles: readonly Article[],
  paths: readonly string[],
): readonly Article[] {
  if (!articles.at(-1)?.draft) return articles;
  const isLeftOut = unnamedDraft(paths);
  const published = articles.filter((article) => !isLeftOut(article));
  const count = articles.length - published.length;
  if (published.length === 0) throw new Failure(1, (messages) => messages.drafts(count));
  if (count > 0) sayDrafts(environment, count);
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
