import type { InputFormat } from '../document/formats.ts';
import { lexiconWith, type Synonyms } from '../lexicon/lexicon.ts';
import type { Article } from '../library/article.ts';
import { type KnownArticles, knownArticles } from '../library/known-articles.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { IndexDamage } from './errors.ts';
import { folderOf, librarySources } from './index-folder.ts';
import { emptyManifest } from './manifest.ts';
import { slices } from './slices.ts';
import { type Entry, Snapshot } from './snapshot.ts';
import { FolderStore, MemoryStore, type Store } from './store.ts';
import { markUsed } from './unused-indexes.ts';

export interface IndexOptions {
  /** The library: files and folders, absolute. */
  readonly paths: readonly string[];
  /** The format that the user asked for: the same files have another index for each. */
  readonly input?: InputFormat | undefined;
  /** True if nothing in the folders is left out: another index, too. */
  readonly isAll?: boolean | undefined;
  /** The program's cache folder. Without it, or if it cannot be written to or others may do so, the index is in memory only. */
  readonly cache?: string | undefined;
  /** Whether changes stay in memory, and nothing is written to the cache folder. */
  readonly readOnly?: boolean;
  /** The user's own synonyms. */
  readonly synonyms?: Synonyms | undefined;
  /** The index proved damaged and is empty now; an update rebuilds it. */
  readonly onDamage?: () => void;
}

const TRIES = 3;

/** An index of a store, open for reading. It is empty if the store has none, or a damaged one or one of another version. */
export class OpenIndex {
  /** The library: its files and folders, and the format asked for. */
  readonly paths: readonly string[];
  /** Whether articles stay unpacked: set when the caller keeps all of them in memory anyway. */
  keepsArticles = false;
  isClosed = false;
  /** The folder that it is read from; undefined if there is none, or others may write to it. */
  readonly folder: string | undefined;
  readonly #onDamage: (() => void) | undefined;
  readonly #lexicon: Lexicon;
  #store: Store;
  #snapshot: Snapshot;
  #wasDamaged = false;

  /** Never throws. */
  constructor({ paths: files, input, isAll, cache, readOnly = false, synonyms, onDamage }: IndexOptions) {
    const paths = librarySources(files, input, isAll);
    this.paths = paths;
    this.#onDamage = onDamage;
    const folder = cache === undefined ? undefined : new FolderStore(folderOf(cache, paths), paths);
    const trusted = folder?.isTrusted ? folder : undefined;
    this.folder = trusted?.folder;
    if (trusted && !readOnly) markUsed(trusted.folder);
    this.#store = trusted && !readOnly ? trusted : new MemoryStore(trusted);
    this.#lexicon = lexiconWith(synonyms);
    this.#snapshot = new Snapshot(emptyManifest(paths), this.#lexicon);
    this.load();
  }

  get store(): Store {
    return this.#store;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** All documents that are not deleted, of the segments from the one at `from` on. @throws {IndexDamage} if one cannot be read */
  entries(from = 0): Generator<Entry> {
    return this.#snapshot.entries(this.keepsArticles, from);
  }

  /**
   * The article of document `doc`.
   *
   * @throws {IndexDamage} if it cannot be read, or was found before the index proved damaged and was emptied
   */
  article(doc: number): Article {
    return this.#snapshot.article(doc, this.keepsArticles);
  }

  /** All documents by the paths of their files; none if the index proves damaged. */
  async byPath(): Promise<Map<string, Entry>> {
    const entries = new Map<string, Entry>();
    const isWhole = await this.visitEntries((entry) => void entries.set(entry.article.path, entry));
    return isWhole ? entries : new Map();
  }

  /**
   * Calls `visit` for each document, in order, of the segments from the one at `from` on. Resolves to false if the index proves
   * damaged.
   */
  async visitEntries(visit: (entry: Entry) => void, from = 0): Promise<boolean> {
    const pause = slices();
    try {
      for (const entry of this.entries(from)) {
        visit(entry);
        await pause();
      }
      return true;
    } catch (error) {
      return this.#afterDamage(error, false);
    }
  }

  /** For `loadLibrary`: finds the articles of unchanged files. */
  async known(): Promise<KnownArticles> {
    // A new library has none yet, and those that come are not asked for again.
    this.keepsArticles = this.#snapshot.count > 0;
    const byPath = await this.byPath();
    const articles = Array.from(byPath.values(), ({ article }) => article);
    return knownArticles(articles, (path) => byPath.get(path)?.article);
  }

  /**
   * Calls `use`, and returns its result. If the index proves damaged meanwhile, returns `otherwise`: the index is then empty
   * until the next update.
   */
  guarded<T>(use: () => T, otherwise: T): T {
    try {
      return use();
    } catch (error) {
      return this.#afterDamage(error, otherwise);
    }
  }

  #afterDamage<T>(error: unknown, result: T): T {
    if (!(error instanceof IndexDamage)) throw error;
    this.discard();
    return result;
  }

  /** Opens the store's current index. If another process has just merged a segment away, it reads the manifest again. */
  load(): void {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const next = this.#snapshot.next(this.#store, this.#store.read() ?? emptyManifest(this.paths));
      if (!next) continue;
      this.#snapshot = next;
      return;
    }
    this.discard();
  }

  /** Keeps further changes in memory, because the folder cannot be written to. */
  leaveFolder(): void {
    if (this.#store instanceof FolderStore) this.#store = new MemoryStore(this.#store);
  }

  /** Closes the index's files. */
  close(): void {
    this.isClosed = true;
    this.#snapshot.close();
    this.#snapshot = new Snapshot(emptyManifest(this.paths), this.#lexicon);
  }

  /** Empties an index that proved damaged, so that the next update rebuilds it; in memory the second time, on a failing disk. */
  discard(): void {
    const isDiscarded = this.#store instanceof FolderStore && !this.#wasDamaged && this.#store.discard();
    if (!isDiscarded) this.#store = new MemoryStore();
    this.#wasDamaged = true;
    this.load();
    this.#onDamage?.();
  }
}
