import { decode } from '../../decode.ts';
import type { Archive } from '../zip/archive.ts';
import { referredName, spellingsOf } from './names.ts';

/** The files of a book, found by the references in others. */
export class BookFiles {
  readonly #archive: Archive;
  /** Names by the last parts of them, folded; undefined if several have the same. */
  #byLastPart: ReadonlyMap<string, string | undefined> | undefined;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  get names(): Iterable<string> {
    return this.#archive.names;
  }

  /** Bytes of a file, as the archive declares them. */
  sizeOf(name: string): number {
    return this.#archive.sizeOf(name);
  }

  /** The text of a file; undefined if there is none that can be read. */
  text(name: string): string | undefined {
    const bytes = this.#archive.read(name);
    return bytes && decode(bytes);
  }

  /**
   * The name of the file that a reference leads to; undefined if there is none. Where a program left out its folder, or wrote
   * it in other letters, the only file of that name.
   */
  find(from: string, href: string): string | undefined {
    const name = referredName(from, href);
    for (const spelling of spellingsOf(name)) if (this.#archive.has(spelling)) return spelling;
    this.#byLastPart ??= byLastPart(this.#archive.names);
    for (const spelling of spellingsOf(lastPart(name))) {
      const found = this.#byLastPart.get(spelling);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();

function byLastPart(names: Iterable<string>): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  for (const name of names) {
    const part = lastPart(name);
    if (part !== '') found.set(part, found.has(part) ? undefined : name);
  }
  return found;
}
