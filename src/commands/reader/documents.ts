import type { Article, Body } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import { readBody } from '../../library/read.ts';
import type { Document } from '../../text/document.ts';
import { openDocument } from '../../text/open.ts';

/** Documents kept: going back and forth between neighbours reads nothing anew. */
const KEPT = 12;

interface Kept {
  readonly size: number;
  readonly mtime: number;
  readonly document: Document;
  /** Line of the file, from 0, on which the body begins. */
  readonly firstLine: number;
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
    this.#kept.set(path, { size, mtime, document, firstLine: body.firstLine });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return document;
  }

  /** The line of the file, from 1, on which a line of the body (from 0) stands; 1 for the first. */
  fileLine(article: Article, line: number): number {
    return line === 0 ? 1 : (this.#kept.get(article.path)?.firstLine ?? 0) + line + 1;
  }

  /** All of an article's text, for the search; undefined where it cannot be read. */
  async text(article: Article): Promise<string | undefined> {
    try {
      const document = this.known(article) ?? (await this.open(article));
      document.extend(Number.POSITIVE_INFINITY);
      return document.text;
    } catch (error) {
      if (error instanceof LibraryError) return undefined;
      throw error;
    }
  }
}
