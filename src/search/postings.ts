import { ByteReader, type ByteWriter } from '../algorithms/varints.ts';

/**
 * The postings of a word are two byte strings, so that scoring need not read positions. All numbers are varints.
 *
 * Documents: for each, 2 × the gap to the document before, plus 1 unless the word is there once, in the body. In that case
 * 2 × the term frequency in the body follows, plus 1 if the word is in another field too; these then follow
 * as a bit mask.
 *
 * Positions: if there are more than `BLOCK` documents, a skip list comes first, of blocks of at most that many documents:
 * their number, the bytes of their documents, how far the last document is from the last one of the block before, the bytes
 * of their positions. Then for each document its positions in the fields other than the body, preceded by their number, if any,
 * and those in the body. Positions are gaps. A position outside the body is `META_STEP` × its place in the field plus the field's
 * index in `META_FIELDS`; places of different tags are never adjacent. Words of headings are in the body, too: their places
 * are in `heading-places.ts`.
 *
 * Postings of two segments are therefore joined by appending bytes: only the first gap is rewritten.
 */
export const META_FIELDS = [
  'title',
  'tags',
  'author',
  'summary',
  'folder',
  'file',
  'matter',
  'headings',
] as const;
export const TITLE_BIT = 1;
export const TAGS_BIT = 2;
export const AUTHOR_BIT = 4;
export const SUMMARY_BIT = 8;
/** The fields that say where an article is, or what else its front matter has: folder, file and matter. */
export const MINOR_BITS = 16 | 32 | 64;
export const HEADINGS_BIT = 128;

/** Documents in a block of the skip list, at most. */
const BLOCK = 64;

/** From the position of a word outside the body to that of the next word of its field. */
export const META_STEP = 8;

/** The position of word `place` of a field other than the body. */
export const metaPosition = (place: number, field: number): number => place * META_STEP + field;

/** The field of a `metaPosition`. */
export const fieldOf = (position: number): (typeof META_FIELDS)[number] => META_FIELDS[position % META_STEP]!;

/** The place in its field of a `metaPosition`. */
export const placeOf = (position: number): number => Math.floor(position / META_STEP);

/** Writes the postings of one word after the other, documents in ascending order. */
export class PostingsWriter {
  readonly #docs: ByteWriter;
  readonly #positions: ByteWriter;
  readonly #scratch: ByteWriter;
  /** The skip list: four numbers for each full block. */
  readonly #skips: number[] = [];
  /** The block that is being filled: its number of documents, where its bytes begin, the last document before it. */
  #blockDocs = 0;
  #docsStart: number;
  #positionsStart = 0;
  #lastBefore = -1;
  #previous = -1;
  count = 0;

  constructor(docs: ByteWriter, positions: ByteWriter, scratch: ByteWriter) {
    this.#docs = docs;
    this.#positions = positions;
    this.#scratch = scratch;
    this.#docsStart = docs.length;
  }

