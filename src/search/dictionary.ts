import { partitionPoint } from '../algorithms/partition-point.ts';
import { textOfUnits } from '../unicode/units.ts';
import { ByteReader, type ByteSource, ByteWriter, unitBytes, writeUnits } from './bytes.ts';
import { MAX_KEY } from './tokenize.ts';

/**
 * The words of a segment, sorted by UTF-16 unit, each with its postings.
 *
 * They are in blocks of `BLOCK`: where the documents of the first begin and where its positions, the bytes of all keys,
 * then these, front-coded: units shared with the key before, bytes of its own, each number a byte, and these bytes. Then
 * for each the number of its documents, and the bytes of its documents and of its positions. So keys are passed over
 * without being taken apart.
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

/** Writes a dictionary; keys come in order, of `MAX_KEY` units at most. */
export class DictionaryWriter {
  private readonly blocks = new ByteWriter(1 << 16);
  private readonly heads = new ByteWriter(1 << 12);
  private readonly keyStarts: number[] = [];
  private readonly blockStarts: number[] = [];
  /** Of the block being written. */
  private readonly keys = new ByteWriter();
  private readonly entries = new ByteWriter();
  private previous = '';
  private count = 0;

  add(key: string, entry: Entry): void {
    const { blocks, heads, keys, entries } = this;
    let shared = 0;
    if (this.count % BLOCK === 0) {
      this.endBlock();
      this.keyStarts.push(heads.length);
      this.blockStarts.push(blocks.length);
      writeUnits(heads, key, 0);
      writeOffset(blocks, entry.docsAt);
      writeOffset(blocks, entry.positionsAt);
    } else {
      const most = Math.min(key.length, this.previous.length);
      while (shared < most && key.charCodeAt(shared) === this.previous.charCodeAt(shared)) shared += 1;
    }
    keys.byte(shared);
    keys.byte(unitBytes(key, shared));
    writeUnits(keys, key, shared);
    entries.varint(entry.count);
    entries.varint(entry.docsLength);
    entries.varint(entry.positionsLength);
    this.previous = key;
    this.count += 1;
  }

  /** The blocks, and their heads, which are kept in memory when the segment is open. */
  finish(): { blocks: Uint8Array; heads: Uint8Array } {
    this.endBlock();
    const numbers = [this.count, ...this.keyStarts, this.heads.length, ...this.blockStarts];
    const heads = new Uint8Array(4 * numbers.length + this.heads.length);
    const view = new DataView(heads.buffer);
    numbers.forEach((number, i) => {
      view.setUint32(4 * i, number, true);
    });
    heads.set(this.heads.view(), 4 * numbers.length);
    return { blocks: this.blocks.copy(), heads };
  }

  private endBlock(): void {
    const { blocks, keys, entries } = this;
    if (keys.length === 0) return;
    blocks.varint(keys.length);
    blocks.bytes(keys.view());
    blocks.bytes(entries.view());
    keys.clear();
    entries.clear();
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
    return partitionPoint(this.blocks, (block) => this.compareHead(block, key, cut) <= 0);
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
  /** The key, in `units[0, length)`; its first `shared` units are those of the key shown before. */
  readonly units = new Uint16Array(MAX_KEY);
  length = 0;
  shared = 0;
  private nextBlock: number;
  /** The keys of the block, and where the next one is. */
  private bytes: Uint8Array = new Uint8Array(0);
  private at = 0;
  /** How many they are, those still to come, and whether one was shown. */
  private keys = 0;
  private left = 0;
  private hasShown = false;
  /** What the block says of the postings of its keys, and of how many that was read. */
  private readonly entries = new ByteReader(new Uint8Array(0));
  private told = 0;
  private readonly last: Entry = { count: 0, docsAt: 0, docsLength: 0, positionsAt: 0, positionsLength: 0 };
  private skipping: boolean;
  /** Keys that have so many units in common with this one are passed over; 0 for none. */
  private passed = 0;
  private readonly dictionary: Dictionary;
  private readonly from: string;

  constructor(dictionary: Dictionary, block: number, from: string) {
    this.dictionary = dictionary;
    this.nextBlock = block;
    this.from = from;
    this.skipping = from !== '';
  }

  get count(): number {
    return this.tell().count;
  }

  get docsAt(): number {
    return this.tell().docsAt;
  }

  get docsLength(): number {
    return this.tell().docsLength;
  }

  get positionsAt(): number {
    return this.tell().positionsAt;
  }

  get positionsLength(): number {
    return this.tell().positionsLength;
  }

  /** A copy of what it says of the postings. */
  entry(): Entry {
    return { ...this.tell() };
  }

  /** Moves to the next key; false past the last. */
  next(): boolean {
    for (;;) {
      if (this.passed > 0) this.passOver();
      if (this.left === 0 && !this.enterBlock()) return false;
      this.read();
      if (this.passed > 0 && this.shared >= this.passed) continue;
      this.passed = 0;
      if (this.skipping) {
        if (this.isBefore(this.from)) continue;
        this.skipping = false;
        this.shared = 0;
      }
      this.hasShown = true;
      return true;
    }
  }

  /** Has `next` pass over all keys that begin with the first `length` units of this one; 0 for none. */
  skipPrefix(length: number): void {
    this.passed = length;
  }

  text(): string {
    return textOfUnits(this.units, this.length);
  }

  /** Of a key that is passed over, only what the next one may share with it is wanted, and that is in `units`. */
  private passOver(): void {
    const { bytes, passed } = this;
    let { at, left } = this;
    for (; left > 0 && bytes[at]! >= passed; left -= 1) at += 2 + bytes[at + 1]!;
    this.at = at;
    this.left = left;
  }

  /** Reads a key, and what it shares with the last one in `units`: more than is told where it begins a block. */
  private read(): void {
    const { bytes, units } = this;
    let { at } = this;
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
    this.at = end;
    this.left -= 1;
    this.length = i;
    this.shared = shared;
  }

  private enterBlock(): boolean {
    // Where one block is passed over, others may be.
    if (this.passed > 0 && !this.hasShown) {
      const passed = textOfUnits(this.units, this.passed);
      this.nextBlock = Math.max(this.nextBlock, this.dictionary.lastBlockTo(passed));
    }
    const { bytes, keys } = this.dictionary.block(this.nextBlock);
    if (keys === 0) return false;
    this.nextBlock += 1;
    this.left = keys;
    this.keys = keys;
    this.hasShown = false;
    const { entries, last } = this;
    entries.bytes = bytes;
    entries.at = 0;
    last.docsAt = readOffset(entries);
    last.positionsAt = readOffset(entries);
    last.docsLength = 0;
    last.positionsLength = 0;
    const length = entries.varint();
    this.bytes = bytes;
    this.at = entries.at;
    entries.at += length;
    this.told = 0;
    return true;
  }

  /** What is said of the postings of this key: the sum of what is said of those before it, too. */
  private tell(): Entry {
    const { entries, last } = this;
    for (const key = this.keys - this.left; this.told < key; this.told += 1) {
      last.docsAt += last.docsLength;
      last.positionsAt += last.positionsLength;
      last.count = entries.varint();
      last.docsLength = entries.varint();
      last.positionsLength = entries.varint();
    }
    return last;
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
