import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from './format.ts';
import type { Records } from './records.ts';

/** Bytes of the largest file that is read: ten times what the program writes. */
const MAX_SIZE = 8 * 1024 * 1024;

/** The path of the memory file in the state folder. */
export const memoryPath = (directory: string): string => join(directory, 'memory.json');

/**
 * The text of a file; undefined if it does not exist. A file that is too large, or not a regular one, counts as damaged.
 * Synchronous, because the first screen waits for it and the detour over another thread would take longer.
 */
export function readText(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  return stats.size > MAX_SIZE || !stats.isFile() ? '' : readFileSync(path, 'utf8');
}

/** The part of the memory file that commands read if they change nothing. `newer`: a later version wrote it. */
export type ReadMemory =
  | { readonly kind: 'records'; readonly articles: Records['articles'] }
  | { readonly kind: 'damaged' | 'newer' }
  | { readonly kind: 'unreadable'; readonly cause: unknown };

/** The remembered articles, none if there is no memory file yet, or why they cannot be read. */
export function readMemory(directory: string): ReadMemory {
  try {
    const text = readText(memoryPath(directory));
    if (text === undefined) return { kind: 'records', articles: new Map() };
    const parsed = parse(text);
    return parsed.kind === 'records' ? { kind: 'records', articles: parsed.records.articles } : parsed;
  } catch (cause) {
    return { kind: 'unreadable', cause };
  }
}

/** The remembered articles; undefined if they cannot be read. */
export function readArticles(directory: string): Records['articles'] | undefined {
  const memory = readMemory(directory);
  return memory.kind === 'records' ? memory.articles : undefined;
}
