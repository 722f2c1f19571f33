import { readFileSync, statSync } from 'node:fs';

/** Bytes of the largest file that is read; what is written stays far below. */
const LARGEST = 32 * 1024 * 1024;

/**
 * A file's text; undefined where there is none. A file that is too large to be ours, or none to be read, reads as
 * damaged. Read at once: the first screen waits for it, and another thread would take longer than the disk.
 */
export function readText(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return stats.size > LARGEST || !stats.isFile() ? '' : readFileSync(path, 'utf8');
}
