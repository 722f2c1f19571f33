import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Article } from '../library/article.ts';
import type { Folder } from '../library/walk.ts';
import type { Searcher, SearchOptions } from '../search/engine.ts';
import type { Hit } from '../search/match.ts';
import type { Query } from '../search/query.ts';
import type { Cluster } from '../search/snippet.ts';
import type { Bodies } from './bodies.ts';
import { IndexDamage } from './damage.ts';
import { isSame, isUnchanged, isUntouched } from './freshness.ts';
import { emptyManifest } from './manifest.ts';
import { mergedWith } from './merge-policy.ts';
import { type Entry, Snapshot } from './snapshot.ts';
import { FolderStore, MemoryStore, type Store } from './store.ts';
import { markUsed } from './unused.ts';
import type { Addition, Additions, Changes, UpdateHooks } from './update.ts';

export interface IndexOptions {
  /** The library: files and folders, absolute. */
  readonly paths: readonly string[];
  /** The program's cache folder; without one, or where it cannot be written to, the index is in memory only. */
  readonly cache?: string;
  /** Nothing is put there: what has changed since is in memory only. */
  readonly readOnly?: boolean;
}

export interface UpdateOptions {
  /** Articles taken in so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** The index has changed: searches find more, and documents have other numbers. */
  readonly onChange?: () => void;
  readonly signal?: AbortSignal;
}

/** The articles of a library and where they were found, as `openLibrary` gives them. */
export interface Found {
  readonly articles: readonly Article[];
  readonly folders: readonly Folder[];
  /** Those that were read on the way. */
  readonly bodies?: Bodies;
}

/** Articles to be taken in, bytes of their files, or articles to be merged for which a thread of its own is worth its start. */
const WORTH_A_WORKER = { articles: 300, bytes: 1_000_000, merged: 3000 };
/** Articles up to which `isFresh` looks at every file. */
const FEW_FILES = 2000;
/** Milliseconds of work in this thread at a time. */
const SLICE = 8;
const TRIES = 3;

/**
 * The index of a library: searchable from the moment it is opened, with what is there, brought up to date by `update`.
 * Documents are numbered; the numbers hold until the index changes (`onChange`).
 */
export class LibraryIndex implements Searcher {
  private store: Store;
  private now: Snapshot;
  private closed = false;
  /** Whether all articles stay unpacked, as somebody has them all in memory anyway. */
  private keeping = false;
  /** Ends with the last change that was asked for: there is one at a time, as for other processes. */
  private lastChange: Promise<unknown> = Promise.resolve();
  private readonly paths: readonly string[];

  private constructor({ paths, cache, readOnly = false }: IndexOptions) {
    this.paths = paths;
    const kept = cache === undefined ? undefined : new FolderStore(folderOf(cache, paths), paths);
    this.store = kept && !readOnly ? kept : new MemoryStore(kept);
    if (this.store instanceof FolderStore) markUsed(this.store.folder);
    this.now = Snapshot.empty(emptyManifest(paths));
    this.load();
  }

  /** Opens what there is of an index; none, a damaged one or one of another version is an empty one. Never throws. */
  static open(options: IndexOptions): LibraryIndex {
    return new LibraryIndex(options);
  }

  /** Documents, those deleted included: their numbers are below it. */
  get count(): number {
    return this.now.count;
  }

  /** Whether all articles that were found last are in the index: not so while it is built, or after it proved damaged. */
  get isWhole(): boolean {
    return this.now.manifest.complete;
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
    const { complete, folders } = this.now.manifest;
    if (!complete || !folders.every(isUntouched)) return false;
    return !this.isSmall || this.guarded(() => [...this.articles()].every(isUnchanged), false);
  }

  /** Whether the files of these documents are as they were when they were indexed. */
  isCurrent(hits: readonly Hit[]): boolean {
    return this.guarded(() => hits.every(({ doc }) => isUnchanged(this.article(doc))), false);
  }

  /**
   * What is known of document `doc`.
   *
   * @throws {IndexDamage} where it cannot be read; `isCurrent` says so first
   */
  article(doc: number): Article {
    return this.now.article(doc, this.keeping);
  }

