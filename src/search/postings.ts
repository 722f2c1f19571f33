import { ByteReader, type ByteWriter } from './bytes.ts';

/**
 * Postings of a word: two runs of bytes, so that scoring reads no positions.
 *
 * Documents: for each, twice the gap to the one before, plus 1 where more follows than “once, in the body”: twice the
 * number of times in the body, plus 1 where the word is in the title, tags or author too, and then these as bits.
 *
 * Positions: for more than `BLOCK` documents, first what it takes to pass over each block of these (so many at most):
 * how many they are, the bytes of their documents, how far its last document is from that of the block before, the bytes
 * of their positions; then for each document its positions in title, tags and author, counted, if any, and those in the
 * body. Positions are gaps. One outside the body is four times its place plus the number of its field; places of one tag
 * or author and of the next do not touch.
 *
 * So the postings of two segments are joined without being taken apart: but for the first gap, the bytes of the second
 * are put after those of the first.
 */
export const META_FIELDS = ['title', 'tags', 'author'] as const;
export const TITLE_BIT = 1;
export const TAGS_BIT = 2;
export const AUTHOR_BIT = 4;

/** Documents at most that are passed over at once. */
const BLOCK = 64;

export const metaPosition = (place: number, field: number): number => place * 4 + field;

/** Writes one word's postings, documents in ascending order. */
export class PostingsWriter {
  private readonly docs: ByteWriter;
  private readonly positions: ByteWriter;
  private readonly scratch: ByteWriter;
  /** What is written of the blocks that are full. */
  private readonly blocks: number[] = [];
  /** Of the block that is being filled: documents, where they and their positions begin, the last document before. */
  private blockDocs = 0;
  private docsStart: number;
  private blockStart = 0;
  private blockBefore = -1;
  private previous = -1;
  count = 0;

  constructor(docs: ByteWriter, positions: ByteWriter, scratch: ByteWriter) {
    this.docs = docs;
    this.positions = positions;
    this.scratch = scratch;
    this.docsStart = docs.length;
  }

  /**
   * Adds a document with the positions `values[from, body)` outside the body (`offset` above `metaPosition`, ascending)
   * and `values[body, to)` in it.
   */
  add(doc: number, values: ArrayLike<number>, from: number, body: number, to: number, offset: number): void {
    const { docs, scratch } = this;
    this.makeRoom(1, docs.length, scratch.length);
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
    const docsAt = this.docs.length;
    this.docs.varint((base + (head >>> 1) - this.previous - 1) * 2 + (head & 1));
    // The first of them may take more or fewer bytes than it did.
    const moved = this.docs.length - first.at;
    this.docs.bytes(docs.subarray(first.at));
    const { blocks, positionsAt } = blocksOf(positions, count);
    const start = this.scratch.length;
    blocks.forEach((block, i) => {
      const docsStart = i === 0 ? docsAt : moved + block.docs;
      this.makeRoom((blocks[i + 1]?.first ?? count) - block.first, docsStart, start + block.positions);
      this.previous = base + (blocks.length > 1 ? block.last : lastOf(docs, count));
    });
    this.count += count;
    this.scratch.bytes(positions.subarray(positionsAt));
  }

  /** Begins another block where the last one has no room for `count` documents more, which begin at these bytes. */
  private makeRoom(count: number, docsAt: number, positionsAt: number): void {
    if (this.blockDocs > 0 && this.blockDocs + count > BLOCK) {
      this.endBlock(docsAt, positionsAt);
      this.blockDocs = 0;
      this.docsStart = docsAt;
      this.blockStart = positionsAt;
      this.blockBefore = this.previous;
    }
    this.blockDocs += count;
  }

  private endBlock(docsAt: number, positionsAt: number): void {
    this.blocks.push(
      this.blockDocs,
      docsAt - this.docsStart,
      this.previous - this.blockBefore,
      positionsAt - this.blockStart,
    );
  }

