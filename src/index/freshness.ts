import { statSync } from 'node:fs';
import type { Article } from '../library/article.ts';
import type { Folder } from '../library/walk.ts';

/** Whether nothing was put into a folder, taken out or renamed since it was walked; of a file, whether it is as it was. */
export const isUntouched = ({ path, mtime }: Folder): boolean =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs === mtime;

/** Whether an article's file is as it was when it was described. */
export function isUnchanged({ path, size, mtime }: Article): boolean {
  try {
    const stats = statSync(path);
    return stats.size === size && stats.mtimeMs === mtime;
  } catch {
    return false;
  }
}

/**
 * Whether two descriptions of the file at one path are the same: all else that is known of an article comes from its
 * file, but for the id, which others decide too.
 */
export const isSame = (known: Article, article: Article): boolean =>
  known === article ||
  (known.mtime === article.mtime && known.size === article.size && known.id === article.id);
