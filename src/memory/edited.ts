import { fingerprintOf, sizeOf } from './fingerprint.ts';
import { isIn, statsOf } from './key.ts';
import type { ArticleMemory } from './records.ts';

/**
 * The keys of remembered articles whose files have other contents than were last saved: under another name, such a file would
 * not be known again.
 *
 * @param paths  of the library, absolute; only these files, and those in these folders, are looked at
 */
export function editedFiles(
  records: ReadonlyMap<string, ArticleMemory>,
  paths: readonly string[],
): readonly string[] {
  const isInLibrary = isIn(paths);
  return [...records]
    .filter(([key, record]) => isInLibrary(key) && isEdited(key, record))
    .map(([key]) => key);
}

/** Reads the file only if its size or time says that it may have changed. */
function isEdited(path: string, { file, seen }: ArticleMemory): boolean {
  const stats = statsOf(path);
  if (!file || !stats?.isFile() || (stats.size === sizeOf(file) && stats.mtimeMs <= seen)) return false;
  const now = fingerprintOf(path);
  return now !== undefined && now !== file;
}
