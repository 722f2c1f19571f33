import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleName } from './file-name.ts';

/** A file met on a walk; size in bytes, time in milliseconds. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
}

/** A folder of a library, and when something was last put in it, taken out or renamed, in milliseconds. */
export interface Folder {
  readonly path: string;
  readonly mtime: number;
}

/** What a walk reports of a path that it could not take. */
export type Trouble = 'unreadable' | 'special';

/**
 * Articles in a folder and the folders below it, by name: files, and links to files, with an article's suffix. Hidden
 * ones and `node_modules` are passed over; a folder is entered once, however many links lead to it. Yields between
 * entries, so that the caller can take a rest.
 */
export function* walk(
  root: string,
  onTrouble: (trouble: Trouble, path: string) => void,
  onFolder: (folder: Folder) => void = () => undefined,
): Generator<FoundFile> {
  const entered = new Set<string>();
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = enter(folder, entered, onTrouble, onFolder);
    const folders: string[] = [];
    for (const entry of entries) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isSymbolicLink()) {
        const kind = linkKind(path);
        if (kind === 'folder') folders.push(path);
        else if (isArticleName(entry.name)) {
          if (kind === 'file') yield* found(path, onTrouble);
          else onTrouble(kind, path);
        }
      } else if (isArticleName(entry.name)) {
        if (entry.isFile()) yield* found(path, onTrouble);
        else onTrouble('special', path);
      }
    }
    pending.push(...folders.reverse());
  }
}

/** A folder's entries in the order of their names; none where it was entered before. Its time is taken before them. */
function enter(
  folder: string,
  entered: Set<string>,
  onTrouble: (trouble: Trouble, path: string) => void,
  onFolder: (folder: Folder) => void,
): readonly Dirent[] {
  try {
    const real = realpathSync(folder);
    if (entered.has(real)) return [];
    entered.add(real);
    onFolder({ path: folder, mtime: statSync(folder).mtimeMs });
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    onTrouble('unreadable', folder);
    return [];
  }
}

function linkKind(path: string): 'folder' | 'file' | Trouble {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'special';
  } catch {
    return 'unreadable';
  }
}

function* found(path: string, onTrouble: (trouble: Trouble, path: string) => void): Generator<FoundFile> {
  try {
    const { size, mtimeMs } = statSync(path);
    yield { path, size, mtime: mtimeMs };
  } catch {
    onTrouble('unreadable', path);
  }
}
