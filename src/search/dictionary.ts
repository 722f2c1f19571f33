import { partitionPoint } from '../algorithms/partition-point.ts';
import { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import { textOfUnits } from '../unicode/units.ts';
import { afterNumbers, type ByteSource, unitBytes, writeUnits } from './bytes.ts';
import { MAX_KEY } from './tokenize.ts';

/**
 * A dictionary holds the words of a segment, sorted by UTF-16 unit, each with its postings.
 *
 * Words are in blocks of `BLOCK`, or of more in an index that is read over a network. A block is: the offsets of the first word's documents and positions; the length of all
 * keys in bytes; the keys, front-coded (a byte for the units shared with the key before, a byte for the length of the
 * rest, the rest); then for each word the number of its documents, the bytes of its documents, the bytes of its positions.
 * Keys can be skipped without being decoded.
 *
 * The heads stay in memory: the number of words; the offset of each block's first key, and the end of the last one; the
 * offset of each block (all as 32 bits); these first keys.
 */

/** Where the postings of a word are. */
export interface Entry {
  /** Number of documents that have the word. */
  count: number;
  docsAt: number;
  docsLength: number;
  positionsAt: number;
  positionsLength: number;
}

const BLOCK = 32;

/** Writes a dictionary. Keys must come in order, and have at most `MAX_KEY` units. */
export class DictionaryWriter {
  readonly #blocks = new ByteWriter(1 << 16);
  readonly #heads = new ByteWriter(1 << 12);
  readonly #keyStarts: number[] = [];
  readonly #blockStarts: number[] = [];
  /** The keys and entries of the block being written. */
  readonly #keys = new ByteWriter();
  readonly #entries = new ByteWriter();
  readonly #block: number;
  #previous = '';
  #count = 0;

  /** @param block  words in a block */
  constructor(block = BLOCK) {
    this.#block = block;
  }

  add(key: string, entry: Entry): void {
    const keys = this.#keys;
    const entries = this.#entries;
    let shared = 0;
    if (this.#count % this.#block === 0) {
      this.#endBlock();
      this.#keyStarts.push(this.#heads.length);
      this.#blockStarts.push(this.#blocks.length);
      writeUnits(this.#heads, key, 0);
      writeOffset(this.#blocks, entry.docsAt);
      writeOffset(this.#blocks, entry.positionsAt);
    } else {
      const most = Math.min(key.length, this.#previous.length);
      while (shared < most && key.charCodeAt(shared) === this.#previous.charCodeAt(shared)) shared += 1;
    }
    keys.byte(shared);
    keys.byte(unitBytes(key, shared));
    writeUnits(keys, key, shared);
    entries.varint(entry.count);
    entries.varint(entry.docsLength);
    entries.varint(entry.positionsLength);
    this.#previous = key;
    this.#count += 1;
  }

  /** The blocks and the heads. */
  finish(): { blocks: Uint8Array; heads: Uint8Array } {
    this.#endBlock();
    const numbers = [this.#count, ...this.#keyStarts, this.#heads.length, ...this.#blockStarts];
    return { blocks: this.#blocks.copy(), heads: afterNumbers(numbers, this.#heads.view()) };
  }

  #endBlock(): void {
    if (this.#keys.length === 0) return;
    this.#blocks.varint(this.#keys.length);
    for (const part of [this.#keys, this.#entries]) {
      this.#blocks.bytes(part.view());
      part.clear();
    }
  }
}

/** Offsets may exceed 2³², and are written as two numbers. */
function writeOffset(writer: ByteWriter, offset: number): void {
  writer.varint(offset % 2 ** 24);
  writer.varint(Math.floor(offset / 2 ** 24));
}

const readOffset = (reader: ByteReader): number => {
  const low = reader.varint();
  return low + reader.varint() * 2 ** 24;
};

/** The dictionary of a segment, read block by block. */
export class Dictionary {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #heads: DataView;
  /** Words in a block, and the number of blocks. */
  readonly #block: number;
  readonly #blocks: number;
  /** Where the keys begin in the heads. */
  readonly #keysAt: number;

  /** @param block  words in a block, as in `DictionaryWriter` */
  constructor(source: ByteSource, heads: Uint8Array, block = BLOCK) {
    this.#source = source;
    this.#block = block;
    this.#heads = new DataView(heads.buffer, heads.byteOffset, heads.byteLength);
    this.size = this.#number(0);
    this.#blocks = Math.ceil(this.size / block);
    this.#keysAt = 4 * (2 + 2 * this.#blocks);
  }

  /** A cursor whose first key is the first one from `from` on. */
  cursor(from = ''): Cursor {
    return new Cursor(this, this.firstBlockFrom(from), from);
  }

  /** Visits the keys from `from` on, in order, until `visit` returns false. */
  walk(from: string, visit: (cursor: Cursor) => boolean): void {
    const cursor = this.cursor(from);
    while (cursor.next() && visit(cursor));
  }

  /** The entry of `key`; undefined if it is not in the dictionary. */
  find(key: string): Entry | undefined {
    const cursor = this.cursor(key);
    return cursor.next() && cursor.text() === key ? { ...cursor.entry } : undefined;
  }

  /** The bytes of block `block` and the number of its keys; both empty beyond the last block. */
  block(block: number): { bytes: Uint8Array; keys: number } {
    if (block >= this.#blocks) return { bytes: new Uint8Array(0), keys: 0 };
    const start = this.blockStart(block);
    return {
      bytes: this.#source.read(start, Math.max(0, this.blockStart(block + 1) - start)),
      keys: Math.min(this.#block, this.size - block * this.#block),
    };
  }

  /** The number of blocks. */
  get blocks(): number {
    return this.#blocks;
  }

  /** The offset of a block; that of the end beyond the last one. */
  blockStart(block: number): number {
    return block < this.#blocks ? this.#number(2 + this.#blocks + block) : this.#source.size;
  }

  /** The first block that may hold `key` or one after it. */
  firstBlockFrom(key: string): number {
    return Math.max(0, this.#headsUpTo(bytesOf(key), false) - 1);
  }

  /** The last block that may hold a key with this prefix. */
  lastBlockTo(prefix: string): number {
    return this.#headsUpTo(bytesOf(prefix), true) - 1;
  }

  /** How many blocks' first keys are not after `key`. With `cut`, keys are compared by as many units as `key` has. */
  #headsUpTo(key: Uint8Array, cut: boolean): number {
    return partitionPoint(this.#blocks, (block) => this.#compareHead(block, key, cut) <= 0);
  }

  /** Compares the first key of a block with `key`, byte by byte: bytes sort as units do. */
  #compareHead(block: number, key: Uint8Array, cut: boolean): number {
    const start = this.#number(1 + block);
    const size = Math.min(this.#number(2 + block), this.#heads.byteLength - this.#keysAt) - start;
    for (let i = 0; i < size && i < key.length; i += 1) {
      const difference = this.#heads.getUint8(this.#keysAt + start + i) - key[i]!;
      if (difference !== 0) return difference;
    }
    return size > key.length && cut ? 0 : size - key.length;
  }

  #number(index: number): number {
    return 4 * index + 4 <= this.#heads.byteLength ? this.#heads.getUint32(4 * index, true) : 0;
  }
}

function bytesOf(key: string): Uint8Array {
  const writer = new ByteWriter(3 * key.length);
  writeUnits(writer, key, 0);
  return writer.view();
}

/** Walks the keys of a dictionary in order. */
export class Cursor {
  /** The key is `units[0, length)`; its first `shared` units are equal to those of the key returned before. */
  readonly units = new Uint16Array(MAX_KEY);
  length = 0;
  shared = 0;
  #nextBlock: number;
  /** The current block, and where its next key begins. */
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** The number of its keys, how many are still to come, and whether `next` has returned one. */
  #keys = 0;
  #left = 0;
  #hasReturned = false;
  /** The entries of the block, and how many of them have been read. */
  readonly #entries = new ByteReader(new Uint8Array(0));
  #entriesRead = 0;
  readonly #last: Entry = { count: 0, docsAt: 0, docsLength: 0, positionsAt: 0, positionsLength: 0 };
  /** Whether keys before `from` are to be skipped. */
  #isBeforeStart: boolean;
  /** Keys that share so many units with the current one are skipped; 0 for none. */
  #skipped = 0;
  readonly #dictionary: Dictionary;
  readonly #from: string;

  constructor(dictionary: Dictionary, block: number, from: string) {
    this.#dictionary = dictionary;
    this.#nextBlock = block;
    this.#from = from;
    this.#isBeforeStart = from !== '';
  }

  /** Moves to the next key; false at the end. */
  next(): boolean {
    for (;;) {
      if (this.#skipped > 0) this.#skipKeys();
      if (this.#left === 0 && !this.#enterBlock()) return false;
      this.#read();
      if (this.#skipped > 0 && this.shared >= this.#skipped) continue;
      this.#skipped = 0;
      if (this.#isBeforeStart) {
        if (this.#isBefore(this.#from)) continue;
        this.#isBeforeStart = false;
        this.shared = 0;
      }
      this.#hasReturned = true;
      return true;
    }
  }

  /** Makes `next` skip the keys that begin with the first `length` units of this one; 0 for none. */
  skipPrefix(length: number): void {
    this.#skipped = length;
  }

  text(): string {
    return textOfUnits(this.units, this.length);
  }

  /** Skips keys of the block without decoding them: all that the next key can share with them is in `units` already. */
  #skipKeys(): void {
    const bytes = this.#bytes;
    const skipped = this.#skipped;
    let at = this.#at;
    let left = this.#left;
    for (; left > 0 && bytes[at]! >= skipped; left -= 1) at += 2 + bytes[at + 1]!;
    this.#at = at;
    this.#left = left;
  }

  /** Decodes a key, and finds what it shares with the one in `units`: the first key of a block is stored whole. */
  #read(): void {
    const { units } = this;
    const bytes = this.#bytes;
    let at = this.#at;
    let i = bytes[at] ?? 0;
    let shared = i;
    const end = at + 2 + (bytes[at + 1] ?? 0);
    for (at += 2; at < end && i < MAX_KEY; i += 1) {
      let unit = bytes[at++]!;
      if (unit >= 0xe0) {
        unit = ((unit & 15) << 12) | ((bytes[at]! & 63) << 6) | (bytes[at + 1]! & 63);
        at += 2;
      } else if (unit >= 0x80) unit = ((unit & 31) << 6) | (bytes[at++]! & 63);
      if (shared === i && i < this.length && units[i] === unit) shared += 1;
      else units[i] = unit;
    }
    this.#at = end;
    this.#left -= 1;
    this.length = i;
    this.shared = shared;
  }

  #enterBlock(): boolean {
    // If a whole block was skipped, the next ones may be as well.
    if (this.#skipped > 0 && !this.#hasReturned) {
      const prefix = textOfUnits(this.units, this.#skipped);
      this.#nextBlock = Math.max(this.#nextBlock, this.#dictionary.lastBlockTo(prefix));
    }
    const { bytes, keys } = this.#dictionary.block(this.#nextBlock);
    if (keys === 0) return false;
    this.#nextBlock += 1;
    this.#left = keys;
    this.#keys = keys;
    this.#hasReturned = false;
    const entries = this.#entries;
    const last = this.#last;
    entries.bytes = bytes;
    entries.at = 0;
    last.docsAt = readOffset(entries);
    last.positionsAt = readOffset(entries);
    last.docsLength = 0;
    last.positionsLength = 0;
    const length = entries.varint();
    this.#bytes = bytes;
    this.#at = entries.at;
    entries.at += length;
    this.#entriesRead = 0;
    return true;
  }

  /** The entry of this key, valid until the cursor moves. Those before it in the block are read first: offsets are sums of lengths. */
  get entry(): Entry {
    const entries = this.#entries;
    const last = this.#last;
    for (const key = this.#keys - this.#left; this.#entriesRead < key; this.#entriesRead += 1) {
      last.docsAt += last.docsLength;
      last.positionsAt += last.positionsLength;
      last.count = entries.varint();
      last.docsLength = entries.varint();
      last.positionsLength = entries.varint();
    }
    return last;
  }

  #isBefore(key: string): boolean {
    const length = Math.min(this.length, key.length);
    for (let i = 0; i < length; i += 1) {
      const difference = this.units[i]! - key.charCodeAt(i);
      if (difference !== 0) return difference < 0;
    }
    return this.length < key.length;
  }
}
