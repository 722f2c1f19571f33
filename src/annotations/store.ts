import { existsSync, readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../files/lock.ts';
import { makeFolder } from '../files/make-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { readRegular } from '../files/with-file.ts';
import { hash } from '../library/ids.ts';
import { setAside } from '../memory/writer.ts';
import { type Annotation, type AnnotationChange, withChange } from './annotation.ts';
import { DamagedError } from './error.ts';
import { type Annotated, type AnnotationFile, parse, serialize } from './format.ts';

/** Milliseconds to wait for another instance that is saving, or for its lock to go stale: saving takes far less. */
const PATIENCE = 4000;
const STALE_AFTER = 3000;
/** Bytes of the largest file that is read. The program writes far smaller ones. */
const MAX_SIZE = 32 * 1024 * 1024;
/** The longest name of a file, in UTF-16 units; file systems allow 255 bytes. */
const LONGEST_NAME = 80;

/**
 * The reader's highlights and notes: one file for each article, in the user's data folder. Changes are applied to the file as
 * it is at that moment, so that those of several instances add up.
 */
export class AnnotationStore {
  readonly #folder: string;

  /** @param folder  absolute; made at the first change */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The annotations of an article; none if it has no file.
   *
   * @throws {DamagedError} if the file is damaged; before the next change it is renamed
   * @throws the file system's error if the file cannot be read
   */
  load(key: string): readonly Annotation[] {
    const path = this.#pathOf(key);
    const file = this.#read(path);
    if (!file && existsSync(path)) throw new DamagedError(path);
    return file?.annotations ?? [];
  }

  /**
   * Applies changes to the annotations of an article and saves them.
   *
   * @returns the annotations as they are now
   * @throws the file system's error if they cannot be saved, or a `BusyError` if another instance takes too long
   */
  async change(article: Annotated, changes: readonly AnnotationChange[]): Promise<readonly Annotation[]> {
    const path = this.#pathOf(article.key);
    makeFolder(this.#folder);
    const apply = async (): Promise<readonly Annotation[]> => {
      const known = this.#read(path);
      if (!known && existsSync(path)) await setAside(path);
      const annotations = changes.reduce(withChange, known?.annotations ?? []);
      if (annotations.length > 0) await replaceFile(path, serialize({ article, annotations }));
      else if (existsSync(path)) unlinkSync(path);
      return annotations;
    };
    const done = await withLock(`${path}.lock`, apply, { patience: PATIENCE, staleAfter: STALE_AFTER });
    if (done === 'busy') throw new BusyError(path);
    return done;
  }

  /** Moves the annotations of an article that has another name now. Throws as `change` does. */
  async rename(from: string, to: string): Promise<void> {
    const old = this.#read(this.#pathOf(from));
    if (!old) return;
    const moved = { ...old.article, key: to };
    await this.change(
      moved,
      old.annotations.map((annotation) => ({ kind: 'put', annotation })),
    );
    await this.change(
      old.article,
      old.annotations.map(({ id }) => ({ kind: 'remove', id })),
    );
  }

  /** All annotated articles with their annotations, by title, and the paths of the files that are damaged or unreadable. */
  all(): { readonly files: readonly AnnotationFile[]; readonly unreadable: readonly string[] } {
    const names = existsSync(this.#folder) ? readdirSync(this.#folder) : [];
    const files: AnnotationFile[] = [];
    const unreadable: string[] = [];
    for (const name of names.filter((each) => each.endsWith('.json'))) {
      const path = join(this.#folder, name);
      const file = readFile(path);
      if (file) files.push(file);
      else unreadable.push(path);
    }
    files.sort((a, b) => a.article.title.localeCompare(b.article.title));
    return { files, unreadable };
  }

  #read(path: string): AnnotationFile | undefined {
    return existsSync(path) ? parse(readText(path)) : undefined;
  }

  /** A file's name tells a person which article it is for, and is different for each key. */
  #pathOf(key: string): string {
    const words = key
      .replace(/[^\p{L}\p{N}.-]+/gu, '-')
      .slice(-LONGEST_NAME)
      .replace(/^[-.]+/, '');
    return join(this.#folder, `${words}-${hash(key)}.json`);
  }
}

/** Another instance holds the file. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

function readFile(path: string): AnnotationFile | undefined {
  try {
    return parse(readText(path));
  } catch {
    return undefined;
  }
}

/** The text of a file; empty, which is no valid file, if it is too large. */
const readText = (path: string): string => readRegular(path, MAX_SIZE) ?? '';
