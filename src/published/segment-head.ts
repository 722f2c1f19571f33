import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import { memorySource } from '../search/bytes.ts';
import { Dictionary } from '../search/dictionary.ts';
import type { SegmentData } from '../search/segment.ts';
import { damaged } from './error.ts';
import type { UnitLayout } from './ranged-file.ts';

/**
 * The head of a published segment is a small file that is read whole: how the content of the segment's file is cut into parts
 * and units, the heads of the dictionary, and the lengths of all documents. Documents are sorted by these lengths, which are
 * therefore a few thousand runs, however many documents there are.
 *
 * The file is compressed, and has: the length of a table in JSON (32 bits); the table; its sections, in its order.
 */

/** Parts of the content, in the order of the file. Documents are units of `DOCUMENTS` each, `docs` and `positions` are cut into pages. */
const PARTS = ['dictionary', 'documents', 'dates', 'docs', 'positions'] as const;
export type PartName = (typeof PARTS)[number];

/** Lists of a segment that have a byte for each document. */
const LENGTHS = ['bodyLengths', 'titleLengths'] as const;
type Lengths = Pick<SegmentData, (typeof LENGTHS)[number]>;

/** Words in a block of the dictionary. Larger blocks have a smaller head, and more bytes that are not needed. */
export const DICTIONARY_BLOCK = 512;
/** Documents whose facts are read together. */
export const DOCUMENTS = 16;
/** Bytes of a unit of postings. */
const PAGE = 2048;

/** Documents and units of the largest segment, bytes of the largest unit, and of the largest head. */
const MOST_DOCUMENTS = 2_000_000;
const MOST_UNITS = 8_000_000;
const MOST_UNIT = 64 * 1024 * 1024;
const MOST_HEAD = 64 * 1024 * 1024;

export interface SegmentHead extends Lengths {
  readonly count: number;
  /** The heads of the dictionary, whose blocks have `DICTIONARY_BLOCK` words. */
  readonly heads: Uint8Array;
  /** Bytes of each part. */
  readonly parts: Readonly<Record<PartName, number>>;
  /** Bytes of each unit of documents. */
  readonly documentUnits: readonly number[];
  /** The hashes of the nodes of the file. */
  readonly tops: Uint8Array;
}

/** The offset of each part in the file. */
export function partStarts({ parts }: Pick<SegmentHead, 'parts'>): Readonly<Record<PartName, number>> {
  let at = 0;
  const starts = PARTS.map((name) => {
    at += parts[name];
    return [name, at - parts[name]] as const;
  });
  return Object.fromEntries(starts) as Record<PartName, number>;
}

/**
 * Where the units of the segment's file begin, and its end.
 *
 * @throws {PublishedError} if the head contradicts itself
 */
export function unitStarts({ parts, heads, documentUnits }: Omit<SegmentHead, 'tops'>): UnitLayout['starts'] {
  const starts: number[] = [];
  const at = partStarts({ parts });
  const dictionary = new Dictionary(sized(parts.dictionary), heads, DICTIONARY_BLOCK);
  const pages = (parts.docs + parts.positions) / PAGE;
  if (dictionary.blocks + documentUnits.length + pages > MOST_UNITS) damaged('a segment has too many units');
  for (let block = 0; block < dictionary.blocks; block += 1) starts.push(dictionary.blockStart(block));
  let start = at.documents;
  for (const length of documentUnits) {
    starts.push(start);
    start += length;
  }
  if (start !== at.dates) damaged('the facts of a segment have another length');
  if (parts.dates > 0) starts.push(at.dates);
  for (const name of ['docs', 'positions'] as const)
    for (let page = 0; page < parts[name]; page += PAGE) starts.push(at[name] + page);
  starts.push(at.positions + parts.positions);
  if (starts[0] !== 0 || starts.some((each, i) => i > 0 && each <= starts[i - 1]!))
    damaged('the units of a segment are not in order');
  if (starts.some((each, i) => i > 0 && each - starts[i - 1]! > MOST_UNIT))
    damaged('a unit of a segment is too large');
  return Float64Array.from(starts);
}

