import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** An index that nobody opened for so long is of a library that is gone, or cheap to make again. Milliseconds. */
const UNUSED = 90 * 24 * 3600 * 1000;

/** Says that the index in `folder` is in use. Never throws. */
export function markUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // There is none yet, or the disk may not be written to.
  }
}

/** Removes the indexes beside the one in `folder` that were not used for long. Never throws. */
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
    // Another process may be removing it too; what is left goes next time.
  }
}