  /** All articles of the index, in no order. */
  *articles(): Generator<Article> {
    for (const { article } of this.now.entries(this.keeping)) yield article;
  }

  /** For `openLibrary`: what the index knows of a file, so that it need not be read. */
  async known(): Promise<(path: string, size: number, mtime: number) => Article | undefined> {
    this.keeping = true;
    const byPath = await this.byPath();
    return (path, size, mtime) => {
      const article = byPath.get(path)?.article;
      return article?.size === size && article.mtime === mtime ? article : undefined;
    };
  }

  search(query: Query, options?: SearchOptions): readonly Hit[] {
    return this.guarded(() => this.now.searcher.search(query, options), []);
  }

  passages(query: Query, docs: readonly number[], room: number): ReadonlyMap<number, Cluster> {
    return this.guarded(() => this.now.searcher.passages(query, docs, room), new Map());
  }

  suggest(query: Query): string | undefined {
    return this.guarded(() => this.now.searcher.suggest(query), undefined);
  }

  /**
   * Takes in articles while their library is still being walked, in a thread of its own: where none is in the index yet
   * and they are many. `update` waits for it and has the last word, also on what went wrong here.
   */
  takeIn(bodies: Bodies, options: UpdateOptions = {}): void {
    this.inTurn(() => this.takeInBeside(bodies, options)).catch(() => undefined);
  }

  private async takeInBeside(bodies: Bodies, options: UpdateOptions): Promise<void> {
    const isNew = this.store instanceof FolderStore && this.now.manifest.segments.length === 0;
    if (!isNew || !(await bodies.reach(WORTH_A_WORKER.articles)) || options.signal?.aborted || this.closed)
      return;
    const { generation } = this.now.manifest;
    const early = options.onChange !== undefined;
    const changes = {
      paths: this.paths,
      generation,
      count: 0,
      removed: {},
      folders: [],
      complete: false,
      early,
    };
    const { hasWorker } = await import('./background.ts');
    if (hasWorker()) await this.applyInWorker(changes, bodies.all(), options);
  }

  /**
   * Takes in what is new or changed among the articles found, takes out what is gone: in a thread of its own where
   * there is much to do. Another process that does the same, or a cache folder that cannot be written to, leave
   * this one with an index in memory.
   *
   * @throws the signal's reason, when it is aborted
   */
  update(found: Found, options: UpdateOptions = {}): Promise<void> {
    found.bodies?.end();
    return this.inTurn(() => this.updateTo(found, options));
  }

  private inTurn(change: () => Promise<void>): Promise<void> {
    const done = this.lastChange.then(change);
    this.lastChange = done.catch(() => undefined);
    return done;
  }

  private async updateTo(found: Found, options: UpdateOptions): Promise<void> {
    options.signal?.throwIfAborted();
    for (let tries = 0; !this.closed; tries += 1) {
      const needed = await this.changesTo(found, options.onChange !== undefined);
      if (!needed) return;
      try {
        await this.apply(needed.changes, needed.added, found.bodies, options);
        this.changed(options);
        return;
      } catch (error) {
        options.signal?.throwIfAborted();
        if (tries === TRIES) throw error;
        const conflict = error instanceof Error && error.name === 'IndexConflict';
        if (!conflict && this.store instanceof FolderStore) this.store = new MemoryStore(this.store);
        this.load();
      }
    }
  }

  /** Ends the use of files. */
  close(): void {
    this.closed = true;
    this.now.close();
    this.now = Snapshot.empty(emptyManifest(this.paths));
  }

