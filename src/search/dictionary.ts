import { textOfUnits } from '../unicode/units.ts';
import { ByteReader, type ByteSource, ByteWriter, readUnits, skipUnits, writeUnits } from './bytes.ts';
import { MAX_KEY } from './tokenize.ts';

/**
 * The words of a segment, sorted by UTF-16 unit, each with its postings.
 *
 * Keys are front-coded in blocks of `BLOCK`: units shared with the key before, units of its own, these units. Then
 * the number of documents, and the bytes of its documents and of its positions; where those begin is the sum of
 * what comes before, told at the head of each block.
 *
 * The first key of each block and the block's place stay in memory, as they were written: the number of words; where each
 * of these keys begins, and where the last ends; where each block begins (all as 32 bits); the keys.
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
  private readonly keyStarts: number[] = [];
  private readonly blockStarts: number[] = [];
  private previous = '';
  private count = 0;

  add(key: string, entry: Entry): void {
    const { blocks, heads } = this;
    let shared = 0;
    if (this.count % BLOCK === 0) {
      this.keyStarts.push(heads.length);
      this.blockStarts.push(blocks.length);
      writeUnits(heads, key, 0);
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
    const numbers = [this.count, ...this.keyStarts, this.heads.length, ...this.blockStarts];
    const heads = new Uint8Array(4 * numbers.length + this.heads.length);
    const view = new DataView(heads.buffer);
    numbers.forEach((number, i) => {
      view.setUint32(4 * i, number, true);
    });
    heads.set(this.heads.view(), 4 * numbers.length);
    return { blocks: this.blocks.copy(), heads };
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
  private readonly heads: DataView;
  private readonly blocks: number;
  /** Where the keys of the heads begin in these. */
  private readonly keysAt: number;

  constructor(source: ByteSource, heads: Uint8Array) {
    this.source = source;
    this.heads = new DataView(heads.buffer, heads.byteOffset, heads.byteLength);
    this.size = this.number(0);
    this.blocks = Math.ceil(this.size / BLOCK);
    this.keysAt = 4 * (2 + 2 * this.blocks);
  }

  /** A cursor before the first key from `from` on. */
  cursor(from = ''): Cursor {
    return new Cursor(this, Math.max(0, this.headsUpTo(bytesOf(from), false) - 1), from);
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
    if (block >= this.blocks) return { bytes: new Uint8Array(0), keys: 0 };
    const start = this.number(2 + this.blocks + block);
    const end = block + 1 < this.blocks ? this.number(3 + this.blocks + block) : this.source.size;
    return {
      bytes: this.source.read(start, Math.max(0, end - start)),
      keys: Math.min(BLOCK, this.size - block * BLOCK),
    };
  }

  /** The last block that begins with a key of which `prefix` is the beginning, or with one before. */
  lastBlockTo(prefix: string): number {
    return this.headsUpTo(bytesOf(prefix), true) - 1;
  }

  /** How many of the blocks' first keys are not after `key`; with `cut`, not after it in the length it has. */
  private headsUpTo(key: Uint8Array, cut: boolean): number {
    let low = 0;
    let high = this.blocks;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compareHead(middle, key, cut) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Compares the first key of a block with `key`; bytes sort as units do. */
  private compareHead(block: number, key: Uint8Array, cut: boolean): number {
    const start = this.number(1 + block);
    const size = Math.min(this.number(2 + block), this.heads.byteLength - this.keysAt) - start;
    for (let i = 0; i < size && i < key.length; i += 1) {
      const difference = this.heads.getUint8(this.keysAt + start + i) - key[i]!;
      if (difference !== 0) return difference;
    }
    return size > key.length && cut ? 0 : size - key.length;
  }

  private number(index: number): number {
    return 4 * index + 4 <= this.heads.byteLength ? this.heads.getUint32(4 * index, true) : 0;
  }
}

function bytesOf(key: string): Uint8Array {
  const writer = new ByteWriter(3 * key.length);
  writeUnits(writer, key, 0);
  return writer.view();
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
  /** Keys of the block, and those of them that are still to come. */
  private keys = 0;
  private left = 0;
  private reader = new ByteReader(new Uint8Array(0));
  private skipping: boolean;
  /** What the keys that are passed over begin with; nothing for none. */
  private passed = '';
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
    while (this.step()) {
      if (this.passed !== '' && this.isPassed()) continue;
      this.passed = '';
      if (!this.skipping) return true;
      if (this.isBefore(this.from)) continue;
      this.skipping = false;
      this.shared = 0;
      return true;
    }
    return false;
  }

  /** Has `next` pass over all keys that begin with the first `length` units of this one. */
  pass(length: number): void {
    this.passed = this.text().slice(0, length);
  }

  text(): string {
    return textOfUnits(this.units, this.length);
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
    // Of a key that is passed over, only what the next one may share with it is wanted, and that is here.
    if (this.passed !== '' && this.shared >= this.passed.length) skipUnits(reader, own);
    else readUnits(reader, this.units, this.shared, own);
    this.length = this.shared + own;
    this.count = reader.varint();
    this.docsLength = reader.varint();
    this.positionsLength = reader.varint();
    return true;
  }

  /** A key that shares enough with one that was passed over is too; the first of a block is told by its units. */
  private isPassed(): boolean {
    const { passed } = this;
    if (this.shared >= passed.length) return true;
    if (this.left + 1 < this.keys || this.length < passed.length) return false;
    for (let i = 0; i < passed.length; i += 1) if (this.units[i] !== passed.charCodeAt(i)) return false;
    return true;
  }

  private enterBlock(): boolean {
    if (this.passed !== '')
      this.nextBlock = Math.max(this.nextBlock, this.dictionary.lastBlockTo(this.passed));
    const { bytes, keys } = this.dictionary.block(this.nextBlock);
    if (keys === 0) return false;
    this.nextBlock += 1;
    this.left = keys;
    this.keys = keys;
    this.length = 0;
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
