import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { isHidden, isNoArticle, isToolFolder } from './exclusions.ts';
import { isArticleName } from './file-name.ts';

/** Bounds of the count, as a home folder may have a million files. */
const MAX_ARTICLES = 1_000;
const MAX_FOLDERS = 200;

/** How many articles a folder has; `isWhole` is false if there may be more. */
export interface ArticleCount {
  readonly count: number;
  readonly isWhole: boolean;
}

/**
 * Counts the files in a folder and in those below it, the nearest first, that look like articles by their names. Reads no
 * file, and so not those of patterns to ignore; leaves out folders that it may not read, does not follow links to folders, and stops at a bound.
 */
export async function countArticles(root: string): Promise<ArticleCount> {
  // Not at the top: to load it takes a millisecond, and most commands walk no folder in this way.
  const { readdir } = await import('node:fs/promises');
  const folders = [root];
  let count = 0;
  let hasLinks = false;
  for (const [read, folder] of folders.entries()) {
    if (count >= MAX_ARTICLES || read >= MAX_FOLDERS) return { count, isWhole: false };
    const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const { name } = entry;
      if (isHidden(name)) continue;
      if (entry.isDirectory()) {
        if (!isToolFolder(name, () => entries.map((each) => each.name))) folders.push(join(folder, name));
      } else if (isArticleName(join(folder, name))) count += isNoArticle(name) ? 0 : 1;
      else hasLinks ||= entry.isSymbolicLink();
    }
  }
  return { count, isWhole: !hasLinks };
}
