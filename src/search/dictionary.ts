import { ByteReader, type ByteSource, ByteWriter, readUnits, writeUnits } from './bytes.ts';
import { MAX_KEY } from './tokenize.ts';

/**
 * The words of a segment, sorted by UTF-16 unit, each with its postings.
 *
 * Keys are front-coded in blocks of `BLOCK`: units shared with the key before, units of its own, these units. Then
 * the number of documents, and the bytes of its documents and of its positions; where those begin is the sum of
 * what comes before, told at the head of each block. The first key of each block and the block's place stay in
 * memory.
 */
export interface Entry {
  /** Documents that have the word. */
  count: number;
  docsAt: number;
  docsLength: number;
  positionsAt: number;
  positionsLength: number;
}

const BLOCK = 32;

/** Writes a dictionary; keys come in order. */
export class DictionaryWriter {
  private readonly blocks = new ByteWriter(1 << 16);
  private readonly heads = new ByteWriter(1 << 12);
  private previous = '';
  private count = 0;
  private lastHead = 0;

  add(key: string, entry: Entry): void {
    const { blocks, heads } = this;
    let shared = 0;
    if (this.count % BLOCK === 0) {
      heads.varint(key.length);
      writeUnits(heads, key, 0);
      heads.varint(blocks.length - this.lastHead);
      this.lastHead = blocks.length;
      writeOffset(blocks, entry.docsAt);
      writeOffset(blocks, entry.positionsAt);
    } else {
      const most = Math.min(key.length, this.previous.length);
      while (shared < most && key.charCodeAt(shared) === this.previous.charCodeAt(shared)) shared += 1;
    }
    blocks.varint(shared);
    blocks.varint(key.length - shared);
    writeUnits(blocks, key, shared);
    blocks.varint(entry.count);
    blocks.varint(entry.docsLength);
    blocks.varint(entry.positionsLength);
    this.previous = key;
    this.count += 1;
  }

  /** The blocks, and their heads, which are kept in memory when the segment is open. */
  finish(): { blocks: Uint8Array; heads: Uint8Array } {
    const heads = new ByteWriter(this.heads.length + 10);
    heads.varint(this.count);
    heads.bytes(this.heads.view());
    return { blocks: this.blocks.copy(), heads: heads.copy() };
  }
}

/** Offsets may pass 2³²: two numbers. */
function writeOffset(writer: ByteWriter, offset: number): void {
  writer.varint(offset % 2 ** 24);
  writer.varint(Math.floor(offset / 2 ** 24));
}

const readOffset = (reader: ByteReader): number => {
  const low = reader.varint();
  return low + reader.varint() * 2 ** 24;
};

export class Dictionary {
  readonly size: number;
  private readonly source: ByteSource;
  private readonly heads: string[] = [];
  private readonly offsets: number[] = [];

  constructor(source: ByteSource, heads: Uint8Array) {
    this.source = source;
    const reader = new ByteReader(heads);
    this.size = reader.varint();
    const units = new Uint16Array(MAX_KEY);
    let offset = 0;
    for (let i = 0; i < this.size && reader.at < heads.length; i += BLOCK) {
      const length = Math.min(reader.varint(), MAX_KEY);
      readUnits(reader, units, 0, length);
      this.heads.push(String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]));
      offset += reader.varint();
      this.offsets.push(offset);
    }
  }

  /** A cursor before the first key from `from` on. */
  cursor(from = ''): Cursor {
    return new Cursor(this, this.blockOf(from), from);
  }

  /** Shows the keys from `from` on, in order, until `visit` returns false. */
  walk(from: string, visit: (cursor: Cursor) => boolean): void {
    const cursor = this.cursor(from);
    while (cursor.next() && visit(cursor));
  }

  /** The entry of `key`, or undefined. */
  find(key: string): Entry | undefined {
    const cursor = this.cursor(key);
    return cursor.next() && cursor.text() === key ? cursor.entry() : undefined;
  }

  /** The bytes of block `block` and the number of its keys; none past the last. */
  block(block: number): { bytes: Uint8Array; keys: number } {
    const start = this.offsets[block];
    if (start === undefined) return { bytes: new Uint8Array(0), keys: 0 };
    const end = this.offsets[block + 1] ?? this.source.size;
    return {
      bytes: this.source.read(start, end - start),
      keys: Math.min(BLOCK, this.size - block * BLOCK),
    };
  }

  /** The last block whose first key is not after `key`. */
  private blockOf(key: string): number {
    let low = 0;
    let high = this.heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.heads[middle]! <= key) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}

/** Goes through the keys of a dictionary in order. */
export class Cursor implements Entry {
  /** The key, in `units[0, length)`; its first `shared` units are those of the key before. */
  readonly units = new Uint16Array(MAX_KEY);
  length = 0;
  shared = 0;
  count = 0;
  docsAt = 0;
  docsLength = 0;
  positionsAt = 0;
  positionsLength = 0;
  private nextBlock: number;
  private left = 0;
  private reader = new ByteReader(new Uint8Array(0));
  private skipping: boolean;
  private readonly dictionary: Dictionary;
  private readonly from: string;

  constructor(dictionary: Dictionary, block: number, from: string) {
    this.dictionary = dictionary;
    this.nextBlock = block;
    this.from = from;
    this.skipping = from !== '';
  }

  /** Moves to the next key; false past the last. */
  next(): boolean {
    if (!this.step()) return false;
    if (!this.skipping) return true;
    while (this.isBefore(this.from)) if (!this.step()) return false;
    this.skipping = false;
    this.shared = 0;
    return true;
  }

  text(): string {
    return String.fromCharCode.apply(null, this.units.subarray(0, this.length) as unknown as number[]);
  }

  /** A copy of what it says of the postings. */
  entry(): Entry {
    const { count, docsAt, docsLength, positionsAt, positionsLength } = this;
    return { count, docsAt, docsLength, positionsAt, positionsLength };
  }

  private step(): boolean {
    if (this.left === 0 && !this.enterBlock()) return false;
    const { reader } = this;
    this.left -= 1;
    this.docsAt += this.docsLength;
    this.positionsAt += this.positionsLength;
    this.shared = Math.min(reader.varint(), this.length);
    const own = Math.min(reader.varint(), MAX_KEY - this.shared);
    readUnits(reader, this.units, this.shared, own);
    this.length = this.shared + own;
    this.count = reader.varint();
    this.docsLength = reader.varint();
    this.positionsLength = reader.varint();
    return true;
  }

  private enterBlock(): boolean {
    const { bytes, keys } = this.dictionary.block(this.nextBlock);
    if (keys === 0) return false;
    this.nextBlock += 1;
    this.left = keys;
    this.reader = new ByteReader(bytes);
    this.docsAt = readOffset(this.reader);
    this.positionsAt = readOffset(this.reader);
    this.docsLength = 0;
    this.positionsLength = 0;
    return true;
  }

  private isBefore(key: string): boolean {
    const length = Math.min(this.length, key.length);
    for (let i = 0; i < length; i += 1) {
      const difference = this.units[i]! - key.charCodeAt(i);
      if (difference !== 0) return difference < 0;
    }
    return this.length < key.length;
  }
}
