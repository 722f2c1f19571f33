import { brotliDecompressSync } from 'node:zlib';
import { deletionsOf } from '../index/manifest.ts';
import { type ByteSource, memorySource } from '../search/bytes.ts';
import type { Entry } from '../search/dictionary.ts';
import { Offsets } from '../search/offsets.ts';
import { Segment, type SegmentSource, totalsOf } from '../search/segment.ts';
import { factsIn, offsetsIn } from './document-units.ts';
import { damaged, readingDamage } from './error.ts';
import type { PublishedSegment } from './format.ts';
import { unpackPostings } from './packed-postings.ts';
import { PublishedDictionary } from './published-dictionary.ts';
import type { RangeReader } from './range-reader.ts';
import { RangedFile } from './ranged-file.ts';
import {
  DOCUMENTS,
  decodeHead,
  type PartName,
  partStarts,
  type SegmentHead,
  unitStarts,
} from './segment-head.ts';

/** Where something is in the file of a segment. */
export interface Extent {
  readonly at: number;
  readonly length: number;
}

/**
 * A segment of a published library. Reading a part of it that has not been fetched throws `MissingUnits`; the places of parts say
 * what to fetch in advance.
 */
export class OpenSegment extends Segment {
  override readonly offsets: Offsets;
  override readonly dictionary: PublishedDictionary;
  readonly file: RangedFile;
  readonly #starts: Readonly<Record<PartName, number>>;
  readonly #reader: RangeReader;
  readonly #reference: PublishedSegment;
  #fetching: Promise<void> | undefined;

  private constructor(reader: RangeReader, reference: PublishedSegment, head: SegmentHead, file: RangedFile) {
    const source = sourceOf(head, file);
    super(source, deletionsOf(reference));
    this.#reader = reader;
    this.#reference = reference;
    this.file = file;
    this.#starts = partStarts(head);
    this.dictionary = new PublishedDictionary(source.dictionary, head.heads);
    this.offsets = new PublishedOffsets(this, head.count);
  }

  /**
   * Opens a segment: reads its head.
   *
   * @throws {PublishedError} if it is damaged; or what the reader throws
   */
  static async open(reader: RangeReader, reference: PublishedSegment): Promise<OpenSegment> {
    const bytes = await reader.whole(reference.head);
    return readingDamage(() => {
      const head = decodeHead(bytes);
      if (head.count !== reference.count) damaged('a segment has another number of articles');
      const file = new RangedFile(reader, reference.parts, { starts: unitStarts(head), tops: head.tops });
      return new OpenSegment(reader, reference, head, file);
    });
  }

  override docBytes(entry: Entry): Uint8Array {
    return this.#unpacked(this.docsExtent(entry), entry);
  }

  override positionBytes(entry: Entry): Uint8Array {
    return this.#unpacked(this.positionsExtent(entry), entry);
  }

  docsExtent({ docsAt, docsLength }: Entry): Extent {
    return { at: this.#starts.docs + docsAt, length: docsLength };
  }

  positionsExtent({ positionsAt, positionsLength }: Entry): Extent {
    return { at: this.#starts.positions + positionsAt, length: positionsLength };
  }

  /** The unit that has the facts and the offsets of document `doc`. */
  documentUnit(doc: number): number {
    return this.dictionary.blocks + Math.floor(doc / DOCUMENTS);
  }

  /** The bytes of that unit. @throws {MissingUnits} */
  documentBytes(doc: number): Uint8Array {
    return this.file.unit(this.documentUnit(doc));
  }

  /** The facts of document `doc`, as they were published. @throws {MissingUnits} {PublishedError} */
  facts(doc: number): unknown {
    return factsIn(this.documentBytes(doc))[doc % DOCUMENTS];
  }

  /** Fetches all words, once. @throws {PublishedError} if they are damaged; or what the reader throws */
  fetchDictionary(): Promise<void> {
    if (this.dictionary.isWhole) return Promise.resolve();
    this.#fetching ??= this.#loadDictionary().finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #loadDictionary(): Promise<void> {
    this.dictionary.takeAll(await this.#reader.whole(this.#reference.dictionary));
  }

  #unpacked({ at, length }: Extent, { count }: Entry): Uint8Array {
    return unpackPostings(this.file.read(at, length), count);
  }
}

function sourceOf(head: SegmentHead, file: RangedFile): SegmentSource {
  const { count, heads, bodyLengths, titleLengths, parts } = head;
  const starts = partStarts(head);
  const source = (name: PartName): ByteSource => ({
    size: parts[name],
    read: (offset, length) => file.read(starts[name] + offset, length),
  });
  return {
    count,
    heads,
    bodyLengths,
    titleLengths,
    totals: totalsOf(head),
    dictionary: source('dictionary'),
    docs: source('docs'),
    positions: source('positions'),
    offsets: memorySource(new Uint8Array(0)),
    dates: () => datesIn(file.read(starts.dates, parts.dates), count),
  };
}

function datesIn(bytes: Uint8Array, count: number): Uint32Array {
  const dates = new Uint32Array(count);
  if (bytes.length === 0) return dates;
  let plain: Buffer;
  try {
    plain = brotliDecompressSync(bytes, { maxOutputLength: 4 * count });
  } catch (cause) {
    return damaged('dates cannot be decompressed', cause);
  }
  if (plain.length !== 4 * count) damaged('a date is missing');
  return dates.map((_, doc) => plain.readUInt32LE(4 * doc));
}

/** Offsets that are stored beside the facts of their documents. */
class PublishedOffsets extends Offsets {
  readonly #segment: OpenSegment;

  constructor(segment: OpenSegment, count: number) {
    super(memorySource(new Uint8Array(0)), count);
    this.#segment = segment;
  }

  override record(doc: number): Uint8Array {
    return offsetsIn(this.#segment.documentBytes(doc), doc);
  }
}
