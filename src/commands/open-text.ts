import { DocumentCache, type OpenedText } from '../cache/document-cache.ts';
import type { Body } from '../document/body.ts';
import type { Block, Document } from '../document/document.ts';
import { loadParser } from '../document/late-parsers.ts';
import type { TitledDocument } from '../document/parse-document.ts';
import { PartialDocument } from '../document/partial-document.ts';
import { type Article, bytesOf } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import { collectOften } from './collect-often.ts';
import type { Environment } from './environment.ts';
import { optimiseLate } from './optimise-late.ts';

export const documentCache = ({ storage: { cache, readOnly }, build }: Environment): DocumentCache =>
  new DocumentCache({ cache, build, readOnly });

/**
 * The text of an article, from the cache if it was parsed before. The parser is loaded only when needed.
 *
 * @param read  reads the body; at once unless its file is packed
 * @throws {LibraryError} if it cannot be read
 */
export async function openText(
  article: Article,
  read: () => Body | Promise<Body>,
  cache: DocumentCache,
): Promise<OpenedText> {
  const cached = cache.get(article);
  if (cached?.document.complete) return cached;
  const parse = await parserFor(article);
  if (cached) {
    // The rest is parsed at once when it is asked for.
    await loadParser(article.format);
    const { document: beginning, firstLine } = cached;
    // A document grows at once, and a file takes time to unpack.
    const unpacked = article.packed && (await read());
    const document = new PartialDocument(beginning, () => {
      try {
        return parse(unpacked ?? (read() as Body));
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        // The file has been removed since: its cached beginning is all that is left.
        return { ...beginning, complete: true };
      }
    });
    return { document, firstLine };
  }
  const body = await read();
  await loadParser(body.format);
  return parsed(article, body, parse, cache);
}

const parsed = (
  article: Article,
  body: Body,
  parse: (body: Body) => TitledDocument,
  cache: DocumentCache,
): OpenedText => cachedSoon(article, { document: parse(body), firstLine: body.firstLine }, cache);

/** Caches a text after it is shown: saving delays it, and a long text may be complete only then. */
export function cachedSoon(article: Article, opened: OpenedText, cache: DocumentCache): OpenedText {
  setImmediate(() => cache.set(article, opened));
  return opened;
}

async function parserFor(article: Article): Promise<(body: Body) => TitledDocument> {
  collectOften(bytesOf(article));
  const { parseDocument } = await import('../document/parse-document.ts');
  return (body) => parseDocument(body, article);
}

/** Bytes of an article above which it is parsed while it is printed, and neither kept in memory nor cached. */
const LONG = 1_000_000;

/**
 * The text of an article to print once: see `openText`.
 *
 * @returns the document, its blocks if it does not keep them, and if an earlier run parsed it
 */
export async function openToPrint(
  article: Article,
  read: () => Promise<Body>,
  cache: DocumentCache,
): Promise<{ readonly document: Document; readonly blocks?: Iterable<Block>; readonly isCached?: boolean }> {
  const isLong = bytesOf(article) > LONG;
  const cached = isLong ? undefined : cache.get(article);
  if (cached?.document.complete) {
    await optimiseLate(bytesOf(article));
    return { ...cached, isCached: true };
  }
  const parse = await parserFor(article);
  const body = await read();
  await loadParser(body.format);
  await optimiseLate(body.source.length);
  if (!isLong) return parsed(article, body, parse, cache);
  const document = parse(body);
  return { document, blocks: document.takeBlocks() };
}
