import type { Article } from '../library/article.ts';
import type { Addition, ReadAddition } from './update.ts';

/** UTF-16 units kept, 64 MB at most: the texts of some ten thousand articles. */
const MOST = 32 * 1024 * 1024;

/**
 * Texts of articles that were read to list them, kept while there is room until they are indexed, so that most files of
 * a library are read and parsed once. They may be taken while others are still added.
 */
export class PendingTexts {
  readonly #waiting = new Map<string, ReadAddition>();
  #room: number;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(most = MOST) {
    this.#room = most;
  }

  add(addition: ReadAddition): void {
    const { article, text } = addition;
    if (this.#ended || text.length > this.#room) return;
    this.#room -= text.length;
    this.#waiting.set(article.path, addition);
    this.#wake();
  }

  /** Says that no others will be added. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Removes the text of an article and returns it; the article alone if it is not here. */
  take(article: Article): Addition {
    const { path } = article;
    const found = this.#waiting.get(path);
    if (!found) return { article };
    this.#waiting.delete(path);
    this.#room += found.text.length;
    return { ...found, article };
  }

  /** Waits until `count` texts are here; resolves to false if fewer will ever be. */
  async reach(count: number): Promise<boolean> {
    while (this.#waiting.size < count && !this.#ended) await this.#more();
    return this.#waiting.size >= count;
  }

  /** Yields the texts that are here and those still to come, until the end, and keeps none of them. */
  async *all(): AsyncGenerator<Addition> {
    for (;;) {
      for (const addition of this.#waiting.values()) {
        this.take(addition.article);
        yield addition;
      }
      if (this.#waiting.size > 0) continue;
      if (this.#ended) return;
      await this.#more();
    }
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
