import { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import { afterNumbers, type ByteSource } from './bytes.ts';

/**
 * The offsets of every `SPACING`th word of a body in its reading text, in UTF-16 units: the best passage for a query can then
 * be found without reading the text.
 *
 * A document's record is its length in bytes, the first offset, and for each following gap how much wider it is than the gap
 * before (zigzag: 0, −1, 1, −2, … are written as 0, 1, 2, 3, …). Records are in blocks of `BLOCK`; the offsets of the
 * blocks come first, as 32 bits.
 */
export const SPACING = 16;
const BLOCK = 32;
/** The gap that the first one is compared to: a usual one in French. */
const USUAL_GAP = 96;

/** Writes the offsets of documents, in the documents' order. */
export class OffsetsWriter {
  readonly #bytes = new ByteWriter(1 << 12);
  readonly #record = new ByteWriter(1 << 8);
  readonly #starts: number[] = [];
  #count = 0;

  /** Adds a document with the offsets of its words 0, `SPACING`, 2 × `SPACING`, …, ascending. */
  add(offsets: readonly number[]): void {
    const record = this.#record;
    record.clear();
    if (offsets.length > 0) record.varint(offsets[0]!);
    for (let i = 1, gap = USUAL_GAP; i < offsets.length; i += 1) {
      const wider = offsets[i]! - offsets[i - 1]! - gap;
      record.varint(wider < 0 ? -2 * wider - 1 : 2 * wider);
      gap += wider;
    }
    this.addRecord(record.view());
  }

  /** Adds a document's record as `Offsets.record` returns it. */
  addRecord(record: Uint8Array): void {
    if (this.#count % BLOCK === 0) this.#starts.push(this.#bytes.length);
    this.#count += 1;
    this.#bytes.varint(record.length);
    this.#bytes.bytes(record);
  }

  finish(): Uint8Array {
    return afterNumbers(this.#starts, this.#bytes.view());
  }
}

/** The offsets of the documents of a segment. */
export class Offsets {
  readonly #source: ByteSource;
  readonly #blocks: number;

  constructor(source: ByteSource, count: number) {
    this.#source = source;
    this.#blocks = Math.ceil(count / BLOCK);
  }

  /** The record of document `doc`, as it is stored. */
  record(doc: number): Uint8Array {
    const reader = new ByteReader(this.#block(Math.floor(doc / BLOCK)));
    let length = reader.varint();
    for (let before = doc % BLOCK; before > 0; before -= 1) {
      reader.at += length;
      length = reader.varint();
    }
    return reader.bytes.subarray(reader.at, reader.at + length);
  }

  get(doc: number): number[] {
    const reader = new ByteReader(this.record(doc));
    if (reader.bytes.length === 0) return [];
    let offset = reader.varint();
    const offsets = [offset];
    let gap = USUAL_GAP;
    while (reader.at < reader.bytes.length) {
      const value = reader.varint();
      gap += value % 2 === 1 ? -(value + 1) / 2 : value / 2;
      offset += gap;
      offsets.push(offset);
    }
    return offsets;
  }

  #block(block: number): Uint8Array {
    const head = 4 * this.#blocks;
    const isLast = block + 1 === this.#blocks;
    const bytes = this.#source.read(4 * block, isLast ? 4 : 8);
    const starts = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const start = starts.getUint32(0, true);
    const end = isLast ? this.#source.size - head : starts.getUint32(4, true);
    return this.#source.read(head + start, end - start);
  }
}

/** The approximate offset of word `position`, interpolated between the `offsets` of `Offsets.get`. */
export function offsetOf(position: number, offsets: readonly number[]): number {
  if (offsets.length === 0) return 0;
  const before = Math.min(offsets.length - 1, Math.floor(position / SPACING));
  const start = offsets[before]!;
  const gap = (offsets[before + 1] ?? start) - start || start - (offsets[before - 1] ?? start - USUAL_GAP);
  return Math.round(start + (gap * (position - before * SPACING)) / SPACING);
}
