import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files of patterns of what to leave out, those first whose verdicts count first. */
const NAMES = ['.kiosqueignore', '.ignore', '.gitignore'] as const;

/** Files of patterns in a folder. */
export interface IgnoreFiles {
  readonly folder: string;
  readonly names: readonly string[];
}

/** Those among the names of the entries of a folder. */
export const ignoreFilesAmong = (has: (name: string) => boolean): readonly string[] => NAMES.filter(has);

/**
 * The files of patterns in the folders above `root` that also hold for it, the highest first: those of the repository that it is
 * in.
 */
export function ignoreFilesAbove(root: string): readonly IgnoreFiles[] {
  const folders: string[] = [];
  const isTop = (folder: string): boolean => existsSync(join(folder, '.git'));
  for (let folder = root; !isTop(folder); ) {
    const above = dirname(folder);
    if (above === folder) return [];
    folders.unshift(above);
    folder = above;
  }
  return folders
    .map((folder) => ({ folder, names: ignoreFilesAmong((name) => existsSync(join(folder, name))) }))
    .filter(({ names }) => names.length > 0);
}
