import { dirname } from 'node:path';
import { memoryPath, readText } from './file.ts';
import { parse, serialize } from './format.ts';
import { timesOf } from './reading-times.ts';
import {
  type ArticleChange,
  type ArticleMemory,
  type Changes,
  changeArticle,
  combined,
  type Memories,
  merge,
  moveToEnd,
  type Records,
  type Setting,
  type View,
} from './records.ts';

/** A problem with the memory file. The program goes on; the message is worded elsewhere. */
export interface MemoryProblem {
  /** `damaged`: renamed to `path`. `crowded`: the oldest articles were forgotten. `newer`: of a later version, left alone. `unwritable`: nothing will be saved. */
  readonly kind: 'damaged' | 'crowded' | 'newer' | 'unreadable' | 'unwritable';
  readonly path: string;
}

export interface MemoryOptions {
  /** The state folder, made at the first save. If undefined, nothing is saved. */
  readonly directory?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called once for each kind of problem. */
  readonly onProblem?: (problem: MemoryProblem) => void;
  /** Milliseconds from a change until it is saved. */
  readonly delay?: number;
}

/** Milliseconds to wait for another instance that is saving, or for its lock to go stale: saving takes far less. */
const PATIENCE = 4000;
const STALE_AFTER = 3000;

/** Opens the memory: places, read and starred articles, views of libraries, the last search, settings. Never throws. */
export async function openMemory(options: MemoryOptions): Promise<Memory> {
  const memory = new Memory(options);
  await memory.reload();
  // Soon, because an update may replace the program's files while it runs.
  setImmediate(() => loadWriter().catch(() => {}));
  return memory;
}

/** Imports the code that writes the file, which the first screen does not need. */
const loadWriter = () => import('./writer.ts');

/**
 * The program's memory. Changes are visible at once and saved soon after, merged with those of other instances. Nothing here
 * throws: if the disk fails, changes are kept until the program ends.
 */
export class Memory {
  readonly #path: string | undefined;
  readonly #options: MemoryOptions;
  readonly #reported = new Set<MemoryProblem['kind']>();
  /** The records as last read or written, and with the changes since. */
  #saved = draftOf<ArticleMemory>();
  #current = draftOf<ArticleMemory>();
  /** The changes since the last save. */
  readonly #changes = draftOf<ArticleChange>();
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> | undefined;
  #readOnly = false;

  constructor(options: MemoryOptions) {
    this.#options = options;
    this.#path = options.directory === undefined ? undefined : memoryPath(options.directory);
  }

  /** Articles by the keys of `keysOf`. */
  get articles(): ReadonlyMap<string, ArticleMemory> {
    return this.#current.articles;
  }

  get settings(): ReadonlyMap<string, Setting> {
    return this.#current.settings;
  }

  /** Views of libraries by the keys of `libraryKey`. */
  get views(): ReadonlyMap<string, View> {
    return this.#current.views;
  }

  get search(): string | undefined {
    return this.#current.search;
  }

  /** The key of the article with a place that was read last. */
  get lastRead(): string | undefined {
    let last: string | undefined;
    for (const [key, { place }] of this.articles) if (place) last = key;
    return last;
  }

  /** Changes an article's record. */
  update(key: string, change: Omit<ArticleChange, 'seen'>): void {
    const now = this.#options.now();
    this.#change(key, { ...change, ...timesOf(change, now), seen: now });
  }

  #change(key: string, change: ArticleChange): void {
    const { articles } = this.#changes;
    const whole = combined(articles.get(key), change);
    // As in the records, only reading an article makes it the last one.
    if (change.place) moveToEnd(articles, key, whole);
    else articles.set(key, whole);
    changeArticle(this.#current.articles, key, change);
    this.#saveSoon();
  }

  /** Has it remembered of an article what its file contains now. */
  refresh(key: string): void {
    this.update(key, {});
  }

  /** Moves what is remembered of an article whose file has been renamed. */
  rename(from: string, to: string): void {
    const record = this.articles.get(from);
    if (!record) return;
    this.#change(to, { ...record, seen: this.#options.now() });
    this.update(from, { place: undefined, read: false, starred: false, highlights: 0, notes: 0 });
    for (const [library, view] of [...this.views]) {
      if (view.selected === from) this.setView(library, { ...view, selected: to });
    }
  }

