import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import type { Article } from './article.ts';

/** Folders watched at most: the system allows a program only so many. */
const FOLDERS = 256;

/** Milliseconds without a further change before it is told: an editor's save is several changes. */
const QUIET = 120;

/**
 * Calls `onChange` after something changed in the folders that hold `articles`, or in `paths` themselves. Where a folder
 * cannot be watched, its changes go unnoticed.
 *
 * @returns ends the watch
 */
export function watchLibrary(
  paths: readonly string[],
  articles: readonly Article[],
  onChange: () => void,
): () => void {
  const places = new Set(paths);
  for (const { path } of articles) {
    if (places.size >= FOLDERS) break;
    if (path !== '-') places.add(dirname(path));
  }
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET);
  };
  const watchers = [...places].flatMap((place) => watcherOf(place, changed) ?? []);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function watcherOf(path: string, changed: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(path, { persistent: false }, changed);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
