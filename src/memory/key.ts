import { realpathSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Article } from '../library/article.ts';

/**
 * Returns a function that returns the key by which an article is remembered: its id in the bundled catalogue, whose path
 * changes with every installation; otherwise its path, with symbolic links in its folder resolved. Standard input has no key.
 *
 * @param catalogue  absolute path of the bundled catalogue
 */
export function keysOf(catalogue: string): (article: Article) => string | undefined {
  const folders = new Map<string, string>();
  const real = (folder: string): string => {
    const known = folders.get(folder) ?? realOf(folder);
    folders.set(folder, known);
    return known;
  };
  return ({ id, path }) => {
    if (path === '-') return undefined;
    const resolved = join(real(dirname(path)), basename(path));
    return resolved.startsWith(real(catalogue) + sep) ? `kiosque:${id}` : resolved;
  };
}

function realOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
