import { statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { Article } from '../library/article.ts';
import type { Folder } from '../library/walk.ts';
import { createSearcher, type Searcher, type SearchOptions } from '../search/engine.ts';
import type { Hit } from '../search/match.ts';
import type { Query } from '../search/query.ts';
import type { Segment } from '../search/segment.ts';
import { hasWorker, updateInWorker } from './background.ts';
import type { Bodies } from './bodies.ts';
import { IndexDamage } from './damage.ts';
import { updateFolder } from './folder-update.ts';
import { deletionsOf, emptyManifest, type Manifest } from './manifest.ts';
import { type OpenSegment, toSegment } from './segment-file.ts';
import { FolderStore, MemoryStore, type Store } from './store.ts';
import { type Addition, type Changes, type UpdateHooks, update } from './update.ts';

export interface IndexOptions {
  /** The library: files and folders, absolute. */
  readonly paths: readonly string[];
  /** The program's cache folder; without one, or where it cannot be written to, the index is in memory only. */
  readonly cache?: string;
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

/** Articles to be taken in above which a thread of its own is worth its start. */
const WORTH_A_WORKER = 300;
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
  private manifest: Manifest;
  private opened: readonly OpenSegment[] = [];
  private segments: readonly Segment[] = [];
  private searcher: Searcher = createSearcher([]);
  private closed = false;
  /** Whether all articles stay unpacked, as somebody has them all in memory anyway. */
  private keeping = false;
  private readonly paths: readonly string[];

  private constructor({ paths, cache }: IndexOptions) {
    this.paths = paths;
    this.store = cache === undefined ? new MemoryStore() : new FolderStore(folderOf(cache, paths), paths);
    this.manifest = emptyManifest(paths);
    this.load();
  }

  /** Opens what there is of an index; none, a damaged one or one of another version is an empty one. Never throws. */
  static open(options: IndexOptions): LibraryIndex {
    return new LibraryIndex(options);
  }

  /** Documents, those deleted included: their numbers are below it. */
  get count(): number {
    return this.segments.reduce((sum, segment) => sum + segment.count, 0);
  }

  /** Whether all articles that were found last are in the index: not so while it is built, or after it proved damaged. */
  get isWhole(): boolean {
    return this.manifest.complete;
  }

  /**
   * Whether the index has all articles as far as a quick look tells: no folder has had files put in, taken out or
   * renamed since. Of a small library every file is looked at; of a large one a file that was edited in place is
   * noticed when it is shown (`isCurrent`), and at the next `update`.
   */
  isFresh(): boolean {
    if (!this.manifest.complete) return false;
    if (!this.manifest.folders.every(({ path, mtime }) => timeOf(path) === mtime)) return false;
    return this.count > FEW_FILES || this.guarded(() => [...this.articles()].every(isUnchanged), false);
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
    let base = 0;
    for (const [i, segment] of this.segments.entries()) {
      if (doc < base + segment.count) return this.opened[i]!.articles.get(doc - base, this.keeping);
      base += segment.count;
    }
    throw new RangeError(`no document ${doc}`);
  }

  /** All articles of the index, in no order. */
  *articles(): Generator<Article> {
    for (const { article } of this.entries()) yield article;
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
    return this.guarded(() => this.searcher.search(query, options), []);
  }

  suggest(query: Query): string | undefined {
    return this.guarded(() => this.searcher.suggest(query), undefined);
  }

  /**
   * Takes in what is new or changed among the articles found, takes out what is gone: in a thread of its own where
   * there is much to do. Another process that does the same, or a cache folder that cannot be written to, leave
   * this one with an index in memory.
   *
   * @throws the signal's reason, when it is aborted
   */
  async update(found: Found, options: UpdateOptions = {}): Promise<void> {
    for (let tries = 0; !this.closed; tries += 1) {
      const needed = await this.changesTo(found);
      if (!needed) return;
      try {
        await this.apply(needed.changes, additionsOf(needed.added, found.bodies), options);
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
    for (const each of this.opened) each.close();
    this.opened = [];
    this.segments = [];
    this.searcher = createSearcher([]);
  }

  private async apply(
    changes: Changes,
    additions: Iterable<Addition>,
    options: UpdateOptions,
  ): Promise<void> {
    const { onProgress, signal } = options;
    const hooks = {
      pause: slices(),
      onCommit: () => this.changed(options),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    } satisfies UpdateHooks;
    const { store } = this;
    if (!(store instanceof FolderStore)) await update(store, changes, additions, hooks);
    else if (changes.count >= WORTH_A_WORKER && hasWorker())
      await updateInWorker({ folder: store.folder, changes }, additions, hooks);
    else await updateFolder(store, changes, additions, hooks);
  }

  private changed({ onChange }: UpdateOptions): void {
    if (this.closed || this.store.read()?.generation === this.manifest.generation) return;
    this.load();
    onChange?.();
  }

  /** What must be done for the index to have the articles found and no others; undefined for nothing. */
  private async changesTo({
    articles,
    folders,
  }: Found): Promise<{ readonly changes: Changes; readonly added: readonly Article[] } | undefined> {
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
    if (same && this.manifest.complete && JSON.stringify(folders) === JSON.stringify(this.manifest.folders))
      return undefined;
    const { generation } = this.manifest;
    return { changes: { paths: this.paths, generation, count: added.length, removed, folders }, added };
  }

  private async byPath(): Promise<Map<string, Entry>> {
    const pause = slices();
    const entries = new Map<string, Entry>();
    try {
      for (const entry of this.entries()) {
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

  private *entries(): Generator<Entry> {
    for (const [i, segment] of this.segments.entries()) {
      let doc = 0;
      for (const article of this.opened[i]!.articles.all(this.keeping)) {
        if (!segment.isDeleted(doc)) yield { article, segment: this.manifest.segments[i]!.name, doc };
        doc += 1;
      }
    }
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
      const before = new Map(this.manifest.segments.map(({ name }, i) => [name, this.opened[i]!]));
      const opened = manifest && openAll(this.store, manifest, before);
      if (manifest && !opened) continue;
      for (const each of this.opened) if (!opened?.includes(each)) each.close();
      this.manifest = manifest ?? emptyManifest(this.paths);
      this.opened = opened ?? [];
      this.segments = this.opened.map((each, i) => toSegment(each, deletionsOf(this.manifest.segments[i]!)));
      this.searcher = createSearcher(this.segments);
      return;
    }
    this.discard();
  }
}

interface Entry {
  readonly article: Article;
  readonly segment: string;
  readonly doc: number;
}

function* additionsOf(articles: readonly Article[], bodies: Bodies | undefined): Generator<Addition> {
  for (const article of articles) {
    const body = bodies?.take(article.path);
    yield body ? { article, body } : { article };
  }
}

/** The segments of a manifest, open, those of `before` used again; undefined where one of them cannot be opened. */
function openAll(
  store: Store,
  manifest: Manifest,
  before: ReadonlyMap<string, OpenSegment>,
): readonly OpenSegment[] | undefined {
  const opened: OpenSegment[] = [];
  try {
    for (const reference of manifest.segments) {
      const segment = before.get(reference.name) ?? store.open(reference.name);
      opened.push(segment);
      if (segment.source.count !== reference.count) throw new IndexDamage('a segment has another length');
    }
    return opened;
  } catch {
    const kept = new Set(before.values());
    for (const each of opened) if (!kept.has(each)) each.close();
    return undefined;
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
    return setImmediate().then(() => {
      end = performance.now() + SLICE;
    });
  };
}

function timeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

function isUnchanged(article: Article): boolean {
  try {
    const stats = statSync(article.path);
    return stats.size === article.size && stats.mtimeMs === article.mtime;
  } catch {
    return false;
  }
}

const isSame = (known: Article, article: Article): boolean =>
  known === article ||
  (known.mtime === article.mtime && known.size === article.size && sorted(known) === sorted(article));

const sorted = (article: Article): string =>
  JSON.stringify(Object.entries(article).sort(([a], [b]) => (a < b ? -1 : 1)));
