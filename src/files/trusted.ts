import { fstatSync, readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { geteuid } from 'node:process';
import { makeFolder } from './make-folder.ts';
import { withFile } from './with-file.ts';

/** Whether only the user and root can have written a file or folder. (bin/kiosque.js has the same rule.) */
export function isTrusted({ uid, mode }: Stats): boolean {
  const user = geteuid?.();
  return user === undefined || ((uid === user || uid === 0) && (mode & 0o022) === 0);
}

/** Whether a folder and those above it, up to `root`, are trusted. Missing ones are: they are made for the user alone. */
export function isTrustedFolder(path: string, root: string): boolean {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return (!stats || isTrusted(stats)) && (path === root || isTrustedFolder(dirname(path), root));
  } catch {
    return false;
  }
}

/** Makes a folder as `makeFolder` does. Throws if it cannot be made, or others may write to it or to one above it. */
export function makeTrustedFolder(path: string, root: string): void {
  makeFolder(path);
  if (!isTrustedFolder(path, root)) throw new Error('others may write to the folder');
}

/** The text of a file. Throws if it cannot be read, or others may have written it. */
export const readTrusted = (path: string): string => readTrustedBytes(path).toString();

/** The content of a file. Throws if it cannot be read, or others may have written it. */
export const readTrustedBytes = (path: string): Buffer =>
  withFile(path, (file) => {
    if (!isTrusted(fstatSync(file))) throw new Error('others may have written the file');
    return readFileSync(file);
  });
