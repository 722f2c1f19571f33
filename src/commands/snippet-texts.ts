import { statSync } from 'node:fs';
import type { DocumentCache } from '../cache/document-cache.ts';
import type { Body } from '../document/body.ts';
import type { Document } from '../document/document.ts';
import { isParserLoaded, loadParser } from '../document/late-parsers.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import { readBeginning } from '../library/read-body.ts';

/** Bytes of the longest article that is cached for its snippet: to parse one of as many to its end takes some 5 ms. */
const LONGEST = 32_768;

/**
 * Opens the texts of articles for their snippets. Short ones come from the cache if they have been there before: to parse 20
 * articles, and to load the code for it, is half of a search.
 *
 * @returns the document of an article, parsed as far as it is asked for; throws a `LibraryError` if it cannot be read
 */
export async function snippetTexts(
  articles: readonly Article[],
  cache: DocumentCache,
): Promise<(article: Article) => Document> {
  const documents = new Map(articles.map((article) => [article.path, cachedText(article, cache)]));
  const missing = articles.filter(({ path }) => !documents.get(path));
  if (missing.length === 0) return ({ path }) => documents.get(path)!;
  const [{ parseNow }, unpacked] = await Promise.all([
    import('./reader/snippets.ts'),
    unpackedBodies(missing),
  ]);
  for (const { format } of missing) await loadParser(format);
  return (article) => {
    const cached = documents.get(article.path);
    if (cached) return cached;
    const body = unpacked.get(article.path) ?? readBeginning(article);
    const document = parseNow(body, article);
    if (isShort(article) && isParserLoaded(body.format))
      setImmediate(() => cacheText(article, body, document, cache));
    return document;
  };
}

const isShort = ({ size, packed }: Article): boolean => size <= LONGEST && !packed;

/** The text of an article that is as it was when it was indexed. */
function cachedText(article: Article, cache: DocumentCache): Document | undefined {
  if (!isShort(article) || !isUnchanged(article)) return undefined;
  const cached = cache.get(article);
  return cached?.document.complete ? cached.document : undefined;
}

/** Caches a text once its snippet is printed. */
function cacheText(article: Article, { firstLine }: Body, document: Document, cache: DocumentCache): void {
  if (!isUnchanged(article)) return;
  document.extend(Number.POSITIVE_INFINITY);
  cache.set(article, { document, firstLine });
}

function isUnchanged({ path, size, mtime }: Article): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.size === size && stats.mtimeMs === mtime;
  } catch {
    return false;
  }
}

/** The bodies of the articles in packed files, by path, without those that cannot be read. */
async function unpackedBodies(articles: readonly Article[]): Promise<ReadonlyMap<string, Body>> {
  const bodies = new Map<string, Body>();
  const packed = articles.filter((article) => article.packed);
  if (packed.length === 0) return bodies;
  const { openBody } = await import('../library/open-body.ts');
  for (const article of packed) {
    try {
      bodies.set(article.path, await openBody(article));
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error;
    }
  }
  return bodies;
}
