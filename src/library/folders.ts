import { dirname } from 'node:path';
import { type Article, fileOf } from './article.ts';

/**
 * The path of a file below the innermost of the roots that it is in; empty for a root itself, undefined outside of them.
 *
 * @param roots  the paths of a library, absolute: files and folders
 */
export function pathBelow(path: string, roots: readonly string[]): string | undefined {
  const inside = roots.flatMap((root) => {
    if (path === root) return [''];
    const start = root.endsWith('/') ? root : `${root}/`;
    return path.startsWith(start) ? [path.slice(start.length)] : [];
  });
  return inside.sort((a, b) => a.length - b.length)[0];
}

/** The folders of a path below the innermost of the roots that it is in, as a path; empty if there are none. */
export function folderBelow(path: string, roots: readonly string[]): string {
  const folder = dirname(pathBelow(path, roots) ?? '');
  return folder === '.' ? '' : folder;
}

/** The articles whose files are in a folder of the library or below it; `folder` is as `folderBelow` has it. */
export const inFolder = (
  articles: readonly Article[],
  folder: string,
  roots: readonly string[],
): readonly Article[] => articles.filter((article) => isInFolder(article, folder, roots));

/** True if the file of an article is in a folder of the library or below it. */
export function isInFolder(article: Article, folder: string, roots: readonly string[]): boolean {
  const own = folderBelow(fileOf(article), roots);
  return own === folder || own.startsWith(`${folder}/`);
}

/** The folders of a library with the number of articles in each and below it, each before those in it. */
export function foldersOf(
  articles: readonly Article[],
  roots: readonly string[],
): readonly (readonly [folder: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const article of articles)
    for (let folder = folderBelow(fileOf(article), roots); folder !== ''; folder = parentOf(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (byParts(a) < byParts(b) ? -1 : 1));
}

const parentOf = (folder: string): string => folder.slice(0, Math.max(0, folder.lastIndexOf('/')));

/** A path to sort by: what is in a folder comes right after it. */
const byParts = (folder: string): string => folder.replaceAll('/', '\0');