  private async apply(
    changes: Changes,
    added: readonly Article[],
    bodies: Bodies | undefined,
    options: UpdateOptions,
  ): Promise<void> {
    const { store, now } = this;
    const isMuch =
      added.length >= WORTH_A_WORKER.articles ||
      added.reduce((sum, { size }) => sum + size, 0) >= WORTH_A_WORKER.bytes ||
      mergedWith(now.manifest.segments, added.length) >= WORTH_A_WORKER.merged;
    const additions = additionsOf(added, bodies);
    const hooks = { ...this.hooks(options), pause: slices() };
    // What changes an index is loaded when one has to be changed: most starts only read it.
    const { hasWorker } = await import('./background.ts');
    if (store instanceof FolderStore && isMuch && hasWorker())
      return this.applyInWorker(changes, additions, options);
    const { updateFolder } = await import('./folder-update.ts');
    const { update } = await import('./update.ts');
    if (store instanceof FolderStore) await updateFolder(store, changes, additions, hooks);
    else await update(store, changes, additions, hooks);
  }

  private async applyInWorker(changes: Changes, additions: Additions, options: UpdateOptions): Promise<void> {
    const { store } = this;
    const { updateInWorker } = await import('./background.ts');
    if (store instanceof FolderStore)
      await updateInWorker({ folder: store.folder, changes }, additions, this.hooks(options));
  }

  private hooks(options: UpdateOptions): Omit<UpdateHooks, 'pause'> {
    const { onProgress, signal } = options;
    return {
      onCommit: () => this.changed(options),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    };
  }

  private changed({ onChange }: UpdateOptions): void {
    if (this.closed || this.store.read()?.generation === this.now.manifest.generation) return;
    this.load();
    onChange?.();
  }

  /** What must be done for the index to have the articles found and no others; undefined for nothing. */
  private async changesTo(
    { articles, folders }: Found,
    early: boolean,
  ): Promise<{ readonly changes: Changes; readonly added: readonly Article[] } | undefined> {
    const stored = await this.byPath();
    const added: Article[] = [];
    const removed: Record<string, number[]> = {};
    for (const article of articles) {
      const known = stored.get(article.path);
      if (known && isSame(known.article, article)) stored.delete(article.path);
      else added.push(article);
    }
    for (const { segment, doc } of stored.values()) {
      removed[segment] ??= [];
      removed[segment].push(doc);
    }
    const same = added.length === 0 && stored.size === 0;
    const { generation, complete, folders: before } = this.now.manifest;
    if (same && complete && JSON.stringify(folders) === JSON.stringify(before)) return undefined;
    const count = added.length;
    return {
      changes: { paths: this.paths, generation, count, removed, folders, complete: true, early },
      added,
    };
  }

  private async byPath(): Promise<Map<string, Entry>> {
    const pause = slices();
    const entries = new Map<string, Entry>();
    try {
      for (const entry of this.now.entries(this.keeping)) {
        entries.set(entry.article.path, entry);
        await pause();
      }
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      this.discard();
      entries.clear();
    }
    return entries;
  }

  private guarded<T>(use: () => T, otherwise: T): T {
    try {
      return use();
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      this.discard();
      return otherwise;
    }
  }

  /** Gives up a damaged index: it is empty until the next `update`. */
  private discard(): void {
    if (this.store instanceof FolderStore) {
      try {
        this.store.discard();
      } catch {
        this.store = new MemoryStore();
      }
    } else this.store = new MemoryStore();
    this.load();
  }

  /** Opens what the store has now. A segment that another process has just merged away means looking again. */
  private load(): void {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const manifest = this.store.read();
      const next = Snapshot.open(this.store, manifest ?? emptyManifest(this.paths), this.now);
      if (!next) continue;
      this.now = next;
      return;
    }
    this.discard();
  }
}

function* additionsOf(articles: readonly Article[], bodies: Bodies | undefined): Generator<Addition> {
  for (const article of articles) {
    const body = bodies?.take(article.path);
    yield body ? { article, body } : { article };
  }
}

/** The folder of a library's index: its name is made of the library's paths. */
function folderOf(cache: string, paths: readonly string[]): string {
  const text = JSON.stringify(paths);
  const name = [crc32(text), crc32(`${text}.`)].map((sum) => sum.toString(16).padStart(8, '0')).join('');
  return join(cache, 'index', name);
}

/** A rest every `SLICE` milliseconds, so that keys are read and frames drawn meanwhile. */
function slices(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        end = performance.now() + SLICE;
        resolve();
      });
    });
  };
}
