import { readFileSync, statSync } from 'node:fs';

/** Bytes of the largest file that is read. The program writes far smaller ones. */
const LARGEST = 32 * 1024 * 1024;

/**
 * The text of a file; undefined if it does not exist. A file that is too large, or not a regular one, counts as damaged.
 * Synchronous, because the first screen waits for it and the detour over another thread would take longer.
 */
export function readText(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return stats.size > LARGEST || !stats.isFile() ? '' : readFileSync(path, 'utf8');
}
