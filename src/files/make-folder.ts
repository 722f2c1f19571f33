import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder that only its user may enter, and the folders above it that are missing. One by one, because Node's
 * recursive `mkdir` never returns where a folder exists but answers ENOENT to new entries, as `/proc/1` does.
 *
 * @throws the file system's error if a folder cannot be made
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(path)) throw error;
  }
}
