import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pid } from 'node:process';
import { isTrustedFolder, makeTrustedFolder, readTrustedBytes } from '../files/trusted.ts';
import { converterFor } from '../library/converters.ts';
import { hash } from '../library/ids.ts';

export interface CacheOptions {
  /** The program's cache folder, which need not exist; undefined to cache nothing. */
  readonly cache: string | undefined;
  /** The name of the build: another build may parse and lay out differently. */
  readonly build: string;
  /** True if nothing is written. */
  readonly readOnly?: boolean;
}

/** Most entries in the folder. Beyond that, the oldest are removed. */
const MOST = 500;

/**
 * Results of earlier runs, as parsed articles are, in a folder of the cache: one file for each article and suffix. The cache is optional:
 * an entry that is missing or damaged is made again, and a folder that others may write to is not used.
 */
export class Entries {
  /** Undefined if it is not to be used. */
  readonly #cache: string | undefined;
  readonly #build: string;
  readonly #suffix: string;
  readonly #readOnly: boolean;
  #isPruned = false;

  /** @param suffix  tells entries of one kind from those of another */
  constructor({ cache, build, readOnly = false }: CacheOptions, suffix: string) {
    this.#cache = cache !== undefined && isTrustedFolder(folderIn(cache), cache) ? cache : undefined;
    this.#build = build;
    this.#suffix = suffix;
    this.#readOnly = readOnly;
  }

  /** The entry of an article as it was written. @throws if it is missing or damaged, or made of another file or of other `parts` */
  read(path: string, parts: readonly unknown[]): string {
    if (this.#cache === undefined) throw new Error('no cache');
    const file = readTrustedBytes(this.#pathOf(this.#cache, path));
    const half = file.length / 2;
    // Compared as bytes, since to decode both takes longer. The layout relies on the form of what it is given.
    if (!Number.isInteger(half) || file.compare(file, half, file.length, 0, half) !== 0)
      throw new Error('damaged');
    const entry = file.toString('utf8', 0, half);
    const key = this.#keyOf(path, parts);
    if (!entry.startsWith(key)) throw new Error('outdated');
    return entry.slice(key.length);
  }

  /**
   * Writes an entry, unless the disk is full or the folder cannot be written to.
   *
   * @param path  the path of the article
   * @param parts  everything besides the path, the build and the settings of converters that the entry depends on
   */
  write(path: string, parts: readonly unknown[], entry: string): void {
    if (this.#cache === undefined || this.#readOnly) return;
    const file = this.#pathOf(this.#cache, path);
    const temporary = `${file}.${pid}`;
    const once = this.#keyOf(path, parts) + entry;
    try {
      makeTrustedFolder(folderIn(this.#cache), this.#cache);
      // Written twice: comparing is faster than loading zlib for a checksum, 1 ms of a start. `wx` follows no link of this name.
      writeFileSync(temporary, once + once, { mode: 0o600, flag: 'wx' });
      renameSync(temporary, file);
      // Once a run is enough, as none writes many.
      if (!this.#isPruned) prune(folderIn(this.#cache));
      this.#isPruned = true;
    } catch {
      // It is made again the next time.
    }
  }

  /** A line of everything that an entry depends on. */
  #keyOf(path: string, parts: readonly unknown[]): string {
    return `${JSON.stringify([this.#build, path, converterFor(path), ...parts])}\n`;
  }

  #pathOf(cache: string, path: string): string {
    return `${folderIn(cache)}/${hash(path)}.${this.#suffix}`;
  }
}

const folderIn = (cache: string): string => join(cache, 'documents');

/** Removes the oldest entries of a folder that has too many, some more than necessary so that it is seldom done. */
function prune(folder: string): void {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  if (paths.length <= MOST) return;
  const byAge = paths.map((path) => ({ path, time: statSync(path).mtimeMs })).sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(MOST * 0.9)) rmSync(path, { force: true });
}
