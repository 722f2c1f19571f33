import { DocumentCache, type OpenedText } from '../cache/document-cache.ts';
import type { Body } from '../document/body.ts';
import { PartialDocument } from '../document/partial-document.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import type { Environment } from './environment.ts';

export const documentCache = ({ storage: { cache, readOnly }, build }: Environment): DocumentCache =>
  new DocumentCache({ cache, build, readOnly });

/**
 * The text of an article, from the cache if it was parsed before. The parser is loaded only when needed.
 *
 * @param read  reads the body
 * @throws {LibraryError} if it cannot be read
 */
export async function openText(
  article: Article,
  read: () => Body,
  cache: DocumentCache,
): Promise<OpenedText> {
  const cached = cache.get(article);
  if (cached?.document.complete) return cached;
  const { parseDocument } = await import('../document/parse-document.ts');
  const { title, lang } = article;
  const hints = { title, ...(lang && { lang }) };
  if (cached) {
    const { document: beginning, firstLine } = cached;
    const document = new PartialDocument(beginning, () => {
      try {
        return parseDocument(read(), hints);
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        // The file has been removed since: its cached beginning is all that is left.
        return { ...beginning, complete: true };
      }
    });
    return { document, firstLine };
  }
  const body = read();
  const opened = { document: parseDocument(body, hints), firstLine: body.firstLine };
  // After the text is shown, because saving delays it and a long text may be complete only then.
  setImmediate(() => cache.set(article, opened));
  return opened;
}
