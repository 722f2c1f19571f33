import type { Article } from '../library/article.ts';
import { IndexDamage } from './index-damage.ts';
import { emptyManifest } from './manifest.ts';
import { slices } from './slices.ts';
import { type Entry, Snapshot } from './snapshot.ts';
import { FolderStore, folderOf, MemoryStore, type Store } from './store.ts';
import { markUsed } from './unused-indexes.ts';

export interface IndexOptions {
  /** The library: files and folders, absolute. */
  readonly paths: readonly string[];
  /** The program's cache folder. Without it, or if it cannot be written to or others may do so, the index is in memory only. */
  readonly cache?: string | undefined;
  /** Whether changes stay in memory, and nothing is written to the cache folder. */
  readonly readOnly?: boolean;
  /** The index proved damaged and is empty now; an update rebuilds it. */
  readonly onDamage?: () => void;
}

const TRIES = 3;

/** An index of a store, open for reading. It is empty if the store has none, or a damaged one or one of another version. */
export class OpenIndex {
  readonly paths: readonly string[];
  /** Whether articles stay unpacked: set when the caller keeps all of them in memory anyway. */
  keeping = false;
  readonly #onDamage: (() => void) | undefined;
  #kept: Store;
  #snapshot: Snapshot;
  #closed = false;
  #wasDamaged = false;

  /** Never throws. */
  constructor({ paths, cache, readOnly = false, onDamage }: IndexOptions) {
    this.paths = paths;
    this.#onDamage = onDamage;
    const folder = cache === undefined ? undefined : new FolderStore(folderOf(cache, paths), paths);
    const trusted = folder?.isTrusted ? folder : undefined;
    this.#kept = trusted && !readOnly ? trusted : new MemoryStore(trusted);
    if (this.#kept instanceof FolderStore) markUsed(this.#kept.folder);
    this.#snapshot = Snapshot.empty(emptyManifest(paths));
    this.load();
  }

  get store(): Store {
    return this.#kept;
  }

  get now(): Snapshot {
    return this.#snapshot;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** All documents that are not deleted. @throws {IndexDamage} if one cannot be read */
  entries(): Generator<Entry> {
    return this.#snapshot.entries(this.keeping);
  }

  /** The article of document `doc`. @throws {IndexDamage} if it cannot be read */
  article(doc: number): Article {
    return this.#snapshot.article(doc, this.keeping);
  }

  /** All documents by the paths of their files; none if the index proves damaged. */
  async byPath(): Promise<Map<string, Entry>> {
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

  /** What `use` returns; `otherwise` if the index proves damaged meanwhile: it is empty then, until it is rebuilt. */
  guarded<T>(use: () => T, otherwise: T): T {
    try {
      return use();
    } catch (error) {
      if (!(error instanceof IndexDamage)) throw error;
      this.discard();
      return otherwise;
    }
  }

  /** Opens the store's current index. If another process has just merged a segment away, it reads the manifest again. */
  load(): void {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const manifest = this.#kept.read();
      const next = Snapshot.open(this.#kept, manifest ?? emptyManifest(this.paths), this.#snapshot);
      if (!next) continue;
      this.#snapshot = next;
      return;
    }
    this.discard();
  }

  /** Keeps further changes in memory, because the folder cannot be written to. */
  leaveFolder(): void {
    if (this.#kept instanceof FolderStore) this.#kept = new MemoryStore(this.#kept);
  }

  /** Closes the index's files. */
  close(): void {
    this.#closed = true;
    this.#snapshot.close();
    this.#snapshot = Snapshot.empty(emptyManifest(this.paths));
  }

  /** Empties an index that proved damaged, so that the next update rebuilds it; in memory the second time, on a failing disk. */
  discard(): void {
    const isKept = this.#kept instanceof FolderStore && !this.#wasDamaged && this.#kept.discard();
    if (!isKept) this.#kept = new MemoryStore();
    this.#wasDamaged = true;
    this.load();
    this.#onDamage?.();
  }
}
