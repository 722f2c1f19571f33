import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Puts `text` in the place of a file: whoever reads it, at any time and after any crash, finds the old text or the new
 * one. A temporary file is written and flushed to the disk, then renamed.
 *
 * @throws where the disk is full or may not be written; the old text is then still there
 */
export async function replaceText(path: string, text: string): Promise<void> {
  const temporary = `${path}.${Math.random().toString(36).slice(2)}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Flushes the renaming too, on systems that can. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // Some file systems flush no folders; the file itself is whole all the same.
  }
}

/** Removes the temporary files of processes that died; only to be called under the lock. */
export async function sweep(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const candidate = join(folder, name);
    if (candidate.startsWith(`${path}.`) && candidate.endsWith('.tmp'))
      await unlink(candidate).catch(() => {});
  }
}

/** Moves a damaged file out of the way, over one that was moved before. */
export async function setAside(path: string): Promise<string> {
  const aside = path.replace(/(\.json)?$/, '.damaged$1');
  await rename(path, aside);
  return aside;
}

export const makeFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
};
