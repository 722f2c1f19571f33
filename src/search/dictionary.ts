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

/**
 * What `Dictionary.walk` shows of each key, reused from one to the next. `shared` units are those of the key before.
 */
export interface Cursor extends Entry {
  readonly units: Uint16Array;
  length: number;
  shared: number;
}

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
    for (let i = 0; i < this.size; i += BLOCK) {
      const length = Math.min(reader.varint(), MAX_KEY);
      readUnits(reader, units, 0, length);
      this.heads.push(String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]));
      offset += reader.varint();
      this.offsets.push(offset);
    }
  }

  /**
   * Shows the keys from `from` on, in order, until `visit` returns false. `shared` counts from the first key shown.
   */
  walk(from: string, visit: (cursor: Cursor) => boolean): void {
    const cursor: Cursor = {
      units: new Uint16Array(MAX_KEY),
      length: 0,
      shared: 0,
      count: 0,
      docsAt: 0,
      docsLength: 0,
      positionsAt: 0,
      positionsLength: 0,
    };
    let shown = false;
    for (let block = this.blockOf(from); block < this.heads.length; block += 1) {
      const { bytes, keys } = this.block(block);
      const reader = new ByteReader(bytes);
      let docsAt = readOffset(reader);
      let positionsAt = readOffset(reader);
      for (let i = 0; i < keys; i += 1) {
        const common = reader.varint();
        const own = Math.min(reader.varint(), MAX_KEY - common);
        readUnits(reader, cursor.units, common, own);
        cursor.length = common + own;
        cursor.count = reader.varint();
        cursor.docsLength = reader.varint();
        cursor.positionsLength = reader.varint();
        cursor.docsAt = docsAt;
        cursor.positionsAt = positionsAt;
        docsAt += cursor.docsLength;
        positionsAt += cursor.positionsLength;
        if (!shown && isBefore(cursor, from)) continue;
        cursor.shared = shown ? common : 0;
        shown = true;
        if (!visit(cursor)) return;
      }
    }
  }

  /** The entry of `key`, or undefined. */
  find(key: string): Entry | undefined {
    let entry: Entry | undefined;
    this.walk(key, (cursor) => {
      if (cursor.length === key.length && !isBefore(cursor, key) && keyText(cursor) === key)
        entry = entryOf(cursor);
      return false;
    });
    return entry;
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

  private block(block: number): { bytes: Uint8Array; keys: number } {
    const start = this.offsets[block]!;
    const end = this.offsets[block + 1] ?? this.source.size;
    return {
      bytes: this.source.read(start, end - start),
      keys: Math.min(BLOCK, this.size - block * BLOCK),
    };
  }
}

/** A copy of what a cursor says of the postings. */
export const entryOf = (cursor: Cursor): Entry => ({
  count: cursor.count,
  docsAt: cursor.docsAt,
  docsLength: cursor.docsLength,
  positionsAt: cursor.positionsAt,
  positionsLength: cursor.positionsLength,
});

export const keyText = (cursor: Cursor): string =>
  String.fromCharCode.apply(null, cursor.units.subarray(0, cursor.length) as unknown as number[]);

function isBefore(cursor: Cursor, key: string): boolean {
  const length = Math.min(cursor.length, key.length);
  for (let i = 0; i < length; i += 1) {
    const difference = cursor.units[i]! - key.charCodeAt(i);
    if (difference !== 0) return difference < 0;
  }
  return cursor.length < key.length;
}
