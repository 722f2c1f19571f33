import { type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Body } from '../document/body.ts';
import { ARTICLE_SUFFIX, type InputFormat, isDataName, readingOfName } from '../document/formats.ts';
import type { Article } from '../library/article.ts';
import { articlesAt } from '../library/articles-at.ts';
import type { ParsedText } from '../library/describe-file.ts';
import { LibraryError } from '../library/error.ts';
import type { Named } from '../library/resolve-reference.ts';
import { cleanExcerpt } from '../unicode/clean.ts';
import { proposedLine } from '../unicode/shell-quote.ts';
import { type LookUp, withLookUp } from './article-lookup.ts';
import type { ShowOptions } from './command-options.ts';
import { displayPath } from './display-path.ts';
import { type Environment, Failure } from './environment.ts';
import { optimiseLate } from './optimise-late.ts';

/** Candidates listed for an ambiguous reference. */
const MAX_CANDIDATES = 12;

/** The text of an article's file, front matter included, and the body in it. */
interface Source {
  readonly body: Body;
  readonly text: string;
}

export interface ResolvedArticle {
  readonly article: Article;
  /** Its text, if that was parsed to find its title. */
  readonly parsed?: ParsedText | undefined;
  /** Reads its file, once; most texts are cached, so that the code for it is loaded then. Rejects with a `LibraryError`. */
  readonly read: () => Promise<Source>;
}

/**
 * Resolves the articles that the user names: words that together name one article, such as words of its title, or else each
 * the name of an article. See `resolveArticle`.
 *
 * @throws {LibraryError} if an article cannot be read
 * @throws {Failure} if a name matches no article, or several
 */
export async function resolveArticles(
  environment: Environment,
  { words, ...options }: Pick<ShowOptions, 'words' | 'paths' | 'input' | 'isAll'>,
): Promise<readonly ResolvedArticle[]> {
  return withLookUp(environment, options, (lookUp) =>
    resolveWords(words, (reference) => resolveArticle(environment, reference, options.input, lookUp)),
  );
}

async function resolveWords(
  words: readonly string[],
  resolveOne: (reference: string) => Promise<readonly ResolvedArticle[]>,
): Promise<readonly ResolvedArticle[]> {
  const resolveEach = async (): Promise<readonly ResolvedArticle[]> => {
    const each: ResolvedArticle[] = [];
    for (const word of words) each.push(...(await resolveOne(word)));
    return each;
  };
  if (words.length === 1 || words.some((word) => word === '-' || isFile(word))) return resolveEach();
  try {
    return await resolveOne(words.join(' '));
  } catch (error) {
    return resolveEach().catch(() => {
      throw error;
    });
  }
}

const isFile = (path: string): boolean => statsOf(path)?.isFile() ?? false;
const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() ?? false;

/** Undefined if a path cannot be examined, which is reported when it is opened. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Resolves an article, or all articles of a file. `-` is standard input; a reference that looks like the path of a file is
 * tried as one first; any other is looked up in the catalogue, then as a path.
 */
async function resolveArticle(
  environment: Environment,
  reference: string,
  input: InputFormat | undefined,
  lookUp: LookUp,
): Promise<readonly ResolvedArticle[]> {
  if (reference === '-') {
    const { pipedArticle } = await import('./standard-input.ts');
    const { article, parsed, ...source } = await pipedArticle(environment, input);
    return [{ article, parsed, read: async () => source }];
  }
  const isPath = /[/\\]/.test(reference);
  if (isPath || ARTICLE_SUFFIX.test(reference) || isDataName(reference)) {
    const inFiles = await articlesIn(reference, input);
    if (inFiles) return inFiles;
  }
  const { found, article, count } = await lookUp(reference);
  if (article) return [inFile(article)];
  if (found.kind === 'many') throw ambiguous(reference, found.articles);
  const inFiles = await articlesIn(reference, input);
  if (inFiles) return inFiles;
  if (isPath) throw new LibraryError('missing', reference);
  const near = found.kind === 'none' ? found.near.map(({ id }) => id) : [];
  throw new Failure(1, (messages) =>
    /^#?\d+$/.test(reference)
      ? messages.noSuchNumber(cleanExcerpt(reference), count)
      : messages.noSuchArticle(cleanExcerpt(reference), near),
  );
}

function ambiguous(reference: string, articles: readonly Named[]): Failure {
  const repeat = (names: readonly string[]): boolean => new Set(names).size < names.length;
  // If titles or the names of files repeat, only the paths tell which is which.
  const needsPlace =
    repeat(articles.map(({ title }) => title)) || repeat(articles.map(({ path }) => basename(path)));
  const placeOf = (path: string): string => (needsPlace ? `  ${displayPath(path)}` : '');
  const candidates = articles
    .slice(0, MAX_CANDIDATES)
    .map(({ id, title, path }) => `\n  ${id}  ${title}${placeOf(path)}`);
  const rest = articles.length - candidates.length;
  return new Failure(
    2,
    (messages) =>
      messages.ambiguous(cleanExcerpt(reference), articles.length) +
      candidates.join('') +
      (rest > 0 ? `\n  ${messages.more(rest)}` : ''),
  );
}

function inFile(article: Article, parsed?: ParsedText): ResolvedArticle {
  let source: Promise<Source> | undefined;
  const read = async (): Promise<Source> => {
    if (article.packed) {
      const { openBody } = await import('../library/open-body.ts');
      const body = await openBody(article);
      return { body, text: body.source };
    }
    const { bodyOf, readText } = await import('../library/read-body.ts');
    const text = readText(article);
    return { body: bodyOf(text, article.path, article.input), text };
  };
  return { article, parsed, read: () => (source ??= read()) };
}

/** Makes ready for a Markdown file if it is long: its beginning is parsed to describe it. Other parsers are still to be loaded. */
async function prepareToParse(path: string): Promise<void> {
  if (readingOfName(path)?.format !== 'markdown') return;
  await import('../library/describe-file.ts');
  await optimiseLate(statsOf(path)?.size ?? 0);
}

/** The articles in a file, whatever its suffix; undefined if there is no such file. Throws if it holds none. */
async function articlesIn(
  path: string,
  input: InputFormat | undefined,
): Promise<readonly ResolvedArticle[] | undefined> {
  if (isFolder(path)) {
    const instead = proposedLine(['kiosque', 'list', '--from', path]);
    throw new Failure(2, (messages) => messages.folder(cleanExcerpt(path), instead));
  }
  try {
    await prepareToParse(path);
    const { articles, warnings, parsed } = await articlesAt(path, input);
    const [warning] = warnings;
    if (articles.length === 0 && warning && warning.kind !== 'front-matter') {
      const { kind, cause } = warning;
      // The path as the user typed it, with the reason that was found.
      throw new LibraryError(kind, path, { cause: cause instanceof LibraryError ? cause.cause : cause });
    }
    return articles.map((article) => inFile(article, parsed));
  } catch (error) {
    if (error instanceof LibraryError && error.kind === 'missing') return undefined;
    throw error;
  }
}
