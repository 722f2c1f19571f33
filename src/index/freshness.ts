import { statSync } from 'node:fs';
import type { Article } from '../library/article.ts';
import type { Folder } from '../library/walk.ts';

/** Whether no entry of a folder was added, removed or renamed since it was walked; whether a file is unchanged. */
export const isUntouched = ({ path, mtime }: Folder): boolean =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs === mtime;

/** Whether an article's file is unchanged since the article was described. */
export function isUnchanged({ path, size, mtime }: Article): boolean {
  try {
    const stats = statSync(path);
    return stats.size === size && stats.mtimeMs === mtime;
  } catch {
    return false;
  }
}

/**
 * Whether two descriptions of the file at one path are equal. Everything else in a description comes from the file, except the
 * id, which also depends on the ids of other articles.
 */
export const isSame = (known: Article, article: Article): boolean =>
  known === article ||
  (known.mtime === article.mtime && known.size === article.size && known.id === article.id);
