import type { Body } from '../document/body.ts';
import { ARTICLE_SUFFIX, type InputFormat, isDataName } from '../document/formats.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import { loadLibrary, statOf } from '../library/load-library.ts';
import { refreshedArticle } from '../library/prepared-catalogue.ts';
import { resolveReference } from '../library/resolve-reference.ts';
import { cleanLine } from '../unicode/clean.ts';
import { openCatalogue } from './catalogue.ts';
import type { ShowOptions } from './command-options.ts';
import { type Environment, Failure } from './environment.ts';

/** Candidates listed for an ambiguous reference. */
const MAX_CANDIDATES = 12;

/** The text of an article's file, front matter included, and the body in it. */
interface Source {
  readonly body: Body;
  readonly text: string;
}

export interface ResolvedArticle {
  readonly article: Article;
  /** Reads its file, once; most texts are cached, so that the code for it is loaded then. Rejects with a `LibraryError`. */
  readonly read: () => Promise<Source>;
}

/**
 * Resolves the article that the user names. `-` is standard input; a reference that looks like the path of a file is tried
 * as one first; any other is looked up in the catalogue, then as a path.
 *
 * @throws {LibraryError} if the article cannot be read
 * @throws {Failure} if no article matches, or several do
 */
export async function resolveArticle(
  environment: Environment,
  { reference, ...options }: ShowOptions,
): Promise<ResolvedArticle> {
  if (reference === '-') {
    const { pipedArticle } = await import('./standard-input.ts');
    const { article, ...source } = await pipedArticle(environment, options.input);
    return { article, read: async () => source };
  }
  const isPath = /[/\\]/.test(reference);
  if (isPath || ARTICLE_SUFFIX.test(reference) || isDataName(reference)) {
    const file = await fileAt(reference, options.input);
    if (file) return inFile(file);
  }
  const { articles: catalogue } = await openCatalogue(environment, options);
  const found = resolveReference(catalogue, reference);
  if (found.kind === 'one') return inFile(await refreshedArticle(found.article));
  if (found.kind === 'many') throw ambiguous(reference, found.articles);
  const file = await fileAt(reference, options.input);
  if (file) return inFile(file);
  if (isPath) throw new LibraryError('missing', reference);
  const near = found.near.map(({ id }) => id);
  throw new Failure(1, (messages) => messages.noSuchArticle(cleanLine(reference), near));
}

function ambiguous(reference: string, articles: readonly Article[]): Failure {
  const candidates = articles.slice(0, MAX_CANDIDATES).map(({ id, title }) => `\n  ${id}  ${title}`);
  const rest = articles.length - candidates.length;
  return new Failure(
    2,
    (messages) =>
      messages.ambiguous(cleanLine(reference), articles.length) +
      candidates.join('') +
      (rest > 0 ? `\n  ${messages.more(rest)}` : ''),
  );
}

function inFile(article: Article): ResolvedArticle {
  let source: Promise<Source> | undefined;
  const read = async (): Promise<Source> => {
    const { bodyOf, readText } = await import('../library/read-body.ts');
    const text = readText(article);
    return { body: bodyOf(text, article.path, article.input), text };
  };
  return { article, read: () => (source ??= read()) };
}

/** The article in a file, whatever its suffix; undefined if there is no such file. Throws if it is no article. */
async function fileAt(path: string, input: InputFormat | undefined): Promise<Article | undefined> {
  try {
    if (statOf(path).isDirectory()) {
      throw new Failure(2, (messages) => messages.folder(cleanLine(path)));
    }
    const { articles, warnings } = await loadLibrary([path], { input });
    const [warning] = warnings;
    if (articles.length === 0 && warning && warning.kind !== 'front-matter') {
      throw new LibraryError(warning.kind, path, { cause: warning.cause });
    }
    return articles[0];
  } catch (error) {
    if (error instanceof LibraryError && error.kind === 'missing') return undefined;
    throw error;
  }
}
