import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import { loadLibrary, statOf } from '../library/load-library.ts';
import { refreshedArticle } from '../library/prepared-catalogue.ts';
import { bodyOf, readText } from '../library/read-body.ts';
import { resolveReference } from '../library/resolve-reference.ts';
import { cleanLine } from '../unicode/clean.ts';
import { openCatalogue } from './catalogue.ts';
import type { Environment } from './environment.ts';
import { Failure } from './failure.ts';
import type { ShowOptions } from './options.ts';
import { pipedArticle } from './standard-input.ts';

/** Candidates named when several articles fit. */
const CANDIDATES = 12;

/** A file's text, front matter and all, and the body in it. */
interface Source {
  readonly body: Body;
  readonly text: string;
}

export interface WantedArticle {
  readonly article: Article;
  /**
   * What its file holds; read once.
   *
   * @throws {LibraryError} where it cannot be read
   */
  readonly read: () => Source;
}

/**
 * The article a person asks for: `-` is standard input, what looks like the path of a file is that file, and the rest is
 * looked for in the catalogue, then among the files after all.
 *
 * @throws {LibraryError} where it cannot be read
 * @throws {Failure} where none fits, or several do
 */
export async function wantedArticle(
  environment: Environment,
  { reference, paths }: ShowOptions,
): Promise<WantedArticle> {
  if (reference === '-') {
    const { article, ...source } = await pipedArticle(environment);
    return { article, read: () => source };
  }
  if (/[/\\]|\.(?:md|markdown|mdown|mkd|text|txt)$/i.test(reference)) {
    const file = await fileAt(reference);
    if (file) return inFile(file);
  }
  const { articles: catalogue } = await openCatalogue(environment, paths);
  const found = resolveReference(catalogue, reference);
  if (found.kind === 'one') return inFile(await refreshedArticle(found.article));
  const cleaned = cleanLine(reference);
  if (found.kind === 'many') {
    const { articles } = found;
    throw new Failure(2, (messages) => {
      const named = articles.slice(0, CANDIDATES).map(({ id, title }) => `\n  ${id}  ${title}`);
      const rest = articles.length - named.length;
      return (
        messages.ambiguous(cleaned, articles.length) +
        named.join('') +
        (rest > 0 ? `\n  ${messages.more(rest)}` : '')
      );
    });
  }
  const file = await fileAt(reference);
  if (file) return inFile(file);
  throw new Failure(1, (messages) =>
    messages.noSuchArticle(
      cleaned,
      found.near.map(({ id }) => id),
    ),
  );
}

function inFile(article: Article): WantedArticle {
  let source: Source | undefined;
  return { article, read: () => (source ??= sourceOf(article)) };
}

function sourceOf(article: Article): Source {
  const text = readText(article);
  return { body: bodyOf(text, article.path), text };
}

/**
 * The article in a file, whatever its name; undefined where there is no such file.
 *
 * @throws {LibraryError} where the file is no article
 * @throws {Failure} where it is a folder
 */
async function fileAt(path: string): Promise<Article | undefined> {
  try {
    if (statOf(path).isDirectory()) {
      throw new Failure(2, (messages) => messages.folder(cleanLine(path)));
    }
    const { articles, warnings } = await loadLibrary([path]);
    const [trouble] = warnings;
    if (articles.length === 0 && trouble && trouble.kind !== 'front-matter') {
      throw new LibraryError(trouble.kind, path, { cause: trouble.cause });
    }
    return articles[0];
  } catch (error) {
    if (error instanceof LibraryError && error.kind === 'missing') return undefined;
    throw error;
  }
}
