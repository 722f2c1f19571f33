import { boundedJson } from './bounded-json.ts';
import { compress, decompress } from './compressed.ts';
import { damaged } from './error.ts';
import type { FileReference, TextPlace } from './format.ts';
import { listIn } from './json-values.ts';
import { hashOf } from './references.ts';
import { type StoredText, storedTextIn } from './stored-text.ts';

/**
 * Bytes of JSON in a group: all of one is fetched to read one text, or a line of it, and a longer text is alone. On three sets of
 * real articles, groups four times as long take 3 to 5 % less in all, but twice as much for each text that is read.
 */
const GROUP = 4096;
/** Bytes of a file of groups, after which the next one begins. */
const FILE = 8 * 1024 * 1024;
/** Bytes of the longest group that is read, not compressed. A longest text with its front matter is shorter. */
const MOST_GROUP = 256 * 1024 * 1024;
/** Texts in a group, at most. */
const MOST_TEXTS = 10_000;

/** Where texts were stored, in the order in which they were added, and the files that hold them. */
export interface StoredTexts {
  readonly places: readonly TextPlace[];
  readonly files: readonly FileReference[];
}

/** Stores texts in compressed groups, which are joined into files. */
export class TextsWriter {
  readonly #write: (bytes: Uint8Array) => Promise<FileReference>;
  readonly #places: TextPlace[] = [];
  readonly #files: FileReference[] = [];
  /** Texts of the group that is being filled, as JSON. */
  #texts: string[] = [];
  #textBytes = 0;
  /** Groups of the file that is being filled, and where their texts are in it. */
  #groups: Uint8Array[] = [];
  #fileBytes = 0;
  #waiting: Omit<TextPlace, 'file'>[] = [];

  /** @param write  keeps a file of texts, and returns a reference to it */
  constructor(write: (bytes: Uint8Array) => Promise<FileReference>) {
    this.#write = write;
  }

  async add(text: StoredText): Promise<void> {
    const json = JSON.stringify(text);
    const bytes = Buffer.byteLength(json);
    if (this.#textBytes > 0 && this.#textBytes + bytes > GROUP) await this.#endGroup();
    this.#texts.push(json);
    this.#textBytes += bytes;
    if (this.#textBytes >= GROUP) await this.#endGroup();
  }

  /** Ends the last file. */
  async finish(): Promise<StoredTexts> {
    await this.#endGroup();
    await this.#endFile();
    return { places: this.#places, files: this.#files };
  }

  async #endGroup(): Promise<void> {
    if (this.#texts.length === 0) return;
    const bytes = compress(Buffer.from(`[${this.#texts.join(',')}]`));
    const place = { at: this.#fileBytes, length: bytes.length, hash: hashOf(bytes) };
    for (let index = 0; index < this.#texts.length; index += 1) this.#waiting.push({ ...place, index });
    this.#groups.push(bytes);
    this.#fileBytes += bytes.length;
    this.#texts = [];
    this.#textBytes = 0;
    if (this.#fileBytes >= FILE) await this.#endFile();
  }

  async #endFile(): Promise<void> {
    if (this.#groups.length === 0) return;
    const reference = await this.#write(Buffer.concat(this.#groups));
    this.#files.push(reference);
    for (const { at, length, hash, index } of this.#waiting)
      this.#places.push({ file: reference.hash, at, length, hash, index });
    this.#groups = [];
    this.#fileBytes = 0;
    this.#waiting = [];
  }
}

/**
 * All texts of a group, unchecked but for its hash: for a publisher that compares them with others.
 *
 * @param bytes  those at a `TextPlace`
 * @throws {PublishedError} if they are not the group that was published
 */
export function textsOfGroup({ length, hash }: Pick<TextPlace, 'length' | 'hash'>, bytes: Uint8Array) {
  if (bytes.length !== length || hashOf(bytes) !== hash) damaged('a group of texts has other bytes');
  const json = boundedJson(decompress(bytes, MOST_GROUP), 'a group of texts');
  return listIn(json, 'texts', MOST_TEXTS, (text) => text);
}

/**
 * The text at a place.
 *
 * @param bytes  those of its group: `length` bytes of the file at `at`
 * @throws {PublishedError} if they are not the group that was published, or it has no such text
 */
export const textAt = (place: TextPlace, bytes: Uint8Array): StoredText =>
  storedTextIn(textsOfGroup(place, bytes)[place.index], 'text');
