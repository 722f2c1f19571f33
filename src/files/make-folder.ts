import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and the folders above it that are missing. One by one, because Node's recursive `mkdir` never returns where a
 * folder exists but answers ENOENT to new entries, as `/proc/1` does.
 *
 * @param mode  by default, only the user may enter them
 * @throws the file system's error if a folder cannot be made
 */
export function makeFolder(path: string, mode = 0o700): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(path)) throw error;
  }
}
