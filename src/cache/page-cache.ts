import type { Article } from '../library/article.ts';
import { type CacheOptions, Entries } from './entries.ts';

/** An article as `show` prints it. */
export interface Page {
  readonly text: string;
  /** Hidden characters that were removed. */
  readonly hidden: number;
}

/** UTF-16 units of the longest page that is kept. */
export const LONGEST_PAGE = 250_000;

/**
 * Articles as plain text, as `man` keeps its pages: previews show the same articles again and again, and to load the code
 * that lays out and to lay out an article of 1,000 words is 60 million instructions, more than half of what `show` adds to
 * Node's own start. A page is valid for an article of the same facts and a look of the same settings only.
 */
export class PageCache {
  readonly #entries: Entries;
  readonly #look: unknown;

  /** @param look  all settings that the page depends on besides the article */
  constructor(options: CacheOptions, look: unknown) {
    this.#entries = new Entries(options, 'txt');
    this.#look = look;
  }

  get(article: Article): Page | undefined {
    try {
      const entry = this.#entries.read(article.path, [article, this.#look]);
      const end = entry.indexOf(' ');
      return { hidden: Number(entry.slice(0, end)), text: entry.slice(end + 1) };
    } catch {
      return undefined;
    }
  }

  set(article: Article, { text, hidden }: Page): void {
    if (!(article.mtime > 0) || text.length > LONGEST_PAGE) return;
    this.#entries.write(article.path, [article, this.#look], `${hidden} ${text}`);
  }
}