  /**
   * Adds a document with ascending positions: `values[from, body)` are its `metaPosition`s, each plus `offset`;
   * `values[body, to)` are its positions in the body.
   */
  add(doc: number, values: ArrayLike<number>, from: number, body: number, to: number, offset: number): void {
    const docs = this.#docs;
    const scratch = this.#scratch;
    this.#makeRoom(1, docs.length, scratch.length);
    const gap = doc - this.#previous - 1;
    this.#previous = doc;
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
      for (let i = from; i < body; i += 1) mask |= 1 << (values[i]! & (META_STEP - 1));
      docs.byte(mask);
    }
    writeGaps(scratch, values, body, to, 0);
  }

  /** Appends the `count` documents of the same word in another segment, whose document 0 is number `base` here. */
  append(docs: Uint8Array, positions: Uint8Array, count: number, base: number): void {
    if (count === 0) return;
    const first = new ByteReader(docs);
    const head = first.varint();
    const docsAt = this.#docs.length;
    this.#docs.varint((base + (head >>> 1) - this.#previous - 1) * 2 + (head & 1));
    // The first gap may take more or fewer bytes than it did.
    const moved = this.#docs.length - first.at;
    this.#docs.bytes(docs.subarray(first.at));
    const { blocks, positionsAt } = blocksOf(positions, count);
    const start = this.#scratch.length;
    for (let i = 0; i < blocks.length; i += BLOCK_STEP) {
      const docsStart = i === 0 ? docsAt : moved + blocks[i + DOCS]!;
      const end = blocks[i + BLOCK_STEP + FIRST] ?? count;
      this.#makeRoom(end - blocks[i + FIRST]!, docsStart, start + blocks[i + POSITIONS]!);
      this.#previous = base + (blocks.length > BLOCK_STEP ? blocks[i + LAST]! : lastOf(docs, count));
    }
    this.count += count;
    this.#scratch.bytes(positions.subarray(positionsAt));
  }

  /** Begins a block if the current one has no room for `count` more documents, which begin at the given bytes. */
  #makeRoom(count: number, docsAt: number, positionsAt: number): void {
    if (this.#blockDocs > 0 && this.#blockDocs + count > BLOCK) {
      this.#endBlock(docsAt, positionsAt);
      this.#blockDocs = 0;
      this.#docsStart = docsAt;
      this.#positionsStart = positionsAt;
      this.#lastBefore = this.#previous;
    }
    this.#blockDocs += count;
  }

  #endBlock(docsAt: number, positionsAt: number): void {
    const [docs, positions] = [docsAt - this.#docsStart, positionsAt - this.#positionsStart];
    this.#skips.push(this.#blockDocs, docs, this.#previous - this.#lastBefore, positions);
  }

  /** Ends the word: writes its positions, and prepares for the next word. */
  finish(): void {
    if (this.count > BLOCK) {
      this.#endBlock(this.#docs.length, this.#scratch.length);
      for (const number of this.#skips) this.#positions.varint(number);
    }
    this.#positions.bytes(this.#scratch.view());
    this.#scratch.clear();
    this.#skips.length = 0;
    this.#blockDocs = 0;
    this.#docsStart = this.#docs.length;
    this.#positionsStart = 0;
    this.#lastBefore = -1;
    this.#previous = -1;
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
 * Documents in a batch: so few that the functions which process batches are called often enough for V8 to compile them. A
 * single loop over all postings of a frequent word would be over before it is compiled.
 */
export const BATCH = 512;

/** Cuts a list of documents into batches. */
export function* batches(docs: Uint32Array): Generator<Uint32Array> {
  for (let at = 0; at < docs.length; at += BATCH) yield docs.subarray(at, at + BATCH);
}

/** A batch of postings of a word or a phrase, in parallel arrays, documents ascending: the first `length` are valid. */
export class PostingBatch {
  readonly docs = new Uint32Array(BATCH);
  /** Frequencies in the body. */
  readonly termFrequencies = new Uint32Array(BATCH);
  /** Fields other than the body: `TITLE_BIT` and others. */
  readonly masks = new Uint8Array(BATCH);
  length = 0;
}

/** Documents of a word or a phrase, read in ascending order. */
export interface DocIterator {
  /** Fills `batch` with the next documents; false at the end. */
  read(batch: PostingBatch): boolean;
}

/** Reads the documents of a word, one by one or in batches. */
export class DocsReader implements DocIterator {
  doc = -1;
  /** Frequency in the body. */
  termFrequency = 0;
  /** Fields other than the body: `TITLE_BIT` and others. */
  mask = 0;
  /** The index of this document among the word's. */
  index = -1;
  readonly #reader: ByteReader;
  readonly #count: number;

  constructor(bytes: Uint8Array, count: number) {
    this.#reader = new ByteReader(bytes);
    // Each takes at least a byte. The count of a damaged index may be far too large.
    this.#count = Math.min(count, bytes.length);
  }

  /** Moves before the word's document number `index`, whose bytes begin at `at`; `before` is the document before it. */
  jump(at: number, index: number, before: number): void {
    this.#reader.at = at;
    this.index = index - 1;
    this.doc = before;
  }

  next(): boolean {
    if (this.index + 1 >= this.#count) return false;
    this.index += 1;
    const reader = this.#reader;
    const head = reader.varint();
    this.doc += (head >>> 1) + 1;
    if ((head & 1) === 0) {
      this.termFrequency = 1;
      this.mask = 0;
    } else {
      const more = reader.varint();
      this.termFrequency = more >>> 1;
      this.mask = (more & 1) === 0 ? 0 : reader.byte();
    }
    return true;
  }

  read(batch: PostingBatch): boolean {
    const { docs, termFrequencies, masks } = batch;
    const reader = this.#reader;
    const { bytes } = reader;
    const length = Math.min(docs.length, this.#count - 1 - this.index);
    let { doc } = this;
    let { at } = reader;
    for (let i = 0; i < length; i += 1) {
      // Most gaps are one byte, and calling `varint` for each would take longer than everything else here.
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
        termFrequencies[i] = 1;
        masks[i] = 0;
        continue;
      }
      reader.at = at;
      const more = reader.varint();
      termFrequencies[i] = more >>> 1;
      masks[i] = (more & 1) === 0 ? 0 : reader.byte();
      at = reader.at;
    }
    reader.at = at;
    this.doc = doc;
    this.index += length;
    batch.length = length;
    return length > 0;
  }
}

/**
 * The skip list of a word, as a flat list: an object for each block of a frequent word would cost more than reading its
 * positions. Each block has four numbers, at these offsets:
 */
const BLOCK_STEP = 4;
/** The index of its first document among the word's. */
const FIRST = 0;
/** The number of its last document; 0 if the word has only one block. */
const LAST = 1;
/** The offset of the bytes of its documents. */
const DOCS = 2;
/** The offset of the bytes of its positions, from the end of the skip list. */
const POSITIONS = 3;

const ONE_BLOCK: readonly number[] = [0, 0, 0, 0];

function blocksOf(positions: Uint8Array, count: number): { blocks: readonly number[]; positionsAt: number } {
  if (count <= BLOCK) return { blocks: ONE_BLOCK, positionsAt: 0 };
  const reader = new ByteReader(positions);
  const blocks: number[] = [];
  let [docsAt, last, positionsAt] = [0, -1, 0];
  for (let first = 0; first < count && reader.at < positions.length; ) {
    const [docsBefore, positionsBefore, firstHere] = [docsAt, positionsAt, first];
    first += reader.varint();
    docsAt += reader.varint();
    last += reader.varint();
    positionsAt += reader.varint();
    blocks.push(firstHere, last, docsBefore, positionsBefore);
  }
  return { blocks, positionsAt: reader.at };
}

function lastOf(docs: Uint8Array, count: number): number {
  const reader = new DocsReader(docs, count);
  while (reader.next());
  return reader.doc;
}

/** Reads the positions of a word in some of its documents, in ascending order. */
export class PositionsReader {
  readonly #docs: DocsReader;
  readonly #reader: ByteReader;
  readonly #blocks: readonly number[];
  /** Where the skip list ends. */
  readonly #positionsAt: number;
  /** The offset in `blocks` of the block after the one that `docs` is in. */
  #nextBlock = 0;
  /**
   * For each document whose positions are between `reader` and those of the current document: 2 × its term frequency in the
   * body, plus 1 if it has other fields.
   */
  readonly #skipped: number[] = [];
  /** Whether the positions of the current document have been read. */
  #isRead = false;

  constructor(docs: Uint8Array, positions: Uint8Array, count: number) {
    this.#docs = new DocsReader(docs, count);
    this.#reader = new ByteReader(positions);
    ({ blocks: this.#blocks, positionsAt: this.#positionsAt } = blocksOf(positions, count));
  }

  /** Moves to the first document from `doc` on. Returns its number, or -1 at the end. */
  seek(doc: number): number {
    const docs = this.#docs;
    const skipped = this.#skipped;
    if (docs.index < 0 || docs.doc < doc) this.#skipBlocks(doc);
    while (docs.doc < doc || docs.index < 0) {
      if (docs.index >= 0 && !this.#isRead) skipped.push(docs.termFrequency * 2 + (docs.mask > 0 ? 1 : 0));
      this.#isRead = false;
      if (!docs.next()) return -1;
      const block = this.#nextBlock;
      if (docs.index !== this.#blocks[block + FIRST]) continue;
      this.#reader.at = this.#positionsAt + this.#blocks[block + POSITIONS]!;
      this.#nextBlock += BLOCK_STEP;
      skipped.length = 0;
    }
    return docs.doc;
  }

  /** Skips the blocks that end before `doc`. */
  #skipBlocks(doc: number): void {
    const blocks = this.#blocks;
    let next = this.#nextBlock;
    const isBefore = (block: number): boolean => blocks[block + LAST]! < doc;
    if (blocks.length === BLOCK_STEP || (next > 0 && !isBefore(next - BLOCK_STEP))) return;
    while (next + BLOCK_STEP < blocks.length && isBefore(next)) next += BLOCK_STEP;
    if (next === this.#nextBlock) return;
    this.#docs.jump(blocks[next + DOCS]!, blocks[next + FIRST]!, blocks[next - BLOCK_STEP + LAST]!);
    this.#nextBlock = next;
  }

  /** Adds the positions in the document of the last `seek` to `meta` and `body`. May be called once for each document. */
  read(meta: number[], body: number[]): void {
    const docs = this.#docs;
    const reader = this.#reader;
    const skipped = this.#skipped;
    for (const each of skipped) reader.skip(((each & 1) === 1 ? reader.varint() : 0) + (each >>> 1));
    skipped.length = 0;
    if (docs.mask > 0) readGaps(reader, reader.varint(), meta);
    readGaps(reader, docs.termFrequency, body);
    this.#isRead = true;
  }
}

function readGaps(reader: ByteReader, count: number, into: number[]): void {
  let value = 0;
  for (let i = 0; i < count && reader.at < reader.bytes.length; i += 1) {
    value += reader.varint();
    into.push(value);
  }
}
