import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isTrusted, isTrustedFolder, makeTrustedFolder, readTrustedBytes } from '../files/trusted.ts';
import type { FileReference } from './format.ts';
import type { ByteRange } from './range-reader.ts';
import { hashOf } from './references.ts';

export interface ContentCacheOptions {
  /** The program's cache folder, which need not exist; undefined to keep nothing. */
  readonly cache: string | undefined;
  readonly readOnly: boolean;
  /** Bytes on the disk above which the files that were used least recently are removed; by default `LARGEST`. */
  readonly largest?: number;
}

const LARGEST = 1_000_000_000;
/** The share of `LARGEST` that is left after files were removed, so that it is seldom done. */
const LEFT = 0.9;
/** Bytes of a block of a file as `stat` counts them. */
const BLOCK = 512;

/**
 * Files of published libraries that were fetched, by their content. Of a file that is read by ranges, what was read is at its
 * place in a sparse file: who reads it again knows its hash, and so whether it is there. The cache is optional: what is missing
 * or damaged is fetched again, and a folder that others may write to is not used. Never throws.
 */
export class ContentCache {
  /** Undefined if it is not to be used. */
  readonly #root: string | undefined;
  readonly #cache: string;
  readonly #readOnly: boolean;
  readonly #largest: number;
  /** Bytes that may be written until the size is looked at. */
  #allowed = 0;
  /** Files that were used in this run, whose times say so. */
  readonly #used = new Set<string>();
  /** The error of the first file that could not be written. */
  writeError: unknown;

  constructor({ cache, readOnly, largest = LARGEST }: ContentCacheOptions) {
    this.#cache = cache ?? '';
    const root = join(this.#cache, 'published');
    this.#root = cache !== undefined && isTrustedFolder(root, cache) ? root : undefined;
    this.#readOnly = readOnly;
    this.#largest = largest;
  }

  /** True if nothing is kept from one run to the next. */
  get isOff(): boolean {
    return this.#root === undefined || this.#readOnly;
  }

  /** A whole file, whose hash is checked; undefined if it is not there. */
  whole(file: FileReference): Uint8Array | undefined {
    const path = this.#pathOf(file);
    if (path === undefined) return undefined;
    try {
      if (statSync(path, { throwIfNoEntry: false })?.size !== file.size) return undefined;
      const bytes = readTrustedBytes(path);
      if (hashOf(bytes) !== file.hash) return undefined;
      this.#use(path);
      return bytes;
    } catch {
      return undefined;
    }
  }

  /** Keeps a whole file that has been checked. */
  keepWhole(file: FileReference, bytes: Uint8Array): void {
    this.#write(file, bytes.length, (path) => {
      const temporary = `${path}.${Math.random().toString(36).slice(2)}.tmp`;
      writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' });
      renameSync(temporary, path);
    });
  }

  /** Bytes of a file that may have been kept, unchecked; undefined if nothing of it was. */
  range(file: FileReference, { at, length }: ByteRange): Uint8Array | undefined {
    const path = this.#pathOf(file);
    if (path === undefined || at + length > file.size) return undefined;
    try {
      return this.#withOpen(path, 'r', (descriptor) => {
        const { size } = fstatSync(descriptor);
        if (size !== file.size) return undefined;
        const bytes = Buffer.alloc(length);
        const isWhole = readSync(descriptor, bytes, 0, length, at) === length;
        if (isWhole) this.#use(path);
        return isWhole ? bytes : undefined;
      });
    } catch {
      return undefined;
    }
  }

  /** Keeps bytes of a file that have been checked. */
  keepRange(file: FileReference, at: number, bytes: Uint8Array): void {
    if (at + bytes.length > file.size) return;
    this.#write(file, bytes.length, (path) => {
      const isThere = statSync(path, { throwIfNoEntry: false })?.size === file.size;
      this.#withOpen(path, isThere ? 'r+' : 'a+', (descriptor) => {
        if (!isThere) ftruncateSync(descriptor, file.size);
      });
      this.#withOpen(path, 'r+', (descriptor) => void writeSync(descriptor, bytes, 0, bytes.length, at));
    });
  }

  /** Files that are not to be removed, by their names: those of libraries that were taken along. */
  pinned: () => ReadonlySet<string> = () => new Set();

  #pathOf({ hash, kind }: FileReference): string | undefined {
    return this.#root === undefined ? undefined : join(this.#root, hash.slice(0, 2), `${hash}.${kind}`);
  }

  #withOpen<T>(path: string, flags: string, use: (descriptor: number) => T): T {
    const descriptor = openSync(path, flags, 0o600);
    try {
      if (!isTrusted(fstatSync(descriptor))) throw new Error('others may have written the file');
      return use(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  #write(file: FileReference, bytes: number, write: (path: string) => void): void {
    const path = this.#pathOf(file);
    if (path === undefined || this.#readOnly) return;
    try {
      makeTrustedFolder(join(path, '..'), this.#cache);
      write(path);
      this.#used.add(path);
      this.#allowed -= bytes;
      if (this.#allowed < 0) this.#prune();
    } catch (error) {
      // The disk is full, or the folder cannot be written to: the file is fetched again.
      this.writeError ??= error;
    }
  }

  /** Marks a file as used, once in a run. */
  #use(path: string): void {
    if (this.#used.has(path) || this.#readOnly) return;
    this.#used.add(path);
    const now = new Date();
    utimesSync(path, now, now);
  }

  /** Removes the files that were used least recently if all together are too large. */
  #prune(): void {
    const files = filesIn(this.#root!);
    let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > this.#largest) {
      const pinned = this.pinned();
      for (const { path, name, bytes } of files.sort((a, b) => a.time - b.time)) {
        if (total <= this.#largest * LEFT) break;
        if (pinned.has(name) || this.#used.has(path)) continue;
        rmSync(path, { force: true });
        total -= bytes;
      }
    }
    this.#allowed = Math.max((this.#largest - total) / 2, this.#largest / 100);
  }
}

/** The files below a folder of folders, with the bytes that they take on the disk. */
function filesIn(root: string) {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.length === 2)
    .flatMap(({ name: folder }) =>
      readdirSync(join(root, folder)).flatMap((name) => {
        const path = join(root, folder, name);
        const stats = statSync(path, { throwIfNoEntry: false });
        return stats ? [{ path, name, time: stats.mtimeMs, bytes: (stats.blocks ?? 0) * BLOCK }] : [];
      }),
    );
}
