import { brotliDecompressSync } from 'node:zlib';
import type { ByteSource } from '../search/bytes.ts';
import { type Cursor, Dictionary } from '../search/dictionary.ts';
import { damaged } from './error.ts';
import { DICTIONARY_BLOCK } from './segment-head.ts';

/** Thrown when all words are read, as for misspellings, and not all are in memory. */
export class MissingDictionary extends Error {
  override name = 'MissingDictionary';

  constructor() {
    super('the dictionary of a published segment is not in memory');
  }
}

/** Bytes of the largest dictionary. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The words of a published segment: read block by block, or from memory once all of them were fetched. */
export class PublishedDictionary extends Dictionary {
  readonly #all: AllWords;
  #passesOver = false;
  #hasPassedOver = false;

  constructor(blocks: ByteSource, heads: Uint8Array) {
    const all = new AllWords(blocks);
    super(all, heads, DICTIONARY_BLOCK);
    this.#all = all;
  }

  /** True if all words are in memory. */
  get isWhole(): boolean {
    return this.#all.bytes !== undefined;
  }

  /** Takes the file with all words. @throws {PublishedError} if they cannot be those of the segment */
  takeAll(file: Uint8Array): void {
    this.#all.bytes = decompressed(file, this.#all.size);
  }

  /**
   * Calls `use`, for which there are no misspellings unless all words are in memory.
   *
   * @param onPassedOver  called if they were looked for
   */
  passingOverMisspellings<T>(use: () => T, onPassedOver: () => void): T {
    this.#passesOver = true;
    this.#hasPassedOver = false;
    try {
      return use();
    } finally {
      this.#passesOver = false;
      if (this.#hasPassedOver) onPassedOver();
    }
  }

  override walk(from: string, visit: (cursor: Cursor) => boolean): void {
    if (from !== '' || this.isWhole) super.walk(from, visit);
    else if (this.#passesOver) this.#hasPassedOver = true;
    else throw new MissingDictionary();
  }
}

class AllWords implements ByteSource {
  bytes: Uint8Array | undefined;
  readonly size: number;
  readonly #blocks: ByteSource;

  constructor(blocks: ByteSource) {
    this.#blocks = blocks;
    this.size = blocks.size;
  }

  read(offset: number, length: number): Uint8Array {
    return this.bytes?.subarray(offset, offset + length) ?? this.#blocks.read(offset, length);
  }
}

function decompressed(bytes: Uint8Array, length: number): Uint8Array {
  try {
    const plain = brotliDecompressSync(bytes, { maxOutputLength: Math.min(MOST_BYTES, length + 1) });
    if (plain.length === length) return plain;
  } catch (cause) {
    return damaged('the dictionary cannot be decompressed', cause);
  }
  return damaged('the dictionary has another length');
}
