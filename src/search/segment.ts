import { type ByteSource, memorySource } from './bytes.ts';
import { Dictionary, type Entry } from './dictionary.ts';
import { Offsets } from './offsets.ts';
import { DocsReader, PositionsReader } from './postings.ts';

/** A segment as it is made: the parts of an index over some documents. */
export interface SegmentData {
  readonly count: number;
  /** Read when the segment is opened. */
  readonly heads: Uint8Array;
  /** Read by position. */
  readonly dictionary: Uint8Array;
  readonly docs: Uint8Array;
  readonly positions: Uint8Array;
  readonly offsets: Uint8Array;
  /** One for each document: words in the body and in the title as `lengthByte`, date as `dateNumber`. */
  readonly bodyLengths: Uint8Array;
  readonly titleLengths: Uint8Array;
  readonly dates: Uint32Array;
}

/** Words in the bodies and in the titles of a segment, as far as their lengths tell: for the mean of an index. */
export interface Totals {
  readonly body: number;
  readonly title: number;
}

export const totalsOf = ({
  bodyLengths,
  titleLengths,
}: Pick<SegmentData, 'bodyLengths' | 'titleLengths'>): Totals => ({
  body: total(bodyLengths),
  title: total(titleLengths),
});

function total(lengths: Uint8Array): number {
  let sum = 0;
  for (let doc = 0; doc < lengths.length; doc += 1) sum += lengthOfByte(lengths[doc]!);
  return sum;
}

/** A segment as it is read. */
export interface SegmentSource {
  readonly count: number;
  readonly heads: Uint8Array;
  readonly dictionary: ByteSource;
  readonly docs: ByteSource;
  readonly positions: ByteSource;
  readonly offsets: ByteSource;
  readonly bodyLengths: Uint8Array;
  readonly titleLengths: Uint8Array;
  readonly totals: Totals;
  /** Read when a query first asks for a time. */
  readonly dates: () => Uint32Array;
}

/** A segment in memory, to be read. */
export const sourceOf = (data: SegmentData): SegmentSource => ({
  ...data,
  totals: totalsOf(data),
  dates: () => data.dates,
  dictionary: memorySource(data.dictionary),
  docs: memorySource(data.docs),
  positions: memorySource(data.positions),
  offsets: memorySource(data.offsets),
});

export class Segment {
  readonly count: number;
  readonly dictionary: Dictionary;
  readonly offsets: Offsets;
  readonly bodyLengths: Uint8Array;
  readonly titleLengths: Uint8Array;
  readonly totals: Totals;
  private datesRead: Uint32Array | undefined;
  private readonly source: SegmentSource;
  private readonly deletions: Uint8Array | undefined;

  /** `deletions` has a bit for each document, set where it is gone. */
  constructor(source: SegmentSource, deletions?: Uint8Array) {
    this.source = source;
    this.count = source.count;
    this.dictionary = new Dictionary(source.dictionary, source.heads);
    this.offsets = new Offsets(source.offsets, source.count);
    this.bodyLengths = source.bodyLengths;
    this.titleLengths = source.titleLengths;
    this.totals = source.totals;
    this.deletions = deletions;
  }

  /** By document, as `dateNumber`. */
  get dates(): Uint32Array {
    this.datesRead ??= this.source.dates();
    return this.datesRead;
  }

  get hasDeletions(): boolean {
    return this.deletions !== undefined;
  }

  isDeleted(doc: number): boolean {
    return this.deletions !== undefined && (this.deletions[doc >> 3]! & (1 << (doc & 7))) !== 0;
  }

  docs(entry: Entry): DocsReader {
    return new DocsReader(this.docBytes(entry), entry.count);
  }

  positions(entry: Entry): PositionsReader {
    return new PositionsReader(this.docBytes(entry), this.positionBytes(entry), entry.count);
  }

  /** The documents of a word as they are stored, not to be written to. */
  docBytes(entry: Entry): Uint8Array {
    return this.source.docs.read(entry.docsAt, entry.docsLength);
  }

  /** Its positions likewise. */
  positionBytes(entry: Entry): Uint8Array {
    return this.source.positions.read(entry.positionsAt, entry.positionsLength);
  }
}

/** A length in words as a byte: exact up to 40, then by steps of about 6 %. */
export const lengthByte = (words: number): number =>
  words <= 40 ? words : Math.min(255, 40 + Math.round(Math.log(words / 40) / Math.log(1.06)));

/** The length that a byte stands for. */
export const lengthOfByte = (byte: number): number => LENGTHS[byte]!;

const LENGTHS = new Float64Array(256);
for (let byte = 0, length = 40; byte < 256; byte += 1) {
  if (byte > 40) length *= 1.06;
  LENGTHS[byte] = byte <= 40 ? byte : length;
}

/**
 * A date as a number that sorts: year × 10,000 + month × 100 + day, what is not known being 0; 0 for no date. A year is
 * so before its months, and a month before its days.
 */
export function dateNumber(date: string | undefined): number {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? '');
  return match ? Number(match[1]) * 10_000 + Number(match[2] ?? 0) * 100 + Number(match[3] ?? 0) : 0;
}