  /** Changes the view of a library. */
  setView(library: string, view: View): void {
    moveToEnd(this.#changes.views, library, view);
    moveToEnd(this.#current.views, library, view);
    this.#saveSoon();
  }

  /** Changes a setting. */
  set(setting: string, value: Setting): void {
    this.#changes.settings.set(setting, value);
    this.#current.settings.set(setting, value);
    this.#saveSoon();
  }

  /** Changes the last search. */
  setSearch(search: string): void {
    this.#changes.search = search;
    this.#current.search = search;
    this.#saveSoon();
  }

  /** Saves the changes. Resolves when they are on the disk, or saving has failed. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#saving) await this.#saving;
    if (isEmpty(this.#changes) || this.#path === undefined || this.#readOnly) return;
    this.#saving = this.#write(this.#path).finally(() => {
      this.#saving = undefined;
    });
    await this.#saving;
  }

  /** Reads what other instances have saved. */
  async reload(): Promise<void> {
    if (this.#path === undefined) return;
    try {
      this.#adopt(await this.#read(this.#path));
    } catch {
      this.#report({ kind: 'unreadable', path: this.#path });
    }
  }

  #saveSoon(): void {
    if (this.#timer || this.#path === undefined || this.#readOnly) return;
    this.#timer = setTimeout(() => void this.save(), this.#options.delay ?? 1000);
    this.#timer.unref();
  }

  async #write(path: string): Promise<void> {
    const changes = draftOf(this.#changes);
    try {
      const { makeFolder, withLock } = await loadWriter();
      makeFolder(dirname(path));
      const replace = (): Promise<void> => this.#replace(path, changes);
      const done = await withLock(`${path}.lock`, replace, { patience: PATIENCE, staleAfter: STALE_AFTER });
      if (done === 'busy') this.#saveSoon();
    } catch {
      this.#report({ kind: 'unwritable', path });
    }
  }

  /** Applies the changes to the file as it is now. The caller must hold the lock. */
  async #replace(path: string, changes: Changes): Promise<void> {
    const { removeTemporaryFiles, replaceFile, withFingerprints } = await loadWriter();
    await removeTemporaryFiles(path);
    const merged = merge(await this.#read(path), withFingerprints(changes));
    if (this.#readOnly) return;
    await replaceFile(path, serialize(merged));
    this.#removeSaved(changes);
    this.#adopt(merged);
  }

  /** Removes saved changes, except those that have changed again. */
  #removeSaved(saved: Changes): void {
    const { articles, settings, views, search } = this.#changes;
    removeSame(articles, saved.articles);
    removeSame(settings, saved.settings);
    removeSame(views, saved.views);
    if (search === saved.search) this.#changes.search = undefined;
  }

  #adopt(saved: Records): void {
    this.#saved = draftOf(saved);
    this.#current = draftOf(merge(saved, this.#changes));
  }

  /** The records of the file; the last known ones if it does not exist or is damaged. */
  async #read(path: string): Promise<Records> {
    const text = readText(path);
    if (text === undefined) return this.#saved;
    const parsed = parse(text);
    if (parsed.kind === 'records') {
      if (parsed.hasForgotten) this.#report({ kind: 'crowded', path });
      return parsed.records;
    }
    if (parsed.kind === 'newer') {
      this.#readOnly = true;
      this.#report({ kind: 'newer', path });
    } else {
      const { setAside } = await loadWriter();
      this.#report({ kind: 'damaged', path: await setAside(path) });
    }
    return this.#saved;
  }

  #report(problem: MemoryProblem): void {
    if (this.#reported.has(problem.kind)) return;
    this.#reported.add(problem.kind);
    this.#options.onProblem?.(problem);
  }
}

/** Mutable records or changes. */
interface Draft<T> extends Memories<T> {
  readonly articles: Map<string, T>;
  readonly settings: Map<string, Setting>;
  readonly views: Map<string, View>;
  search: string | undefined;
}

/** A mutable copy of records or changes; empty if undefined. */
const draftOf = <T>(from?: Memories<T>): Draft<T> => ({
  articles: new Map(from?.articles),
  settings: new Map(from?.settings),
  views: new Map(from?.views),
  search: from?.search,
});

const isEmpty = ({ articles, settings, views, search }: Changes): boolean =>
  articles.size === 0 && settings.size === 0 && views.size === 0 && search === undefined;

/** Removes the entries of `map` that `other` has, too. */
function removeSame<V>(map: Map<string, V>, other: ReadonlyMap<string, V>): void {
  for (const [key, value] of other) if (map.get(key) === value) map.delete(key);
}
