import type { Article, Body } from '../../library/article.ts';
import { readBody } from '../../library/read.ts';
import type { Document } from '../../text/document.ts';
import { openDocument } from '../../text/open.ts';

/** Documents kept, those that were wanted last: going back and forth, and typing on, read nothing anew. */
const KEPT = 64;
/** UTF-16 units of text they may have together. */
const KEPT_TEXT = 16_000_000;

interface Kept {
  readonly size: number;
  readonly mtime: number;
  readonly document: Document;
  /** Line of the file, from 0, on which the body begins. */
  readonly firstLine: number;
}

/** The texts of articles, read when they are wanted. */
export class Documents {
  readonly #kept = new Map<string, Kept>();
  readonly #piped: Body | undefined;

  /** @param piped the body of the article that came through standard input */
  constructor(piped?: Body) {
    this.#piped = piped;
  }

  /** The text of an article that is there already, as long as its file has not changed. */
  known(article: Article): Document | undefined {
    const kept = this.#kept.get(article.path);
    if (kept?.size !== article.size || kept.mtime !== article.mtime) return undefined;
    this.#keep(article.path, kept);
    return kept.document;
  }

  /** @throws {LibraryError} where the file cannot be read */
  async body(article: Article): Promise<Body> {
    return article.path === '-' && this.#piped ? this.#piped : readBody(article);
  }

  /** @throws {LibraryError} where the file cannot be read */
  async open(article: Article): Promise<Document> {
    const known = this.known(article);
    if (known) return known;
    const body = await this.body(article);
    const { lang, title, path, size, mtime } = article;
    const document = openDocument(body, { title, ...(lang && { lang }) });
    this.#keep(path, { size, mtime, document, firstLine: body.firstLine });
    return document;
  }

  /** The line of the file, from 1, on which a line of the body (from 0) stands; 1 for the first. */
  fileLine(article: Article, line: number): number {
    return line === 0 ? 1 : (this.#kept.get(article.path)?.firstLine ?? 0) + line + 1;
  }

  #keep(path: string, kept: Kept): void {
    this.#kept.delete(path);
    this.#kept.set(path, kept);
    let text = 0;
    for (const { document } of this.#kept.values()) text += document.text.length;
    for (const [oldest, { document }] of this.#kept) {
      if (oldest === path || (this.#kept.size <= KEPT && text <= KEPT_TEXT)) break;
      this.#kept.delete(oldest);
      text -= document.text.length;
    }
  }
}
