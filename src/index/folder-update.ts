import { join } from 'node:path';
import { Lock } from '../files/lock.ts';
import { IndexBusy, IndexConflict } from './errors.ts';
import type { FolderStore } from './store.ts';
import { removeUnused } from './unused-indexes.ts';
import { type Additions, type Changes, type UpdateHooks, update } from './update.ts';

const LOCK = 'lock';
/** Milliseconds between two touches of the lock by a writer. */
const HEARTBEAT = 5000;
const STALE_AFTER = 60_000;

/**
 * Updates the index in a folder while holding its lock: see `update`.
 *
 * @throws {IndexBusy} if another process holds the lock
 */
export async function updateFolder(
  store: FolderStore,
  changes: Changes,
  additions: Additions,
  hooks: Omit<UpdateHooks, 'mayWrite'>,
): Promise<void> {
  store.prepare();
  const lock = Lock.take(join(store.folder, LOCK), STALE_AFTER);
  if (!lock) throw new IndexBusy();
  let touched = performance.now();
  const pause = (): Promise<void> | undefined => {
    if (performance.now() - touched > HEARTBEAT) {
      touched = performance.now();
      if (!lock.touch()) throw new IndexConflict();
    }
    return hooks.pause();
  };
  try {
    await update(store, changes, additions, { ...hooks, pause, mayWrite: () => lock.touch() });
    const manifest = store.read();
    if (manifest) store.sweep(manifest, LOCK);
    removeUnused(store.folder);
  } finally {
    lock.release();
  }
}
