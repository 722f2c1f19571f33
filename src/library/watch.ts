import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Article } from './article.ts';

/** Folders watched at most: the system allows a program only so many. */
const FOLDERS = 256;

/** Milliseconds without a further change before it is told: an editor's save is several changes. */
const QUIET = 120;

/** Tells that something changed in the folders of a library. One that cannot be watched changes unnoticed. */
export class LibraryWatch {
  readonly #onChange: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches `paths` and the folders that hold `articles`; those that were watched before go on without a gap. */
  follow(paths: readonly string[], articles: readonly Article[]): void {
    const places = new Set(paths);
    for (const { path } of articles) {
      if (places.size >= FOLDERS) break;
      places.add(dirname(path));
    }
    for (const [place, watcher] of this.#watchers) {
      if (places.has(place)) continue;
      watcher.close();
      this.#watchers.delete(place);
    }
    for (const place of places) {
      if (!this.#watchers.has(place)) this.#watch(place);
    }
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #watch(place: string): void {
    try {
      const watcher = watch(place, { persistent: false }, () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(this.#onChange, QUIET);
      });
      watcher.on('error', () => {
        watcher.close();
        this.#watchers.delete(place);
      });
      this.#watchers.set(place, watcher);
    } catch {
      // Gone, or one too many for the system.
    }
  }
}
