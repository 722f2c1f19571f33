import { existsSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Article } from '../library/article.ts';
import { isWebAddress } from '../web/address.ts';

/**
 * Returns a function that returns the key by which an article is remembered: its id in the bundled catalogue, whose path
 * changes with every installation; otherwise its path, with symbolic links in its folder resolved. Standard input
 * has no key.
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
  const keyOf = ({ id, path }: Article): string | undefined => {
    if (path === '-') return undefined;
    if (isWebAddress(path)) return path;
    const resolved = join(real(dirname(path)), basename(path));
    return resolved.startsWith(real(catalogue) + sep) ? `kiosque:${id}` : resolved;
  };
  // To filter a large library asks for all keys, again and again.
  const keys = new WeakMap<Article, string | undefined>();
  return (article) => {
    if (!keys.has(article)) keys.set(article, keyOf(article));
    return keys.get(article);
  };
}

/**
 * The key by which the view of a library is remembered, whatever the order of its paths.
 *
 * @param paths  absolute; none for the bundled catalogue
 */
export const libraryKey = (paths: readonly string[]): string =>
  paths.length === 0 ? 'kiosque:' : paths.map(realOf).sort().join('\n');

/**
 * Returns a function that tests whether an article with a key is one of these files, or in one of these folders, which may be gone.
 *
 * @param paths  absolute
 */
export function isIn(paths: readonly string[]): (key: string) => boolean {
  const places = paths.map(realOf);
  return (key) => places.some((place) => key === place || key.startsWith(withSeparator(place)));
}

function realOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}

/**
 * The remembered articles of a library whose files are gone. The members of a file that is there are not, even if it has lost
 * some: these have no file of their own that could have been renamed.
 *
 * @param paths  of the library, absolute; only below its folders, beside its files, and in folders that were beside its
 *   folders, of which one may now have this name, are files looked for
 */
export function missingFiles<Record>(
  records: ReadonlyMap<string, Record>,
  paths: readonly string[],
): ReadonlyMap<string, Record> {
  const local = paths.filter((path) => !isWebAddress(path));
  const folders = local.map((path) => withSeparator(realOf(isFolder(path) ? path : dirname(path))));
  const parents = folders.map((folder) => withSeparator(dirname(folder)));
  const siblings = new Map<string, boolean>();
  const isGone = (sibling: string): boolean => {
    const known = siblings.get(sibling) ?? !existsSync(sibling);
    siblings.set(sibling, known);
    return known;
  };
  const isInGoneFolder = (key: string, parent: string): boolean => {
    const end = key.indexOf(sep, parent.length);
    return key.startsWith(parent) && end > 0 && isGone(key.slice(0, end));
  };
  const isMissing = (key: string): boolean =>
    folders.some((folder) => key.startsWith(folder))
      ? !existsSync(key) && !isFile(dirname(key))
      : parents.some((parent) => isInGoneFolder(key, parent));
  return new Map([...records].filter(([key]) => isMissing(key)));
}

const withSeparator = (folder: string): string => (folder.endsWith(sep) ? folder : folder + sep);

const isFile = (path: string): boolean => statsOf(path)?.isFile() ?? false;
const isFolder = (path: string): boolean => statsOf(path)?.isDirectory() ?? false;

/** What the file system knows of a path; undefined if it is missing, or in a folder that may not be searched. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
