import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import type { Addition } from './update.ts';

/** UTF-16 units kept, 64 MB at most: the bodies of some ten thousand articles. */
const MOST = 32 * 1024 * 1024;

/**
 * Bodies that were read to list their articles, kept as far as there is room until they are indexed: most files of a
 * library are read once. They may be taken while others still come.
 */
export class Bodies {
  private readonly waiting = new Map<string, Addition & { readonly body: Body }>();
  private room: number;
  private ended = false;
  private wake: () => void = () => undefined;

  constructor(most = MOST) {
    this.room = most;
  }

  add(article: Article, body: Body): void {
    if (this.ended || body.source.length > this.room) return;
    this.room -= body.source.length;
    this.waiting.set(article.path, { article, body });
    this.wake();
  }

  /** No others will come. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  /** The body of the file `path`, given away: it is not kept any longer. Undefined where it is not here. */
  take(path: string): Body | undefined {
    const body = this.waiting.get(path)?.body;
    if (body && this.waiting.delete(path)) this.room += body.source.length;
    return body;
  }

  /** Waits until there are `count`; false where there will not be. */
  async reach(count: number): Promise<boolean> {
    while (this.waiting.size < count && !this.ended) await this.more();
    return this.waiting.size >= count;
  }

  /** Gives away those that are here and those that come, until the end. */
  async *all(): AsyncGenerator<Addition> {
    for (;;) {
      for (const [path, addition] of this.waiting) {
        this.take(path);
        yield addition;
      }
      if (this.waiting.size > 0) continue;
      if (this.ended) return;
      await this.more();
    }
  }

  private more(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
