import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Replaces a file durably: at any time, and after any crash, its readers see either the old content or the new. The content
 * goes to a temporary file `PATH.….tmp`, which is flushed to the disk and renamed.
 *
 * @param content  or its parts, in order
 * @param mode  by default, only the user may read it
 * @throws the file system's error if the disk is full or cannot be written to; the old content is then still there
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array | readonly Uint8Array[],
  mode = 0o600,
): Promise<void> {
  const temporary = `${path}.${Math.random().toString(36).slice(2)}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      // Each part is written after the one before.
      for (const part of Array.isArray(content) ? content : [content]) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Flushes the rename to the disk too, where the system can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Some file systems cannot flush a folder. The file is whole even so.
  }
}
