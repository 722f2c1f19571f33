import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ListedLibrary } from '../index/listed-library.ts';
import type { IndexOptions } from '../index/open-index.ts';
import type { Article } from '../library/article.ts';
import { languageFirst } from '../library/language-first.ts';
import { type Library, type LibraryWarning, loadLibrary, type OpenOptions } from '../library/load-library.ts';
import { readPrepared } from '../library/prepared-catalogue.ts';
import { withTag } from '../library/sort-articles.ts';
import { tagsLike } from '../library/tags.ts';
import { type CliMessages, cliMessages, type MarkName } from '../messages/cli.ts';
import { progressMessages } from '../messages/progress.ts';
import { cleanExcerpt, cleanLine } from '../unicode/clean.ts';
import { shellQuote } from '../unicode/shell-quote.ts';
import { isWebAddress } from '../web/address.ts';
import type { FromOptions } from './command-options.ts';
import { displayPath } from './display-path.ts';
import { type Environment, Failure } from './environment.ts';
import { ProgressLine } from './progress-line.ts';

/** Tags listed when none of those asked for exists: about a line. */
const MAX_TAGS = 12;

/**
 * The articles of `paths`, or the bundled ones if there are no paths, in the format `input` if the user asked for one. The
 * newest come first; of the bundled ones, those in the language of the interface.
 *
 * @throws {LibraryError} if a path cannot be read
 * @throws {Failure} if there is no article
 */
export async function openCatalogue(
  environment: Environment,
  { paths, input, isAll }: FromOptions,
): Promise<Library> {
  const bundled = paths.length === 0 && !input ? bundledArticles(environment) : undefined;
  if (bundled?.length)
    return { articles: bundled, warnings: [], folders: [], leftOut: [], unread: [], isWhole: true };
  const opened = paths.length > 0 ? paths : [environment.catalogue];
  const library =
    (await publishedAt(environment, opened)) ?? (await readLibrary(environment, opened, { input, isAll }));
  if (library.articles.length > 0)
    return paths.length > 0
      ? library
      : { ...library, articles: languageFirst(library.articles, environment.language) };
  warn(environment, library.warnings);
  const shown = opened.map(cleanLine);
  if (library.leftOut.length === 0) throw new Failure(1, (messages) => messages.noArticles(shown));
  const { textOfLeftOut } = await import('./left-out.ts');
  const leftOut = textOfLeftOut(library.leftOut, environment.language);
  throw new Failure(1, (messages) => messages.onlyLeftOut(shown, leftOut));
}

/** The published library that stands among `paths`, with as many of its newest articles as are enough; undefined if there is none. */
export async function publishedAt(
  environment: Environment,
  paths: readonly string[],
  limit?: number,
): Promise<Library | undefined> {
  if (!paths.some(isWebAddress)) return undefined;
  return (await import('./published/catalogue.ts')).publishedCatalogue(environment, paths, limit);
}

/** The library at `paths`. If it has an index, files that have not changed since then are not read. */
async function readLibrary(
  environment: Environment,
  paths: readonly string[],
  options: Pick<IndexOptions, 'input' | 'isAll'>,
): Promise<Library> {
  const line = new ProgressLine(environment);
  try {
    return await readTold(environment, paths, { ...options, onBatch: toldListing(environment, line) });
  } finally {
    line.end();
  }
}

/** Tells how many articles are found as batches of them are. */
function toldListing({ language }: Environment, line: ProgressLine): NonNullable<OpenOptions['onBatch']> {
  let count = 0;
  const tell = (): void => line.tell(() => ({ text: progressMessages[language].listing(count) }));
  tell();
  return ({ length }) => {
    count += length;
    tell();
  };
}

async function readTold(
  environment: Environment,
  paths: readonly string[],
  options: Pick<OpenOptions, 'input' | 'isAll' | 'onBatch'>,
): Promise<Library> {
  const listed = await listedLibrary(environment, paths, options);
  if (!listed) return loadLibrary(paths, options);
  try {
    const list = await listed.list();
    const articles = list && listed.guarded(() => list.articles());
    return articles
      ? { ...list.listing.facts, articles, folders: [], unread: [], isWhole: true }
      : await loadLibrary(paths, { ...options, known: await listed.known() });
  } finally {
    listed.close();
  }
}

/** The library at `paths` as its index has it; undefined if it has none. */
export async function listedLibrary(
  { storage: { cache } }: Environment,
  paths: readonly string[],
  { input, isAll }: Pick<IndexOptions, 'input' | 'isAll'>,
): Promise<ListedLibrary | undefined> {
  if (cache === undefined || paths.some(isWebAddress) || !existsSync(join(cache, 'index'))) return undefined;
  // Not at the top: the names of indexes are checksums, and to load zlib for them takes a millisecond.
  const { folderOf, librarySources, MANIFEST } = await import('../index/index-folder.ts');
  const absolute = paths.map((path) => resolve(path));
  const sources = librarySources(absolute, input, isAll);
  if (!existsSync(join(folderOf(cache, sources), MANIFEST))) return undefined;
  const { ListedLibrary } = await import('../index/listed-library.ts');
  return new ListedLibrary({ paths: absolute, input, isAll, cache, readOnly: true });
}

/** The bundled articles as described at build time, so that listing them need not read their files. */
export function bundledArticles({ catalogue, language }: Environment): readonly Article[] | undefined {
  const articles = readPrepared(join(catalogue, '../dist/catalogue.json'), catalogue);
  return articles && languageFirst(articles, language);
}

/** Prints warnings on stderr, one line each. */
export function warn({ stderr, language }: Environment, warnings: readonly LibraryWarning[]): void {
  for (const warning of warnings) stderr.write(`kiosque: ${warningText(warning, cliMessages[language])}\n`);
}

function warningText({ kind, count, paths }: LibraryWarning, messages: CliMessages): string {
  const named = paths.map((path) => displayPath(path));
  if (count > paths.length) named.push(messages.more(count - paths.length));
  return messages.skipped[kind](count, named.join(', '));
}

/** The articles that have all of `tags`. Throws a `Failure` if there are none. */
export function tagged(articles: readonly Article[], tags: readonly string[]): readonly Article[] {
  const matching = tags.reduce<readonly Article[]>((left, tag) => withTag(left, tag), articles);
  if (matching.length > 0) return matching;
  throw noneTagged(articles, tags.join(', '));
}

/** Says that no article has the tag, and which tags there are: those most like it first, then those of most articles. */
export function noneTagged(articles: readonly Article[], tag: string): Failure {
  const known = tagsLike(articles, tag).map(shellQuote);
  if (known.length > MAX_TAGS) known.splice(MAX_TAGS, known.length, '…');
  return new Failure(1, (messages) => messages.noArticlesTagged(cleanExcerpt(tag), known));
}

/** Says that no article has all of the marks. */
export const noneMarked = (marks: readonly MarkName[]): Failure =>
  new Failure(1, (messages) => messages.noArticlesMarked(marks.map((mark) => messages.marks[mark])));
