import { type DocumentCache, isKeptWhole, type OpenedText } from '../../cache/document-cache.ts';
import type { Body } from '../../document/body.ts';
import type { Document } from '../../document/document.ts';
import { isParserLoaded, loadParser } from '../../document/late-parsers.ts';
import { type Article, bytesOf } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import { openBody } from '../../library/open-body.ts';
import { readBody } from '../../library/read-body.ts';
import { collectOften } from '../collect-often.ts';
import { cachedSoon, openText } from '../open-text.ts';

/** Documents that are kept, the most recently used: going back and forth or typing on reads no file again. */
const KEPT = 64;
/** The most text the kept documents may have together, in UTF-16 units. */
const KEPT_TEXT = 16_000_000;

interface Kept extends OpenedText {
  readonly article: Article;
  /** Whether only its beginning was parsed when it was opened. */
  readonly isLong: boolean;
}

/** The texts of articles, read on demand. */
export class Documents {
  readonly #kept = new Map<string, Kept>();
  readonly #cache: DocumentCache;
  readonly #piped: Body | undefined;

  /** @param piped  the body of the article read from standard input */
  constructor(cache: DocumentCache, piped?: Body) {
    this.#cache = cache;
    this.#piped = piped;
  }

  /** The text of an article if it has been read and its file has not changed since. */
  known(article: Article): Document | undefined {
    const kept = this.#kept.get(article.path);
    if (kept?.article.size !== article.size || kept.article.mtime !== article.mtime) return undefined;
    this.#keep(kept);
    return kept.document;
  }

  /** Keeps a text that was parsed already. */
  take(article: Article, parsed: OpenedText): void {
    collectOften(bytesOf(article));
    this.#keep({ ...cachedSoon(article, parsed, this.#cache), article, isLong: false });
  }

  /** @throws {LibraryError} if the file cannot be read */
  #body(article: Article): Body | Promise<Body> {
    return article.path === '-' && this.#piped ? this.#piped : openBody(article);
  }

  /** @throws {LibraryError} if the file cannot be read */
  async open(article: Article): Promise<Document> {
    const known = this.known(article);
    if (known) return known;
    const opened = await openText(article, () => this.#body(article), this.#cache);
    this.#keep({ ...opened, article, isLong: !opened.document.complete });
    return opened.document;
  }

  /**
   * Opens those articles that cannot be opened at once, since their files are packed, and loads parsers that are missing;
   * undefined if there is nothing to do.
   */
  unpack(articles: readonly Article[]): Promise<unknown> | undefined {
    const late = articles.filter(
      (article) => (article.packed || !isParserLoaded(article.format)) && !this.known(article),
    );
    if (late.length === 0) return undefined;
    return Promise.allSettled(
      late.map((article) => (article.packed ? this.open(article) : loadParser(article.format))),
    );
  }

  /**
   * Opens a text at once, with a parser that is loaded already.
   *
   * @throws {LibraryError} if its file cannot be read, or `unpack` could not open it
   */
  parsed(article: Article, parse: (body: Body, hints: Article) => Document): Document {
    const known = this.known(article);
    if (known) return known;
    if (article.packed) throw new LibraryError('unreadable', article.path);
    const body = article.path === '-' && this.#piped ? this.#piped : readBody(article);
    const document = parse(body, article);
    this.#keep({ document, firstLine: body.firstLine, article, isLong: !document.complete });
    return document;
  }

  /** Caches the long texts that have been parsed to their end, so that the next run need not parse them. */
  close(): void {
    for (const kept of this.#kept.values())
      if (kept.isLong && isKeptWhole(kept.document)) this.#cache.set(kept.article, kept);
  }

  /** The line of the file (from 1) for a line of the body (from 0); 1 for the first, before which metadata may stand. */
  fileLine(article: Article, line: number): number {
    return line === 0 ? 1 : (this.#kept.get(article.path)?.firstLine ?? 0) + line + 1;
  }

  #keep(kept: Kept): void {
    const { path } = kept.article;
    this.#kept.delete(path);
    this.#kept.set(path, kept);
    let text = 0;
    for (const { document } of this.#kept.values()) text += document.length;
    for (const [oldest, { document }] of this.#kept) {
      if (oldest === path || (this.#kept.size <= KEPT && text <= KEPT_TEXT)) break;
      this.#kept.delete(oldest);
      text -= document.length;
    }
  }
}
