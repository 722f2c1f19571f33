import type { Article } from '../library/article.ts';
import type { Searcher, SearchOptions } from '../search/engine.ts';
import type { Query } from '../search/query.ts';
import type { Hit } from '../search/results.ts';
import type { Cluster } from '../search/snippet.ts';
import { isUnchanged, isUntouched } from './freshness.ts';
import { type IndexOptions, OpenIndex } from './open-index.ts';
import type { PendingTexts } from './pending-texts.ts';
import type { Found, UpdateOptions } from './upkeep.ts';

/** Articles up to which `isFresh` looks at every file. */
const FEW_FILES = 2000;

/**
 * The index of a library: searchable from the moment it is opened, with what is there, brought up to date by `update`.
 * Documents are numbered; the numbers hold until the index changes (`onChange`).
 */
export class LibraryIndex implements Searcher {
  private readonly index: OpenIndex;
  /** Ends with the last change that was asked for: there is one at a time, as for other processes. */
  private lastChange: Promise<unknown> = Promise.resolve();

  private constructor(options: IndexOptions) {
    this.index = new OpenIndex(options);
  }

  /** Opens what there is of an index; none, a damaged one or one of another version is an empty one. Never throws. */
  static open(options: IndexOptions): LibraryIndex {
    return new LibraryIndex(options);
  }

  /** Documents, those deleted included: their numbers are below it. */
  get count(): number {
    return this.index.now.count;
  }

  /** Whether all articles that were found last are in the index: not so while it is built, or after it proved damaged. */
  get isWhole(): boolean {
    return this.index.now.manifest.complete;
  }

  /** Whether `isFresh` looks at every file. */
  get isSmall(): boolean {
    return this.count <= FEW_FILES;
  }

  /**
   * Whether the index has all articles as far as a quick look tells: no folder has had files put in, taken out or
   * renamed since. Of a small library every file is looked at; of a large one a file that was edited in place is
   * noticed when it is shown (`isCurrent`), when nothing else is found, and at the next `update`.
   */
  isFresh(): boolean {
    const { complete, folders } = this.index.now.manifest;
    if (!complete || !folders.every(isUntouched)) return false;
    return !this.isSmall || this.index.guarded(() => [...this.articles()].every(isUnchanged), false);
  }

  /** Whether the files of these documents are as they were when they were indexed. */
  isCurrent(hits: readonly Hit[]): boolean {
    return this.index.guarded(() => hits.every(({ doc }) => isUnchanged(this.article(doc))), false);
  }

  /**
   * What is known of document `doc`.
   *
   * @throws {IndexDamage} if it cannot be read, or was found before the index proved damaged and was emptied
   */
  article(doc: number): Article {
    return this.index.article(doc);
  }

  /** All articles of the index, in no order. */
  *articles(): Generator<Article> {
    for (const { article } of this.index.entries()) yield article;
  }

  /** For `loadLibrary`: what the index knows of a file, so that it need not be read. */
  async known(): Promise<(path: string, size: number, mtime: number) => Article | undefined> {
    this.index.keeping = true;
    const byPath = await this.index.byPath();
    return (path, size, mtime) => {
      const article = byPath.get(path)?.article;
      return article?.size === size && article.mtime === mtime ? article : undefined;
    };
  }

  search(query: Query, options?: SearchOptions): readonly Hit[] {
    return this.index.guarded(() => this.index.now.searcher.search(query, options), []);
  }

  passages(query: Query, docs: readonly number[], room: number): ReadonlyMap<number, Cluster> {
    return this.index.guarded(() => this.index.now.searcher.passages(query, docs, room), new Map());
  }

  suggest(query: Query): string | undefined {
    return this.index.guarded(() => this.index.now.searcher.suggest(query), undefined);
  }

  /**
   * Takes in articles while their library is still being walked, in a thread of its own: where none is in the index yet
   * and they are many. `update` waits for it and has the last word, also on what went wrong here.
   */
  takeIn(texts: PendingTexts, options: UpdateOptions = {}): void {
    this.inTurn(async () => {
      const { takeIn } = await import('./upkeep.ts');
      await takeIn(this.index, texts, options);
    }).catch(() => undefined);
  }

  /**
   * Takes in what is new or changed among the articles found, takes out what is gone: see `updateTo`.
   *
   * @throws the signal's reason, when it is aborted
   */
  update(found: Found, options: UpdateOptions = {}): Promise<void> {
    found.texts?.end();
    return this.inTurn(async () => {
      // Loaded when an index has to be changed: most starts only read it.
      const { updateTo } = await import('./upkeep.ts');
      await updateTo(this.index, found, options);
    });
  }

  /** What `use` returns; `otherwise` if the index proves damaged meanwhile: it is empty then, until the next update. */
  guarded<T>(use: () => T, otherwise: T): T {
    return this.index.guarded(use, otherwise);
  }

  /** Empties an index that proved damaged, so that the next update rebuilds it. */
  discard(): void {
    this.index.discard();
  }

  /** Ends the use of files. */
  close(): void {
    this.index.close();
  }

  private inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.lastChange.then(change);
    this.lastChange = done.catch(() => undefined);
    return done;
  }
}