const sized = (size: number) => ({ ...memorySource(new Uint8Array(0)), size });

/** The content of the head's file. */
export function encodeHead(head: SegmentHead): Uint8Array {
  const sizes = new ByteWriter();
  for (const length of head.documentUnits) sizes.varint(length);
  const sections = { heads: head.heads, lengths: encodeLengths(head), sizes: sizes.copy(), tops: head.tops };
  const { count, parts } = head;
  const lengths = Object.entries(sections).map(([name, bytes]) => [name, bytes.length]);
  const table = Buffer.from(JSON.stringify({ count, parts, sections: Object.fromEntries(lengths) }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(table.length);
  return brotliCompressSync(Buffer.concat([length, table, ...Object.values(sections)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
  });
}

/**
 * Reads a head, whoever wrote it.
 *
 * @throws {PublishedError} if it is none, or contradicts itself
 */
export function decodeHead(bytes: Uint8Array): SegmentHead {
  const plain = decompressed(bytes);
  const end = 4 + (plain.length < 4 ? 0 : plain.readUInt32LE());
  const { count, parts, sections } = tableIn(plain.subarray(4, end));
  let at = end;
  const section = (name: keyof Table['sections']): Uint8Array => {
    at += sections[name];
    if (at > plain.length) damaged('the head of a segment is too short');
    return plain.subarray(at - sections[name], at);
  };
  const heads = section('heads');
  const lengths = decodeLengths(section('lengths'), count);
  const sizes = new ByteReader(section('sizes'));
  const documentUnits: number[] = [];
  while (sizes.at < sizes.bytes.length) documentUnits.push(sizes.varint());
  if (documentUnits.length !== Math.ceil(count / DOCUMENTS))
    damaged('a segment has another number of articles');
  return { count, heads, ...lengths, parts, documentUnits, tops: section('tops') };
}

function decompressed(bytes: Uint8Array): Buffer {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: MOST_HEAD });
  } catch (cause) {
    return damaged('the head of a segment cannot be decompressed', cause);
  }
}

interface Table {
  readonly count: number;
  readonly parts: SegmentHead['parts'];
  readonly sections: Readonly<Record<'heads' | 'lengths' | 'sizes' | 'tops', number>>;
}

function tableIn(bytes: Buffer): Table {
  const table = parsed(bytes);
  const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
  const isSound =
    isCount(table.count) &&
    table.count <= MOST_DOCUMENTS &&
    PARTS.every((name) => isCount(table.parts?.[name])) &&
    (['heads', 'lengths', 'sizes', 'tops'] as const).every((name) => isCount(table.sections?.[name]));
  return isSound ? table : damaged('the head of a segment has no sound table');
}

function parsed(bytes: Buffer): Table {
  try {
    return { ...(JSON.parse(bytes.toString()) as Table) };
  } catch (cause) {
    return damaged('the head of a segment has no table', cause);
  }
}

/** The lengths of documents as runs: the number of documents, and their bytes. */
function encodeLengths(lengths: Lengths & { readonly count: number }): Uint8Array {
  const writer = new ByteWriter();
  const isLikeNext = (doc: number): boolean =>
    doc + 1 < lengths.count && LENGTHS.every((name) => lengths[name][doc] === lengths[name][doc + 1]);
  for (let doc = 0, first = 0; doc < lengths.count; doc += 1) {
    if (isLikeNext(doc)) continue;
    writer.varint(doc + 1 - first);
    for (const name of LENGTHS) writer.byte(lengths[name][doc]!);
    first = doc + 1;
  }
  return writer.copy();
}

function decodeLengths(bytes: Uint8Array, count: number): Lengths {
  const lengths = Object.fromEntries(LENGTHS.map((name) => [name, new Uint8Array(count)])) as Record<
    keyof Lengths,
    Uint8Array
  >;
  const reader = new ByteReader(bytes);
  let doc = 0;
  while (reader.at < bytes.length && doc <= count) {
    const run = reader.varint();
    for (const name of LENGTHS) lengths[name].fill(reader.byte(), doc, doc + run);
    doc += run;
  }
  return doc === count ? lengths : damaged('the lengths of articles are incomplete');
}
