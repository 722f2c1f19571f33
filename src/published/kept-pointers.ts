import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTrustedFolder, readTrusted } from '../files/trusted.ts';
import { hashOf } from './references.ts';

/** A pointer as it was fetched last. */
export interface KeptPointer {
  /** The address of its library. */
  readonly root: string;
  /** The tag that the server gave to it. */
  readonly etag?: string | undefined;
  readonly text: string;
  /** The names of all files of the library, if it was taken along: they stay in the cache. */
  readonly pulled?: readonly string[] | undefined;
}

/** The pointers of the libraries that were opened, in the cache folder: with them, a library opens without a network. */
export class KeptPointers {
  readonly #cache: string | undefined;
  readonly #readOnly: boolean;

  /** @param cache  the program's cache folder, which need not exist; undefined to keep nothing */
  constructor(cache: string | undefined, readOnly: boolean) {
    this.#cache = cache;
    this.#readOnly = readOnly;
  }

  /** The pointer of the library at an address; undefined if none was kept. */
  get(root: string): KeptPointer | undefined {
    if (this.#cache === undefined) return undefined;
    const kept = pointerIn(this.#pathOf(this.#cache, root));
    return kept?.root === root ? kept : undefined;
  }

  /** Keeps a pointer in place of the one before; one that cannot be written is fetched again. */
  set(pointer: KeptPointer): void {
    if (this.#cache === undefined || this.#readOnly) return;
    try {
      makeTrustedFolder(folderIn(this.#cache), this.#cache);
      const path = this.#pathOf(this.#cache, pointer.root);
      const temporary = `${path}.${Math.random().toString(36).slice(2)}.tmp`;
      writeFileSync(temporary, JSON.stringify(pointer), { mode: 0o600, flag: 'wx' });
      renameSync(temporary, path);
    } catch {
      // The disk is full, or the folder cannot be written to.
    }
  }

  /** The names of the files of all libraries that were taken along. */
  pulled(): ReadonlySet<string> {
    if (this.#cache === undefined) return new Set();
    const folder = folderIn(this.#cache);
    const names = namesIn(folder).filter((name) => name.endsWith('.json'));
    return new Set(names.flatMap((name) => pointerIn(join(folder, name))?.pulled ?? []));
  }

  #pathOf(cache: string, root: string): string {
    return join(folderIn(cache), `${hashOf(Buffer.from(root))}.json`);
  }
}

const folderIn = (cache: string): string => join(cache, 'published', 'pointers');

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The pointer in a file that only this program can have written; undefined if there is none. */
function pointerIn(path: string): KeptPointer | undefined {
  try {
    return JSON.parse(readTrusted(path)) as KeptPointer;
  } catch {
    return undefined;
  }
}
