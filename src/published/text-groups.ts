import { damaged } from './error.ts';
import type { FileReference, TextPlace } from './format.ts';
import type { RangeReader } from './range-reader.ts';
import type { StoredText } from './stored-text.ts';
import { textAt } from './texts.ts';

/** Bytes of groups that stay in memory: those of the results on a screen, where nothing is kept on a disk. */
const MOST_IN_MEMORY = 2 * 1024 * 1024;

/** The compressed groups that texts are in, each of which is fetched once, however many of its texts are read at the same time. */
export class TextGroups {
  readonly #files: RangeReader;
  readonly #coming = new Map<string, Promise<Uint8Array>>();
  /** Groups in memory, the one that was fetched last at the end. */
  readonly #groups = new Map<string, Uint8Array>();
  #bytes = 0;

  constructor(files: RangeReader) {
    this.#files = files;
  }

  /**
   * The text at a place in a file.
   *
   * @throws {PublishedError} if it is not as it was published, also when it is fetched again; or what the reader throws
   */
  async text(file: FileReference, place: TextPlace): Promise<StoredText> {
    const kept = this.kept(file, place);
    if (kept) return kept;
    if (place.at + place.length > file.size) damaged('a text is not in its file');
    const key = keyOf(file, place);
    const coming = this.#coming.get(key) ?? this.#fetch(file, place).finally(() => this.#coming.delete(key));
    this.#coming.set(key, coming);
    return textAt(place, await coming);
  }

  /** The text at a place if it was kept; undefined if not. */
  kept(file: FileReference, place: TextPlace): StoredText | undefined {
    const bytes = this.#groups.get(keyOf(file, place)) ?? this.#files.kept(file, place);
    try {
      return bytes && textAt(place, bytes);
    } catch {
      return undefined;
    }
  }

  async #fetch(file: FileReference, place: TextPlace): Promise<Uint8Array> {
    for (let tries = 1; ; tries += 1) {
      const [bytes] = await this.#files.fetch(file, [place]);
      try {
        textAt(place, bytes!);
        this.#files.keep(file, place.at, bytes!);
        this.#remember(keyOf(file, place), bytes!);
        return bytes!;
      } catch (error) {
        if (tries > 1) throw error;
      }
    }
  }

  #remember(key: string, bytes: Uint8Array): void {
    this.#groups.set(key, bytes);
    this.#bytes += bytes.length;
    for (const [oldest, { length }] of this.#groups) {
      if (this.#bytes <= MOST_IN_MEMORY) return;
      this.#groups.delete(oldest);
      this.#bytes -= length;
    }
  }
}

const keyOf = ({ hash }: FileReference, place: TextPlace): string => `${hash} ${place.at} ${place.hash}`;
