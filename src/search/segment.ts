import { type ByteSource, memorySource } from './bytes.ts';
import { Dictionary, type Entry } from './dictionary.ts';
import { Offsets } from './offsets.ts';
import { DocsReader, PositionsReader } from './postings.ts';

/** Parts of a segment that are read when it is opened. */
interface SegmentHead {
  readonly count: number;
  /** The heads of the dictionary. */
  readonly heads: Uint8Array;
  /** By document: words in the body and in the title as `lengthByte`. */
  readonly bodyLengths: Uint8Array;
  readonly titleLengths: Uint8Array;
}

/** Parts of a segment that are read piece by piece. */
type SegmentParts<Part> = Readonly<Record<'dictionary' | 'docs' | 'positions' | 'offsets', Part>>;

/** A segment as it is built: the parts of an index over some documents. */
export interface SegmentData extends SegmentHead, Pick<SegmentParts<Uint8Array>, 'dictionary' | 'offsets'> {
  /** The postings, in parts. */
  readonly docs: readonly Uint8Array[];
  readonly positions: readonly Uint8Array[];
  /** By document, as `dateNumber`. */
  readonly dates: Uint32Array;
}

/** Words in all bodies and in all titles of a segment, as the sums of `lengthOfByte`: for the mean length. */
export interface Totals {
  readonly body: number;
  readonly title: number;
}

/** The totals of a segment's length bytes. */
export const totalsOf = ({ bodyLengths, titleLengths }: SegmentHead): Totals => ({
  body: bodyLengths.reduce((sum, byte) => sum + lengthOfByte(byte), 0),
  title: titleLengths.reduce((sum, byte) => sum + lengthOfByte(byte), 0),
});

/** A segment to be read, from memory or from a file. */
export interface SegmentSource extends SegmentHead, SegmentParts<ByteSource> {
  readonly totals: Totals;
  /** Read when a query first has a date. */
  readonly dates: () => Uint32Array;
}

/** A segment in memory as a source. */
export const sourceOf = (data: SegmentData): SegmentSource => ({
  ...data,
  totals: totalsOf(data),
  dates: () => data.dates,
  dictionary: memorySource(data.dictionary),
  docs: memorySource(Buffer.concat(data.docs)),
  positions: memorySource(Buffer.concat(data.positions)),
  offsets: memorySource(data.offsets),
});

/** A segment that can be searched. */
export class Segment {
  readonly count: number;
  readonly dictionary: Dictionary;
  readonly offsets: Offsets;
  readonly bodyLengths: Uint8Array;
  readonly titleLengths: Uint8Array;
  readonly totals: Totals;
  #datesRead: Uint32Array | undefined;
  readonly #source: SegmentSource;
  readonly #deletions: Uint8Array | undefined;

  /** @param deletions  a bit for each document, set if it is deleted */
  constructor(source: SegmentSource, deletions?: Uint8Array) {
    this.#source = source;
    this.count = source.count;
    this.dictionary = new Dictionary(source.dictionary, source.heads);
    this.offsets = new Offsets(source.offsets, source.count);
    this.bodyLengths = source.bodyLengths;
    this.titleLengths = source.titleLengths;
    this.totals = source.totals;
    this.#deletions = deletions;
  }

  /** By document, as `dateNumber`. */
  get dates(): Uint32Array {
    this.#datesRead ??= this.#source.dates();
    return this.#datesRead;
  }

  get hasDeletions(): boolean {
    return this.#deletions !== undefined;
  }

  isDeleted(doc: number): boolean {
    return this.#deletions !== undefined && (this.#deletions[doc >> 3]! & (1 << (doc & 7))) !== 0;
  }

  docs(entry: Entry): DocsReader {
    return new DocsReader(this.docBytes(entry), entry.count);
  }

  positions(entry: Entry): PositionsReader {
    return new PositionsReader(this.docBytes(entry), this.positionBytes(entry), entry.count);
  }

  /** The documents of a word as they are stored. Must not be changed. */
  docBytes(entry: Entry): Uint8Array {
    return this.#source.docs.read(entry.docsAt, entry.docsLength);
  }

  /** The positions of a word as they are stored. Must not be changed. */
  positionBytes(entry: Entry): Uint8Array {
    return this.#source.positions.read(entry.positionsAt, entry.positionsLength);
  }
}

/** A length in words as a byte: exact up to 40, then in steps of 6 %. */
export const lengthByte = (words: number): number =>
  words <= 40 ? words : Math.min(255, 40 + Math.round(Math.log(words / 40) / Math.log(1.06)));

/** The length in words of a `lengthByte`. */
export const lengthOfByte = (byte: number): number => LENGTHS[byte]!;

const LENGTHS = new Float64Array(256);
for (let byte = 0, length = 40; byte < 256; byte += 1) {
  if (byte > 40) length *= 1.06;
  LENGTHS[byte] = byte <= 40 ? byte : length;
}

/**
 * A date (ISO 8601, possibly only a year or a month) as a number that sorts: year × 10,000 + month × 100 + day, where
 * missing parts are 0. A year thus comes before its months, a month before its days. 0 for no date.
 */
export function dateNumber(date: string | undefined): number {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  return match ? Number(match[1]) * 10_000 + Number(match[2] ?? 0) * 100 + Number(match[3] ?? 0) : 0;
}
