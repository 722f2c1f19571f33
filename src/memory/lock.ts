import { mkdir, rename, rmdir, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** A lock older than this was left by a process that died: it is held for the time of one small write. Milliseconds. */
const STALE = 3000;

/**
 * Does `work` while no other process does: the lock is a folder, since making one either succeeds or finds it there, on
 * every file system.
 *
 * @param now       milliseconds since 1970
 * @param patience  milliseconds to wait for the lock
 * @returns what `work` returns; `busy` where the lock was not to be had in time
 * @throws what `work` throws, and where the folder cannot be made for another reason
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { now, patience }: { readonly now: () => number; readonly patience: number },
): Promise<T | 'busy'> {
  const end = now() + patience;
  while (!(await take(path))) {
    if (now() >= end) return 'busy';
    // Not in step with another process that waits.
    if (!(await breakStale(path, now))) await setTimeout(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    await rmdir(path).catch(() => {});
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes away the lock of a dead process, and sees to it that it is that one: another may have broken it first. */
async function breakStale(path: string, now: () => number): Promise<boolean> {
  try {
    const found = await stat(path);
    if (now() - found.mtimeMs < STALE) return false;
    const aside = `${path}.${Math.random().toString(36).slice(2)}`;
    await rename(path, aside);
    const moved = await stat(aside);
    if (moved.ino !== found.ino) await rename(aside, path);
    else await rmdir(aside);
    return true;
  } catch {
    // Gone meanwhile.
    return true;
  }
}
