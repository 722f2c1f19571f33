import { dirname, join } from 'node:path';
import { parse, serialise } from './format.ts';
import { readText } from './read.ts';
import {
  type ArticleChange,
  type ArticleMemory,
  applied,
  type Changes,
  merge,
  type Records,
  type Setting,
} from './records.ts';

/** What went wrong with the file; the reading goes on. Worded elsewhere. */
export interface MemoryProblem {
  /** `damaged`: set aside as `path`. `newer`: of a later version, left alone. `unwritable`: nothing will be kept. */
  readonly kind: 'damaged' | 'newer' | 'unreadable' | 'unwritable';
  readonly path: string;
  readonly cause?: unknown;
}

export interface MemoryOptions {
  /** Where to keep it; made when first written to. Without one, nothing outlasts the program. */
  readonly directory?: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told once of each kind of problem. */
  readonly onProblem?: (problem: MemoryProblem) => void;
  /** Milliseconds from a change to its saving. */
  readonly delay?: number;
}

/** Milliseconds to wait for another instance that is saving, or for its lock to go stale: saving takes far less. */
const PATIENCE = 4000;
const STALE_AFTER = 3000;

/** Opens what is remembered: places, what was read and starred, the last search, settings. Never throws. */
export async function openMemory(options: MemoryOptions): Promise<Memory> {
  const memory = new Memory(options);
  await memory.reload();
  // Before it is needed: by then an update of the program may have put other files in its place.
  setImmediate(() => loadWriter().catch(() => {}));
  return memory;
}

/** Loads the code that writes the file: the first screen does not wait for it. */
const loadWriter = () => import('./writer.ts');

/**
 * What the program remembers. Changes count at once and are saved soon after, merged with what other instances saved
 * meanwhile. Nothing here throws: where the disk fails, things are remembered until the program ends.
 */
export class Memory {
  readonly #path: string | undefined;
  readonly #options: MemoryOptions;
  readonly #reported = new Set<MemoryProblem['kind']>();
  /** As last read or written, and with what changed since. */
  #saved = draftOf<ArticleMemory>();
  #current = draftOf<ArticleMemory>();
  /** What changed since it was last saved. */
  readonly #changes = draftOf<ArticleChange>();
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> | undefined;
  #readOnly = false;

  constructor(options: MemoryOptions) {
    this.#options = options;
    this.#path = options.directory === undefined ? undefined : join(options.directory, 'memory.json');
  }

  /** By the keys of `keysOf`. */
  get articles(): ReadonlyMap<string, ArticleMemory> {
    return this.#current.articles;
  }

  get settings(): ReadonlyMap<string, Setting> {
    return this.#current.settings;
  }

  get search(): string | undefined {
    return this.#current.search;
  }

  /** The key of the article that was read last, if its place is known. */
  get lastRead(): string | undefined {
    let last: string | undefined;
    let seen = Number.NEGATIVE_INFINITY;
    for (const [key, article] of this.articles) {
      if (article.place && article.seen > seen) [last, seen] = [key, article.seen];
    }
    return last;
  }

  update(key: string, change: Omit<ArticleChange, 'seen'>): void {
    const whole = { ...change, seen: this.#options.now() };
    const { articles } = this.#changes;
    articles.set(key, { ...articles.get(key), ...whole });
    this.#current.articles.set(key, applied(this.#current.articles.get(key), whole));
    this.#saveSoon();
  }

  set(setting: string, value: Setting): void {
    this.#changes.settings.set(setting, value);
    this.#current.settings.set(setting, value);
    this.#saveSoon();
  }

  setSearch(search: string): void {
    this.#changes.search = search;
    this.#current.search = search;
    this.#saveSoon();
  }

  /** Saves what changed; done when it is on the disk, or cannot be. */
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

  /** Reads what other instances have saved meanwhile. */
  async reload(): Promise<void> {
    if (this.#path === undefined) return;
    try {
      this.#adopt(await this.#read(this.#path));
    } catch (cause) {
      this.#report({ kind: 'unreadable', path: this.#path, cause });
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
    } catch (cause) {
      this.#report({ kind: 'unwritable', path, cause });
    }
  }

  /** Under the lock: the file as it is now, with our changes. */
  async #replace(path: string, changes: Changes): Promise<void> {
    const { removeTemporaryFiles, replaceFile } = await loadWriter();
    await removeTemporaryFiles(path);
    const merged = merge(await this.#read(path), changes);
    if (this.#readOnly) return;
    await replaceFile(path, serialise(merged));
    this.#forget(changes);
    this.#adopt(merged);
  }

  /** Changes that are saved are none any more, but for those that were changed again meanwhile. */
  #forget(saved: Changes): void {
    const { articles, settings, search } = this.#changes;
    for (const [key, change] of saved.articles) if (articles.get(key) === change) articles.delete(key);
    for (const [name, value] of saved.settings) if (settings.get(name) === value) settings.delete(name);
    if (search === saved.search) this.#changes.search = undefined;
  }

  #adopt(saved: Records): void {
    this.#saved = draftOf(saved);
    this.#current = draftOf(merge(saved, this.#changes));
  }

  /** The file's records; what was last known where there is none, or it is damaged. */
  async #read(path: string): Promise<Records> {
    const text = readText(path);
    if (text === undefined) return this.#saved;
    const parsed = parse(text);
    if (parsed.kind === 'records') return parsed.records;
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

/** Records, or changes, that can be added to. */
interface Draft<T> {
  readonly articles: Map<string, T>;
  readonly settings: Map<string, Setting>;
  search: string | undefined;
}

/** A copy of records or of changes; without either, an empty one. */
function draftOf<T>(from?: {
  readonly articles: ReadonlyMap<string, T>;
  readonly settings: ReadonlyMap<string, Setting>;
  readonly search?: string | undefined;
}): Draft<T> {
  return { articles: new Map(from?.articles), settings: new Map(from?.settings), search: from?.search };
}

const isEmpty = ({ articles, settings, search }: Changes): boolean =>
  articles.size === 0 && settings.size === 0 && search === undefined;
