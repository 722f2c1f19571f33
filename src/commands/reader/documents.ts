import type { Article, Body } from '../../library/article.ts';
import { readBody } from '../../library/read.ts';
import type { Document } from '../../text/document.ts';
import { openDocument } from '../../text/open.ts';

/** Documents kept: going back and forth between neighbours reads nothing anew. */
const KEPT = 12;

interface Kept {
  readonly size: number;
  readonly mtime: number;
  readonly document: Document;
}

/** The texts of articles, read when they are wanted; the last few are kept. */
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
    if (!kept || kept.size !== article.size || kept.mtime !== article.mtime) return undefined;
    this.#kept.delete(article.path);
    this.#kept.set(article.path, kept);
    return kept.document;
  }

  /** @throws {LibraryError} where the file cannot be read */
  async open(article: Article): Promise<Document> {
    const body = article.path === '-' && this.#piped ? this.#piped : await readBody(article);
    const { lang, title, path, size, mtime } = article;
    const document = openDocument(body, { title, ...(lang && { lang }) });
    this.#kept.delete(path);
    this.#kept.set(path, { size, mtime, document });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return document;
  }
}