  /** Ends the word: its positions go to their place; what was written is ready for the next one. */
  finish(): void {
    if (this.count > BLOCK) {
      this.endBlock(this.docs.length, this.scratch.length);
      for (const number of this.blocks) this.positions.varint(number);
    }
    this.positions.bytes(this.scratch.view());
    this.scratch.clear();
    this.blocks.length = 0;
    this.blockDocs = 0;
    this.docsStart = this.docs.length;
    this.blockStart = 0;
    this.blockBefore = -1;
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

/**
 * Documents that are handled together: so few that code for them is soon called often enough to be compiled, where one loop
 * over all the postings of a frequent word would be over before it is.
 */
const TOGETHER = 512;

/** Documents by as many as are handled together. */
export function* parts(docs: Uint32Array): Generator<Uint32Array> {
  for (let at = 0; at < docs.length; at += TOGETHER) yield docs.subarray(at, at + TOGETHER);
}

/** Some of the documents of a word or of a phrase, ascending: the first `length`. */
export class Run {
  readonly docs = new Uint32Array(TOGETHER);
  /** Times in the body. */
  readonly times = new Uint32Array(TOGETHER);
  /** `TITLE_BIT`, `TAGS_BIT`, `AUTHOR_BIT`. */
  readonly masks = new Uint8Array(TOGETHER);
  length = 0;
}

/** Documents that are read in order. */
export interface Docs {
  /** Reads the next ones, as many as there is room for; false past the last. */
  read(run: Run): boolean;
}

/** Walks the documents of a word. */
export class DocsReader implements Docs {
  doc = -1;
  /** Times in the body. */
  times = 0;
  /** `TITLE_BIT`, `TAGS_BIT`, `AUTHOR_BIT`. */
  mask = 0;
  /** Number of this document among the word's. */
  index = -1;
  private readonly reader: ByteReader;
  private readonly count: number;

  constructor(bytes: Uint8Array, count: number) {
    this.reader = new ByteReader(bytes);
    // Each takes a byte at least: of an index gone wrong no more is read than there is.
    this.count = Math.min(count, bytes.length);
  }

  /** Moves before document number `index` of the word, which begins at byte `at`; `before` is the one before it. */
  jump(at: number, index: number, before: number): void {
    this.reader.at = at;
    this.index = index - 1;
    this.doc = before;
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

  read(run: Run): boolean {
    const { docs, times, masks } = run;
    const { reader } = this;
    const { bytes } = reader;
    const length = Math.min(docs.length, this.count - 1 - this.index);
    let { doc } = this;
    let { at } = reader;
    for (let i = 0; i < length; i += 1) {
      // Most numbers are one byte: a call for each would take longer than all the rest.
      let head = bytes[at]!;
      if (head < 128) at += 1;
      else {
        reader.at = at;
        head = reader.varint();
        at = reader.at;
      }
      doc += (head >>> 1) + 1;
      docs[i] = doc;
      if ((head & 1) === 0) {
        times[i] = 1;
        masks[i] = 0;
        continue;
      }
      reader.at = at;
      const more = reader.varint();
      times[i] = more >>> 1;
      masks[i] = (more & 1) === 0 ? 0 : reader.byte();
      at = reader.at;
    }
    reader.at = at;
    this.doc = doc;
    this.index += length;
    run.length = length;
    return length > 0;
  }
}

/**
 * A block of a word's postings: the number of its first document among them, its last document (not told where it is the
 * only block), where its bytes begin, those of positions after what is told of the blocks.
 */
interface Block {
  readonly first: number;
  readonly last: number;
  readonly docs: number;
  readonly positions: number;
}

function blocksOf(positions: Uint8Array, count: number): { blocks: readonly Block[]; positionsAt: number } {
  if (count <= BLOCK) return { blocks: [{ first: 0, last: 0, docs: 0, positions: 0 }], positionsAt: 0 };
  const reader = new ByteReader(positions);
  const blocks: Block[] = [];
  let [docsAt, last, positionsAt] = [0, -1, 0];
  for (let first = 0; first < count && reader.at < positions.length; ) {
    const begin = { first, docs: docsAt, positions: positionsAt };
    first += reader.varint();
    docsAt += reader.varint();
    last += reader.varint();
    positionsAt += reader.varint();
    blocks.push({ ...begin, last });
  }
  return { blocks, positionsAt: reader.at };
}

function lastOf(docs: Uint8Array, count: number): number {
  const reader = new DocsReader(docs, count);
  while (reader.next());
  return reader.doc;
}

/** Reads positions of chosen documents of a word, in ascending order. */
export class PositionsReader {
  private readonly docs: DocsReader;
  private readonly reader: ByteReader;
  private readonly blocks: readonly Block[];
  /** Where the positions of the first of them begin. */
  private readonly positionsAt: number;
  /** The block after the one that `docs` is in. */
  private nextBlock = 0;
  /** Of the documents between the place of `reader` and that of `docs`: twice the times in the body, plus 1 for others. */
  private readonly skipped: number[] = [];
  /** Whether `reader` is past the document that `docs` is at. */
  private isRead = false;

  constructor(docs: Uint8Array, positions: Uint8Array, count: number) {
    this.docs = new DocsReader(docs, count);
    this.reader = new ByteReader(positions);
    ({ blocks: this.blocks, positionsAt: this.positionsAt } = blocksOf(positions, count));
  }

  /** Moves to the first document from `doc` on; its number, or -1 past the last. */
  seek(doc: number): number {
    const { docs, skipped } = this;
    if (docs.index < 0 || docs.doc < doc) this.pass(doc);
    while (docs.doc < doc || docs.index < 0) {
      if (docs.index >= 0 && !this.isRead) skipped.push(docs.times * 2 + (docs.mask > 0 ? 1 : 0));
      this.isRead = false;
      if (!docs.next()) return -1;
      const block = this.blocks[this.nextBlock];
      if (docs.index !== block?.first) continue;
      this.reader.at = this.positionsAt + block.positions;
      this.nextBlock += 1;
      skipped.length = 0;
    }
    return docs.doc;
  }

  /** Passes over the blocks that end before `doc`. */
  private pass(doc: number): void {
    const { blocks } = this;
    let next = this.nextBlock;
    if (blocks.length === 1 || (next > 0 && blocks[next - 1]!.last >= doc)) return;
    while (next + 1 < blocks.length && blocks[next]!.last < doc) next += 1;
    if (next === this.nextBlock) return;
    const { docs, first } = blocks[next]!;
    this.docs.jump(docs, first, blocks[next - 1]!.last);
    this.nextBlock = next;
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
