import { readdir, rename, unlink } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import { fingerprintOf } from './fingerprint.ts';
import type { Changes } from './records.ts';

export { withLock } from '../files/lock.ts';
export { makeFolder } from '../files/make-folder.ts';
export { replaceFile } from '../files/replace-file.ts';

/** Adds to changes of articles that are files what identifies their contents. */
export function withFingerprints(changes: Changes): Changes {
  const articles = new Map(changes.articles);
  for (const [key, change] of articles) {
    const file = isAbsolute(key) ? fingerprintOf(key) : undefined;
    if (file) articles.set(key, { ...change, file });
  }
  return { ...changes, articles };
}

/** Removes temporary files that processes left when they died. The caller must hold the lock. */
export async function removeTemporaryFiles(path: string): Promise<void> {
  const folder = dirname(path);
  for (const name of await readdir(folder)) {
    const candidate = join(folder, name);
    if (candidate.startsWith(`${path}.`) && candidate.endsWith('.tmp'))
      await unlink(candidate).catch(() => {});
  }
}

/** Renames a damaged file, replacing one that was renamed before. Returns its new path. */
export async function setAside(path: string): Promise<string> {
  const aside = path.replace(/(\.json)?$/, '.damaged$1');
  await rename(path, aside);
  return aside;
}
