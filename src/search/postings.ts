import { ByteReader, type ByteWriter } from './bytes.ts';

/**
 * Postings of a word: two runs of bytes, so that scoring reads no positions.
 *
 * Documents: for each, twice the gap to the one before, plus 1 where more follows than “once, in the body”: twice the
 * number of times in the body, plus 1 where the word is in the title, tags or author too, and then these as bits.
 *
 * Positions: for more than `BLOCK` documents, first the bytes of each block of so many; then for each document its
 * positions in title, tags and author, counted, if any, and those in the body. Positions are gaps. One outside the body
 * is four times its place plus the number of its field; places of one tag or author and of the next do not touch.
 */
export const META_FIELDS = ['title', 'tags', 'author'] as const;
export const TITLE_BIT = 1;
export const TAGS_BIT = 2;
export const AUTHOR_BIT = 4;

/** Documents whose positions are passed over at once. */
const BLOCK = 64;

export const metaPosition = (place: number, field: number): number => place * 4 + field;

/** Writes one word's postings, documents in ascending order. */
export class PostingsWriter {
  private readonly docs: ByteWriter;
  private readonly positions: ByteWriter;
  private readonly scratch: ByteWriter;
  private readonly blocks: number[] = [];
  private previous = -1;
  private blockStart = 0;
  count = 0;

  constructor(docs: ByteWriter, positions: ByteWriter, scratch: ByteWriter) {
    this.docs = docs;
    this.positions = positions;
    this.scratch = scratch;
  }

  /**
   * Adds a document with the positions `values[from, body)` outside the body (`offset` above `metaPosition`, ascending)
   * and `values[body, to)` in it.
   */
  add(doc: number, values: ArrayLike<number>, from: number, body: number, to: number, offset: number): void {
    const { docs, scratch } = this;
    if (this.count > 0 && this.count % BLOCK === 0) {
      this.blocks.push(scratch.length - this.blockStart);
      this.blockStart = scratch.length;
    }
    const gap = doc - this.previous - 1;
    this.previous = doc;
    this.count += 1;
    const hasMeta = body > from;
    if (!hasMeta && to - body === 1) docs.varint(gap * 2);
    else {
      docs.varint(gap * 2 + 1);
      docs.varint((to - body) * 2 + (hasMeta ? 1 : 0));
    }
    if (hasMeta) {
      let mask = 0;
      scratch.varint(body - from);
      writeGaps(scratch, values, from, body, offset);
      for (let i = from; i < body; i += 1) mask |= 1 << (values[i]! & 3);
      docs.byte(mask);
    }
    writeGaps(scratch, values, body, to, 0);
  }

  /** Ends the word: its positions go to their place; what was written is ready for the next one. */
  finish(): void {
    for (const length of this.blocks) this.positions.varint(length);
    this.positions.bytes(this.scratch.view());
    this.scratch.clear();
    this.blocks.length = 0;
    this.blockStart = 0;
    this.previous = -1;
    this.count = 0;
  }
}

function writeGaps(
  writer: ByteWriter,
  values: ArrayLike<number>,
  from: number,
  to: number,
  offset: number,
): void {
  let previous = offset;
  for (let i = from; i < to; i += 1) {
    writer.varint(values[i]! - previous);
    previous = values[i]!;
  }
}

/** Walks the documents of a word. */
export class DocsReader {
  doc = -1;
  /** Times in the body. */
  times = 0;
  /** `TITLE_BIT`, `TAGS_BIT`, `AUTHOR_BIT`. */
  mask = 0;
  /** Number of this document among the word's. */
  index = -1;
  private readonly reader: ByteReader;
  private count: number;

  constructor(bytes: Uint8Array, count: number) {
    this.reader = new ByteReader(bytes);
    this.count = count;
  }

  /** Begins anew with another word. */
  reset(bytes: Uint8Array, count: number): void {
    this.reader.bytes = bytes;
    this.reader.at = 0;
    this.count = count;
    this.doc = -1;
    this.index = -1;
  }

  next(): boolean {
    if (this.index + 1 >= this.count) return false;
    this.index += 1;
    const { reader } = this;
    const head = reader.varint();
    this.doc += (head >>> 1) + 1;
    if ((head & 1) === 0) {
      this.times = 1;
      this.mask = 0;
    } else {
      const more = reader.varint();
      this.times = more >>> 1;
      this.mask = (more & 1) === 0 ? 0 : reader.byte();
    }
    return true;
  }
}

/** Reads positions of chosen documents of a word, in ascending order. */
export class PositionsReader {
  private readonly docs: DocsReader;
  private readonly reader: ByteReader;
  private readonly blockEnds: number[] = [];
  /** The documents whose positions `reader` has passed. */
  private passed = 0;

  constructor(docs: Uint8Array, positions: Uint8Array, count: number) {
    this.docs = new DocsReader(docs, count);
    this.reader = new ByteReader(positions);
    const lengths: number[] = [];
    for (let left = count - 1; left >= BLOCK; left -= BLOCK) lengths.push(this.reader.varint());
    let end = this.reader.at;
    for (const length of lengths) {
      end += length;
      this.blockEnds.push(end);
    }
  }

  /** Moves to the first document from `doc` on; its number, or -1 past the last. */
  seek(doc: number): number {
    const { docs, reader } = this;
    while (docs.doc < doc || docs.index < 0) {
      if (docs.index >= 0 && this.passed === docs.index) this.pass();
      if (!docs.next()) return -1;
      const block = Math.floor(docs.index / BLOCK);
      if (docs.index % BLOCK === 0 && block > 0) {
        reader.at = this.blockEnds[block - 1]!;
        this.passed = docs.index;
      }
    }
    return docs.doc;
  }

  /** Adds the positions of the document of the last `seek` to `meta` and `body`. Once a document. */
  read(meta: number[], body: number[]): void {
    const { docs, reader } = this;
    if (docs.mask > 0) readGaps(reader, reader.varint(), meta);
    readGaps(reader, docs.times, body);
    this.passed = docs.index + 1;
  }

  private pass(): void {
    const { docs, reader } = this;
    reader.skip((docs.mask > 0 ? reader.varint() : 0) + docs.times);
    this.passed = docs.index + 1;
  }
}

function readGaps(reader: ByteReader, count: number, into: number[]): void {
  let value = 0;
  for (let i = 0; i < count && reader.at < reader.bytes.length; i += 1) {
    value += reader.varint();
    into.push(value);
  }
}
