import type { KnownArticles } from '../library/known-articles.ts';
import { type CurrentList, currentList } from './current-list.ts';
import { IndexDamage } from './errors.ts';
import { type IndexOptions, OpenIndex } from './open-index.ts';

/** A library that has an index, to be listed without being searched; nothing is written. */
export class ListedLibrary {
  readonly #options: IndexOptions;
  readonly #index: OpenIndex;

  constructor(options: IndexOptions) {
    this.#options = options;
    this.#index = new OpenIndex({ ...options, readOnly: true });
  }

  /**
   * Its list, after its files were examined; undefined if the library must be read.
   *
   * @param first  how many articles are asked for: see `CurrentListOptions`
   */
  async list(first?: number): Promise<CurrentList | undefined> {
    const { input, isAll } = this.#options;
    try {
      return await currentList(this.#index, { input, isAll, ...(first !== undefined && { first }) });
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      this.#index.discard();
      return undefined;
    }
  }

  /** Calls `use`, and returns its result; undefined if the index proves damaged meanwhile. */
  guarded<T>(use: () => T): T | undefined {
    return this.#index.guarded<T | undefined>(use, undefined);
  }

  /** For `loadLibrary`: finds the articles of unchanged files. */
  known(): Promise<KnownArticles> {
    return this.#index.known();
  }

  close(): void {
    this.#index.close();
  }
}
