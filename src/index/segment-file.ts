import { crc32 } from 'node:zlib';
import { memorySource } from '../search/bytes.ts';
import { type SegmentData, type SegmentSource, type Totals, totalsOf } from '../search/segment.ts';
import { isLittleEndian } from '../unicode/units.ts';
import { IndexDamage } from './errors.ts';
import { checksums, type OpenFile, PagedFile } from './paged-file.ts';
import { type PackedArticles, StoredArticles } from './stored-articles.ts';

/**
 * The file of a segment has its parts, one after the other; a table (JSON: offsets and lengths of the parts, the number of
 * documents); the checksum of each page of the parts; and a trailer of 32 bytes: offset and length of the table, number of
 * pages, checksum of table and page checksums, version, checksum of the trailer, mark. A truncated file has no trailer, and
 * no data is used before its checksum is verified.
 */
const MARK = 0x4b5a5158;
const TRAILER = 32;

/** Defined when the program is built: a hash of all code that makes an index (scripts/bundle/index-version.mjs). */
declare const INDEX_VERSION: number;
const code = typeof INDEX_VERSION === 'undefined' ? 0 : INDEX_VERSION;

/** Differs between formats and contents of indexes, and between byte orders of machines. */
export const VERSION = 2 * code + (isLittleEndian ? 0 : 1);

/** A segment and its articles, open for reading. */
export interface OpenSegment {
  readonly source: SegmentSource;
  readonly articles: StoredArticles;
  close(): void;
}

/** The bytes of a segment's file, in parts, and the checksum that identifies it. */
export interface SegmentFile {
  readonly bytes: readonly Uint8Array[];
  /** The checksum in the trailer: it covers the checksums of all pages. */
  readonly checksum: number;
}

/** The file of a segment. What is read when it is opened comes first. */
export function segmentFile(data: SegmentData, packed: PackedArticles): SegmentFile {
  const { count, heads, bodyLengths, titleLengths, dates, dictionary, docs, positions, offsets } = data;
  const dateBytes = new Uint8Array(dates.buffer, dates.byteOffset, dates.byteLength);
  const opened = { heads, bodyLengths, titleLengths, dates: dateBytes, blocks: packed.blocks };
  const sections = { ...opened, articles: packed.articles, dictionary, docs, positions, offsets };
  const parts: Record<string, readonly [number, number]> = {};
  const bytes: Uint8Array[] = [];
  let size = 0;
  for (const [name, section] of Object.entries(sections)) {
    const from = size;
    for (const part of section instanceof Uint8Array ? [section] : section) {
      bytes.push(part);
      size += part.length;
    }
    parts[name] = [from, size - from];
  }
  const table = Buffer.from(JSON.stringify({ count, totals: totalsOf(data), parts }));
  const sums = [...checksums(bytes)];
  const tail = new Uint8Array(table.length + sums.length * 4 + TRAILER);
  tail.set(table);
  const view = new DataView(tail.buffer);
  let at = table.length;
  for (const sum of sums) {
    view.setUint32(at, sum, true);
    at += 4;
  }
  const checksum = crc32(tail.subarray(0, at));
  view.setFloat64(at, size, true);
  view.setUint32(at + 8, table.length, true);
  view.setUint32(at + 12, sums.length, true);
  view.setUint32(at + 16, checksum, true);
  view.setUint32(at + 20, VERSION, true);
  view.setUint32(at + 24, crc32(tail.subarray(at, at + 24)), true);
  view.setUint32(at + 28, MARK, true);
  return { bytes: [...bytes, tail], checksum };
}

/**
 * Opens a segment's file; only its table and a few small parts are read now.
 *
 * @param checksum the segment's, as `segmentFile` gave it
 * @param kept  how many of its pages stay in memory, at most: few if it is read once, in order
 * @throws {IndexDamage} if the file is damaged, of another version, or another segment's
 */
export function openSegmentFile(file: OpenFile, checksum: number, kept?: number): OpenSegment {
  const { paged, count, totals, parts } = readTable(file, checksum, kept);
  const placeOf = (name: string) => parts[name] ?? damaged('a part is missing');
  const section = (name: string) => paged.section(...placeOf(name));
  const whole = (name: string) => paged.whole(...placeOf(name));
  const perDocument = (name: string, bytes: number): Uint8Array => {
    const values = whole(name);
    return values.length === count * bytes ? values : damaged('a part has another length');
  };
  return {
    source: {
      count,
      heads: whole('heads'),
      dictionary: section('dictionary'),
      docs: section('docs'),
      positions: section('positions'),
      offsets: section('offsets'),
      bodyLengths: perDocument('bodyLengths', 1),
      titleLengths: perDocument('titleLengths', 1),
      totals,
      dates: () => new Uint32Array(perDocument('dates', 4).slice().buffer),
    },
    articles: new StoredArticles(section('articles'), whole('blocks'), count),
    close: () => file.close(),
  };
}

/** Opens a segment that is in memory. */
export function openSegmentInMemory(source: SegmentSource, packed: PackedArticles): OpenSegment {
  return {
    source,
    articles: new StoredArticles(memorySource(packed.articles), packed.blocks, source.count),
    close: () => undefined,
  };
}

/** The table of a segment's file. */
interface Table {
  readonly count: number;
  readonly totals: Totals;
  readonly parts: Readonly<Record<string, readonly [start: number, length: number]>>;
}

function readTable(file: OpenFile, checksum: number, kept?: number): Table & { readonly paged: PagedFile } {
  if (file.size < TRAILER) damaged('the file is too short');
  const end = file.read(file.size - TRAILER, TRAILER);
  const trailer = new DataView(end.buffer);
  if (trailer.getUint32(28, true) !== MARK || trailer.getUint32(24, true) !== crc32(end.subarray(0, 24)))
    damaged('wrong trailer');
  if (trailer.getUint32(20, true) !== VERSION) damaged('it is of another version');
  if (trailer.getUint32(16, true) !== checksum) damaged('it is another segment');
  const size = trailer.getFloat64(0, true);
  const length = trailer.getUint32(8, true);
  const pages = trailer.getUint32(12, true);
  if (size + length + pages * 4 + TRAILER !== file.size) damaged('the file has another size');
  const bytes = file.read(size, length + pages * 4);
  if (crc32(bytes) !== checksum) damaged('wrong checksum of the table');
  const sums = new Uint32Array(bytes.slice(length).buffer);
  const table = JSON.parse(Buffer.from(bytes.subarray(0, length)).toString()) as Table;
  return { paged: new PagedFile(file, size, sums, kept), ...table };
}

function damaged(why: string): never {
  throw new IndexDamage(why);
}
