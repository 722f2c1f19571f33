import { statSync } from 'node:fs';
import { type Article, fileOf } from '../library/article.ts';
import type { Searcher, SearchOptions } from '../search/engine.ts';
import type { Query } from '../search/query.ts';
import type { Hit } from '../search/results.ts';
import type { Cluster } from '../search/snippet.ts';
import { OpenIndex } from './open-index.ts';
import type { PendingTexts } from './pending-texts.ts';
import type { Entry } from './snapshot.ts';
import type { Found, UpdateOptions } from './upkeep.ts';

/** Most articles for which `isFresh` checks every file. */
const FEW_FILES = 2000;

/**
 * The index of a library. It can be searched as soon as it is opened, in whatever state it is, and `update` brings it up to
 * date. Documents are numbered; the numbers are valid until the index changes (`onChange`).
 */
export class LibraryIndex extends OpenIndex implements Searcher {
  /** Settles when the last change requested is done. Changes run one after the other. */
  #lastChange: Promise<unknown> = Promise.resolve();

  /** Number of documents, deleted ones included. */
  get count(): number {
    return this.snapshot.count;
  }

  /** Whether the index has all articles that were last found. False while it is built, or after it proved damaged. */
  get isWhole(): boolean {
    return this.snapshot.manifest.complete;
  }

  /** Whether `isFresh` checks every file. */
  get isSmall(): boolean {
    return this.count <= FEW_FILES;
  }

  /**
   * Whether the index is up to date, by a quick check: no file was added, removed or renamed in any folder. In a small library
   * every file is checked as well. In a large one, a file that was edited in place is noticed when it is shown
   * (`isCurrent`), when a search finds nothing, and at the next `update`.
   */
  isFresh(): boolean {
    const { complete, folders } = this.snapshot.manifest;
    if (!complete || !folders.every(({ path, mtime }) => statsOf(path)?.mtimeMs === mtime)) return false;
    return !this.isSmall || this.guarded(() => [...this.articles()].every(isUnchanged), false);
  }

  /** Whether the files of these documents are unchanged since they were indexed. */
  isCurrent(hits: readonly Hit[]): boolean {
    return this.guarded(() => hits.every(({ doc }) => isUnchanged(this.article(doc))), false);
  }

  /** All articles of the index, in no particular order. */
  *articles(): Generator<Article> {
    yield* articlesOf(this.entries());
  }

  search(query: Query, options?: SearchOptions): readonly Hit[] {
    return this.guarded(() => this.snapshot.searcher.search(query, options), []);
  }

  countFolded(query: Query, options?: SearchOptions): number {
    return this.guarded(() => this.snapshot.searcher.countFolded(query, options), 0);
  }

  passages(query: Query, docs: readonly number[], room: number): ReadonlyMap<number, Cluster> {
    return this.guarded(() => this.snapshot.searcher.passages(query, docs, room), new Map());
  }

  suggest(query: Query): string | undefined {
    return this.guarded(() => this.snapshot.searcher.suggest(query), undefined);
  }

  /** Begins to index a new and large library while it is still being walked. `update` waits for it, and repeats what failed. */
  takeIn(texts: PendingTexts, options: UpdateOptions = {}): void {
    this.#inTurn(async () => {
      const { takeIn } = await import('./upkeep.ts');
      await takeIn(this, texts, options);
    }).catch(() => undefined);
  }

  /**
   * Adds the new and changed articles among those found, and removes the others: see `updateTo`.
   *
   * @throws the signal's reason if it is aborted
   */
  update(found: Found, options: UpdateOptions = {}): Promise<void> {
    found.texts?.end();
    return this.#inTurn(async () => {
      // Imported only when the index must change: most starts only read it.
      const { updateTo } = await import('./upkeep.ts');
      await updateTo(this, found, options);
    });
  }

  /** Replaces articles, given by their documents, without looking at the rest of the library. */
  replace(
    docs: readonly number[],
    added: readonly Article[],
    texts: PendingTexts,
    options: UpdateOptions,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const { replaceArticles } = await import('./upkeep.ts');
      await replaceArticles(this, docs, added, texts, options);
    });
  }

  #inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.#lastChange.then(change);
    this.#lastChange = done.catch(() => undefined);
    return done;
  }
}

function* articlesOf(entries: Iterable<Entry>): Generator<Article> {
  for (const { article } of entries) yield article;
}

/** The size and time of a file or folder; undefined if it does not exist or cannot be read. */
function statsOf(path: string): { readonly size: number; readonly mtimeMs: number } | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** True if an article's file is unchanged since the article was described. */
export function isUnchanged(article: Article): boolean {
  const stats = statsOf(fileOf(article));
  return stats?.size === article.size && stats.mtimeMs === article.mtime;
}
