import { type Dirent, existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { readRegular } from '../files/with-file.ts';
import { FILES, type FileKind, type FileReference, POINTER, type Pointer } from './format.ts';
import { formatPointer, MOST_POINTER_BYTES, parsePointer } from './pointer.ts';
import { checkFile, pathOf, referenceTo } from './references.ts';

/** Web servers, which run as other users, must be able to read what is published; the user's umask may forbid it. */
const FILE_MODE = 0o666;
const FOLDER_MODE = 0o777;

/** The lock of a publisher, below the published folder. */
export const LOCK = `${FILES}/lock`;

/** Names of published files and of the temporary ones that a publisher leaves which was killed. */
const FILE_NAME = /^[0-9a-f]{32}\.[a-z]+(?:\.[0-9a-z]+\.tmp)?$/;
const TEMPORARY_NAME = /^(?:lock|kiosque\.json)\.[0-9a-z]+\.tmp$/;

/** Files and their bytes. */
export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

export const NOTHING: Amount = { files: 0, bytes: 0 };
export const plus = ({ files, bytes }: Amount, size: number): Amount => ({
  files: files + 1,
  bytes: bytes + size,
});

/**
 * The folder of a published library, for its publisher. In a trial nothing is written, and what would be is counted. All methods
 * that write throw the file system's error if they cannot.
 */
export class PublishedFolder {
  readonly #folder: string;
  readonly #isTrial: boolean;
  /** The hashes of the files that were written, or would be. */
  readonly #written = new Set<string>();

  constructor(folder: string, isTrial: boolean) {
    this.#folder = folder;
    this.#isTrial = isTrial;
  }

  get lockPath(): string {
    return join(this.#folder, LOCK);
  }

  /** True if nothing is there but what a publisher has written that was ended before its pointer. */
  get isEmpty(): boolean {
    return namesIn(this.#folder).every((name) => name === FILES || TEMPORARY_NAME.test(name));
  }

  /** The pointer; undefined if there is none. @throws {PublishedError} if it is damaged or of a later version */
  pointer(): Pointer | undefined {
    const path = join(this.#folder, POINTER);
    if (!existsSync(path)) return undefined;
    return parsePointer(readRegular(path, MOST_POINTER_BYTES) ?? '');
  }

  /** A file that was published before. @throws {PublishedError} if it is not as it was; the file system's error if it is gone */
  read(reference: FileReference): Uint8Array {
    const bytes = readFileSync(join(this.#folder, pathOf(reference)));
    checkFile(reference, bytes);
    return bytes;
  }

  /** True if a file that was published before is still as it was. */
  isIntact(reference: FileReference): boolean {
    try {
      return this.read(reference).length === reference.size;
    } catch {
      return false;
    }
  }

  /** The path of a file of texts. */
  pathOfTexts(hash: string): string {
    return join(this.#folder, pathOf({ kind: 'texts', hash }));
  }

  /** Makes the folders in which files are written. */
  prepare(): void {
    if (!this.#isTrial) makeFolder(join(this.#folder, FILES), FOLDER_MODE);
  }

  /** Writes a file, unless it is there. */
  async write(kind: FileKind, bytes: Uint8Array): Promise<FileReference> {
    const reference = referenceTo(kind, bytes);
    const path = join(this.#folder, pathOf(reference));
    if (this.#written.has(reference.hash) || hasContent(path, bytes)) return reference;
    this.#written.add(reference.hash);
    if (this.#isTrial) return reference;
    makeFolder(join(path, '..'), FOLDER_MODE);
    await replaceFile(path, bytes, FILE_MODE);
    return reference;
  }

  /** True for a file that `write` has written, or would have; false if it was there before. */
  isNew({ hash }: FileReference): boolean {
    return this.#written.has(hash);
  }

  /** Replaces the pointer. All files that it leads to must be there. */
  async point(pointer: Pointer): Promise<void> {
    if (!this.#isTrial) await replaceFile(join(this.#folder, POINTER), formatPointer(pointer), FILE_MODE);
  }

  /** Removes all files but these, and what a publisher has left that was killed. Files of others stay. */
  sweep(kept: Iterable<FileReference>): Amount {
    const names = new Set(Array.from(kept, ({ hash, kind }) => `${hash}.${kind}`));
    let removed = NOTHING;
    const remove = (path: string): void => {
      if (!this.#isTrial) rmSync(path, { force: true });
    };
    for (const folder of foldersIn(join(this.#folder, FILES))) {
      const files = namesIn(folder);
      const unused = files.filter((name) => FILE_NAME.test(name) && !names.has(name));
      for (const name of unused) {
        const path = join(folder, name);
        removed = plus(removed, statSync(path, { throwIfNoEntry: false })?.size ?? 0);
        remove(path);
      }
      if (unused.length === files.length && !this.#isTrial) removeEmpty(folder);
    }
    for (const folder of [this.#folder, join(this.#folder, FILES)])
      for (const name of namesIn(folder)) if (TEMPORARY_NAME.test(name)) remove(join(folder, name));
    return removed;
  }
}

const isShard = (entry: Dirent): boolean => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name);

/** The folders of files by the beginnings of their names. */
const foldersIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter(isShard)
        .map(({ name }) => join(folder, name))
    : [];

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

function hasContent(path: string, bytes: Uint8Array): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  return readFileSync(path).equals(bytes);
}

/** Removes a folder if it is empty. Another that cannot be removed does no harm. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it.
  }
}
