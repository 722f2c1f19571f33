import { DocumentCache, type OpenedText } from '../cache/documents.ts';
import type { Article, Body } from '../library/article.ts';
import type { Environment } from './environment.ts';

export const documentCache = ({ folders, build, remember }: Environment): DocumentCache =>
  new DocumentCache({ cache: folders.cache, build, readOnly: !remember });

/**
 * The text of an article, from the cache where it was parsed before. What parses is loaded when it is needed.
 *
 * @param read  gives the body
 * @throws {LibraryError} where it cannot be read
 */
export async function openText(
  article: Article,
  read: () => Promise<Body>,
  cache: DocumentCache,
): Promise<OpenedText> {
  const known = cache.get(article);
  if (known) return known;
  const body = await read();
  const { openDocument } = await import('../text/open.ts');
  const { title, lang } = article;
  const document = openDocument(body, { title, ...(lang && { lang }) });
  const opened = { document, firstLine: body.firstLine };
  // Once it has been shown; a long one may be complete only then.
  setImmediate(() => cache.set(article, opened));
  return opened;
}
