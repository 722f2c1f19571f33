import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import { type Article, fileOf } from './article.ts';

/** Paths watched: systems limit how many a program may watch. */
const MAX_WATCHED = 256;

/** Milliseconds without further changes before they are reported: an editor changes a file several times as it saves. */
const QUIET = 120;

/** Reports changes in the folders of a library. Changes in folders that cannot be watched go unnoticed. */
export class LibraryWatch {
  readonly #onChange: () => void;
  readonly #watchers = new Map<string, FSWatcher>();
  #timer: NodeJS.Timeout | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches `paths` and the folders of `articles`, and no others; goes on watching those it watched already. */
  follow(paths: readonly string[], articles: readonly Article[]): void {
    const places = new Set(paths);
    for (const article of articles) {
      if (places.size >= MAX_WATCHED) break;
      places.add(dirname(fileOf(article)));
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
      // The folder is gone, or the system's limit is reached.
    }
  }
}
