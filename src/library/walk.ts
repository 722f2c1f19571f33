import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleName } from './file-name.ts';

/** A file that was found; size in bytes, time of its last change in milliseconds. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
}

/** A folder of a library; `mtime` is when an entry was last added, removed or renamed, in milliseconds. */
export interface Folder {
  readonly path: string;
  readonly mtime: number;
}

export interface WalkEvents {
  /** A path cannot be an article; `cause` is the system's error if it is unreadable. */
  onTrouble(kind: 'unreadable' | 'special', path: string, cause?: unknown): void;
  /** A folder is about to be read. */
  onFolder(folder: Folder): void;
}

/**
 * Finds the articles in a folder and the folders below it, in the order of their names: files, and links to files, with
 * an article's suffix. Skips hidden entries and `node_modules`; enters a folder once, however many links lead to it.
 * A generator, so that the caller can let other work run between two files.
 */
export function* walk(root: string, events: WalkEvents): Generator<FoundFile> {
  const entered = new Set<string>();
  const pending = [root];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const subfolders: string[] = [];
    for (const entry of entriesOf(folder, entered, events)) {
      if (isSkipped(entry.name)) continue;
      const path = join(folder, entry.name);
      const kind = kindOf(entry, path);
      if (kind === 'folder') subfolders.push(path);
      else if (isArticleName(entry.name)) yield* articleFile(path, kind, events);
    }
    pending.push(...subfolders.reverse());
  }
}

/** True for the name of a file or folder that is no part of a library. */
export const isSkipped = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** The entries of a folder by name; none if it was entered before. Takes the folder's time before reading it. */
function entriesOf(folder: string, entered: Set<string>, events: WalkEvents): readonly Dirent[] {
  try {
    const real = realpathSync(folder);
    if (entered.has(real)) return [];
    entered.add(real);
    events.onFolder({ path: folder, mtime: statSync(folder).mtimeMs });
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    events.onTrouble('unreadable', folder, error);
    return [];
  }
}

type Kind = 'folder' | 'file' | 'special' | 'broken-link';

/** The kind of an entry, or of the target of a link. */
function kindOf(entry: Dirent, path: string): Kind {
  let target: Pick<Dirent, 'isDirectory' | 'isFile'> = entry;
  if (entry.isSymbolicLink()) {
    try {
      target = statSync(path);
    } catch {
      return 'broken-link';
    }
  }
  return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'special';
}

function* articleFile(path: string, kind: Kind, events: WalkEvents): Generator<FoundFile> {
  if (kind === 'special') return events.onTrouble('special', path);
  try {
    const { size, mtimeMs } = statSync(path);
    yield { path, size, mtime: mtimeMs };
  } catch (error) {
    events.onTrouble('unreadable', path, error);
  }
}
