import { grown } from './grown.ts';
import { ByteReader, ByteWriter } from './varints.ts';

/** Records of a group. */
const GROUP = 16;

/** How records are written as whole numbers from 0 up to 2³² − 1, which may be relative to the record before. */
export interface RecordFormat<T> {
  /** Forgets the record before: the next one is the first of a group. */
  reset(): void;
  write(record: T, to: ByteWriter): void;
  /** Reads a record into the fields of the format. */
  read(from: ByteReader): void;
}

/**
 * Records of a few numbers each, in one buffer: a million of them take megabytes, where as many objects would take hundreds.
 * A record is found by reading its group from the beginning; records in a row are read without that.
 */
export class PackedRecords<T, Format extends RecordFormat<T>> {
  length = 0;
  readonly #writer: Format;
  readonly #reader: Format;
  readonly #bytes = new ByteWriter();
  /** Where each group begins. */
  #groups = new Uint32Array(64);
  /** Reads the bytes as they were when it was made; undefined if there are more. */
  #source: ByteReader | undefined;
  /** The record after the one that was read last, and where it begins. */
  #next = 0;
  #nextAt = 0;

  /** @param format  makes a format: one writes, another one reads */
  constructor(format: () => Format) {
    this.#writer = format();
    this.#reader = format();
  }

  push(record: T): void {
    if (this.length % GROUP === 0) {
      const group = this.length / GROUP;
      if (group === this.#groups.length) this.#groups = grown(this.#groups);
      this.#groups[group] = this.#bytes.length;
      this.#writer.reset();
    }
    this.#writer.write(record, this.#bytes);
    this.length++;
    this.#source = undefined;
  }

  /** Reads record `index`, which must exist, and returns the format that has it, until the next call. */
  read(index: number): Format {
    this.#source ??= new ByteReader(this.#bytes.view());
    const source = this.#source;
    if (index < this.#next || index - this.#next >= GROUP) {
      this.#next = index - (index % GROUP);
      this.#nextAt = this.#groups[this.#next / GROUP]!;
    }
    source.at = this.#nextAt;
    for (; this.#next <= index; this.#next++) {
      if (this.#next % GROUP === 0) this.#reader.reset();
      this.#reader.read(source);
    }
    this.#nextAt = source.at;
    return this.#reader;
  }
}

/** A whole number as one that is not negative, small if its absolute value is (as in Protocol Buffers). */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

export const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);
