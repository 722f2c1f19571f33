import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Milliseconds after which an index that was not opened is removed: its library is gone, or cheap to index again. */
const UNUSED = 90 * 24 * 3600 * 1000;

/** Marks the index in `folder` as used now. Never throws. */
export function markUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // It does not exist yet, or the disk is read-only.
  }
}

/** Removes indexes beside the one in `folder` that have not been used for long. Never throws. */
export function removeUnused(folder: string): void {
  const all = dirname(folder);
  const oldest = Date.now() - UNUSED;
  try {
    for (const name of readdirSync(all)) {
      const other = join(all, name);
      if (other !== folder && statSync(other).mtimeMs < oldest)
        rmSync(other, { recursive: true, force: true });
    }
  } catch {
    // Another process may be removing them too. What is left is removed next time.
  }
}
