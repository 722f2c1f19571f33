import { ByteReader, type ByteWriter } from './bytes.ts';

/**
 * Postings of a word: two runs of bytes, so that scoring reads no positions.
 *
 * Documents: for each, twice the gap to the one before, plus 1 where more follows than “once, in the body”: twice the
 * number of times in the body, plus 1 where the word is in the title, tags or author too, and then these as bits.
 *
 * Positions: for more than `BLOCK` documents, first the documents (so many at most) and the bytes of each block; then
 * for each document its positions in title, tags and author, counted, if any, and those in the body. Positions are
 * gaps. One outside the body is four times its place plus the number of its field; places of one tag or author and of the
 * next do not touch.
 *
 * So the postings of two segments are joined without being taken apart: but for the first gap, the bytes of the second
 * are put after those of the first.
 */
export const META_FIELDS = ['title', 'tags', 'author'] as const;
export const TITLE_BIT = 1;
export const TAGS_BIT = 2;
export const AUTHOR_BIT = 4;

/** Documents at most whose positions are passed over at once. */
const BLOCK = 64;

export const metaPosition = (place: number, field: number): number => place * 4 + field;

/** Writes one word's postings, documents in ascending order. */
export class PostingsWriter {
  private readonly docs: ByteWriter;
  private readonly positions: ByteWriter;
  private readonly scratch: ByteWriter;
  /** Documents and bytes of the blocks that are full. */
  private readonly blocks: number[] = [];
  private blockDocs = 0;
  private blockStart = 0;
  private previous = -1;
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
    this.makeRoom(1, scratch.length);
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

  /** Adds the `count` documents of the same word in another segment, whose numbers here begin at `base`. */
  append(docs: Uint8Array, positions: Uint8Array, count: number, base: number): void {
    if (count === 0) return;
    const first = new ByteReader(docs);
    const head = first.varint();
    this.docs.varint((base + (head >>> 1) - this.previous - 1) * 2 + (head & 1));
    this.docs.bytes(docs.subarray(first.at));
    const reader = new DocsReader(docs, count);
    while (reader.next());
    this.previous = base + reader.doc;
    this.count += count;
    const blocks = blocksOf(positions, count);
    const start = this.scratch.length - (blocks.starts[0] ?? 0);
    blocks.firsts.forEach((from, i) => {
      this.makeRoom((blocks.firsts[i + 1] ?? count) - from, start + blocks.starts[i]!);
    });
    this.scratch.bytes(positions.subarray(blocks.starts[0]));
  }

  /** Begins another block, at byte `at`, where the last one has no room for `docs` documents more. */
  private makeRoom(docs: number, at: number): void {
    if (this.blockDocs > 0 && this.blockDocs + docs > BLOCK) {
      this.blocks.push(this.blockDocs, at - this.blockStart);
      this.blockDocs = 0;
      this.blockStart = at;
    }
    this.blockDocs += docs;
  }

  /** Ends the word: its positions go to their place; what was written is ready for the next one. */
  finish(): void {
    if (this.count > BLOCK) {
      for (const number of this.blocks) this.positions.varint(number);
      this.positions.varint(this.blockDocs);
      this.positions.varint(this.scratch.length - this.blockStart);
    }
    this.positions.bytes(this.scratch.view());
    this.scratch.clear();
    this.blocks.length = 0;
    this.blockDocs = 0;
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

/** The blocks of a word's positions: the number of the first document of each, and where its bytes begin. */
function blocksOf(positions: Uint8Array, count: number): { firsts: number[]; starts: number[] } {
  if (count <= BLOCK) return { firsts: [0], starts: [0] };
  const reader = new ByteReader(positions);
  const firsts: number[] = [];
  const lengths: number[] = [];
  for (let first = 0; first < count && reader.at < positions.length; ) {
    firsts.push(first);
    first += reader.varint();
    lengths.push(reader.varint());
  }
  let { at } = reader;
  const starts = lengths.map((length) => {
    at += length;
    return at - length;
  });
  return { firsts, starts };
}

/** Reads positions of chosen documents of a word, in ascending order. */
export class PositionsReader {
  private readonly docs: DocsReader;
  private readonly reader: ByteReader;
  private readonly firsts: readonly number[];
  private readonly starts: readonly number[];
  /** The block after the one that `docs` is in. */
  private nextBlock = 0;
  /** Of the documents between the place of `reader` and that of `docs`: twice the times in the body, plus 1 for others. */
  private readonly skipped: number[] = [];
  /** Whether `reader` is past the document that `docs` is at. */
  private isRead = false;

  constructor(docs: Uint8Array, positions: Uint8Array, count: number) {
    this.docs = new DocsReader(docs, count);
    this.reader = new ByteReader(positions);
    ({ firsts: this.firsts, starts: this.starts } = blocksOf(positions, count));
  }

  /** Moves to the first document from `doc` on; its number, or -1 past the last. */
  seek(doc: number): number {
    const { docs, skipped } = this;
    while (docs.doc < doc || docs.index < 0) {
      if (docs.index >= 0 && !this.isRead) skipped.push(docs.times * 2 + (docs.mask > 0 ? 1 : 0));
      this.isRead = false;
      if (!docs.next()) return -1;
      if (docs.index !== this.firsts[this.nextBlock]) continue;
      this.reader.at = this.starts[this.nextBlock]!;
      this.nextBlock += 1;
      skipped.length = 0;
    }
    return docs.doc;
  }

  /** Adds the positions of the document of the last `seek` to `meta` and `body`. Once a document. */
  read(meta: number[], body: number[]): void {
    const { docs, reader, skipped } = this;
    for (const each of skipped) reader.skip(((each & 1) === 1 ? reader.varint() : 0) + (each >>> 1));
    skipped.length = 0;
    if (docs.mask > 0) readGaps(reader, reader.varint(), meta);
    readGaps(reader, docs.times, body);
    this.isRead = true;
  }
}

function readGaps(reader: ByteReader, count: number, into: number[]): void {
  let value = 0;
  for (let i = 0; i < count && reader.at < reader.bytes.length; i += 1) {
    value += reader.varint();
    into.push(value);
  }
}
