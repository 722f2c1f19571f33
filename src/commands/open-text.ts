import { DocumentCache, type OpenedText } from '../cache/document-cache.ts';
import type { Body } from '../document/body.ts';
import { PartialDocument } from '../document/partial-document.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
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
  read: () => Body,
  cache: DocumentCache,
): Promise<OpenedText> {
  const known = cache.get(article);
  if (known?.document.complete) return known;
  const { parseDocument } = await import('../document/parse-document.ts');
  const { title, lang } = article;
  const hints = { title, ...(lang && { lang }) };
  if (known) {
    const { document: beginning, firstLine } = known;
    const document = new PartialDocument(beginning, () => {
      try {
        return parseDocument(read(), hints);
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        // The file went away in the meantime: there is no more than this.
        return { ...beginning, complete: true };
      }
    });
    return { document, firstLine };
  }
  const body = read();
  const opened = { document: parseDocument(body, hints), firstLine: body.firstLine };
  // Once it has been shown; a long one may be complete only then.
  setImmediate(() => cache.set(article, opened));
  return opened;
}
