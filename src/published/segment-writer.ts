import { brotliCompressSync, constants } from 'node:zlib';
import { ByteWriter } from '../algorithms/varints.ts';
import { DictionaryWriter } from '../search/dictionary.ts';
import { mergedWords } from '../search/merge.ts';
import { PostingsWriter } from '../search/postings.ts';
import type { Segment } from '../search/segment.ts';
import { encodeDocuments } from './document-units.ts';
import { packPostings } from './packed-postings.ts';
import { DICTIONARY_BLOCK, DOCUMENTS, encodeHead, unitStarts } from './segment-head.ts';
import { unitHashes } from './unit-hashes.ts';
import { WordPostings } from './word-postings.ts';

/** A document of a segment that is published. */
export interface SourceDocument {
  /** The number of its segment, and its number there. */
  readonly segment: number;
  readonly doc: number;
  /** Sorts documents of the same lengths, so that the same articles always make the same files: a path. */
  readonly key: string;
  /** The facts that readers get of it, as JSON. */
  readonly facts: unknown;
}

/** The files of a published segment. */
export interface SegmentFiles {
  readonly count: number;
  readonly head: Uint8Array;
  /** The file that is read by ranges; its first `content` bytes are its content. */
  readonly segment: Uint8Array;
  readonly content: number;
  /** The whole dictionary, for misspelled words. */
  readonly dictionary: Uint8Array;
  /** The given documents in the order of their numbers in the segment. */
  readonly documents: readonly SourceDocument[];
}

/** Words between two calls of `pause`. */
const STRIDE = 500;

/**
 * Makes one published segment of documents of an index. Documents are numbered by the lengths of their bodies and titles, which
 * keeps the head small.
 *
 * @param documents  in any order, each once
 * @param pause  awaited now and then, so that other work of the thread gets its turn
 */
export async function publishedSegment(
  segments: readonly Segment[],
  documents: readonly SourceDocument[],
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<SegmentFiles> {
  const sorted = sortedByLengths(segments, documents);
  const numbers = segments.map(({ count }) => new Int32Array(count).fill(-1));
  for (const [number, { segment, doc }] of sorted.entries()) numbers[segment]![doc] = number;
  const words = await publishedWords(segments, numbers, pause);
  const of = (pick: (segment: Segment, doc: number) => number): Uint8Array =>
    Uint8Array.from(sorted, ({ segment, doc }) => pick(segments[segment]!, doc));
  const { bytes: facts, lengths: documentUnits } = documentUnitsOf(segments, sorted);
  const dates = packedDates(segments, sorted);
  const content = Buffer.concat([words.dictionary, facts, dates, words.docs, words.positions]);
  const head = {
    count: sorted.length,
    heads: words.heads,
    bodyLengths: of((segment, doc) => segment.bodyLengths[doc]!),
    titleLengths: of((segment, doc) => segment.titleLengths[doc]!),
    parts: {
      dictionary: words.dictionary.length,
      documents: facts.length,
      dates: dates.length,
      docs: words.docs.length,
      positions: words.positions.length,
    },
    documentUnits,
  };
  const { table, tops } = unitHashes(content, unitStarts(head));
  return {
    count: sorted.length,
    head: encodeHead({ ...head, tops }),
    segment: Buffer.concat([content, table]),
    content: content.length,
    dictionary: brotli(words.dictionary),
    documents: sorted,
  };
}

const brotli = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });

function sortedByLengths(
  segments: readonly Segment[],
  documents: readonly SourceDocument[],
): readonly SourceDocument[] {
  const lengthOf = ({ segment, doc }: SourceDocument): number =>
    segments[segment]!.bodyLengths[doc]! * 256 + segments[segment]!.titleLengths[doc]!;
  return documents.toSorted(
    (a, b) => lengthOf(a) - lengthOf(b) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

interface Words {
  readonly heads: Uint8Array;
  readonly dictionary: Uint8Array;
  readonly docs: Uint8Array;
  readonly positions: Uint8Array;
}

/** The dictionary and the postings of the documents that have a number, which is -1 for others. */
async function publishedWords(
  segments: readonly Segment[],
  numbers: readonly Int32Array[],
  pause: () => Promise<void> | undefined,
): Promise<Words> {
  const dictionary = new DictionaryWriter(DICTIONARY_BLOCK);
  const [allDocs, allPositions] = [new ByteWriter(1 << 16), new ByteWriter(1 << 16)];
  const [docs, positions, scratch] = [new ByteWriter(), new ByteWriter(), new ByteWriter()];
  const postings = new WordPostings();
  let words = 0;
  for (const { key, sources } of mergedWords(segments)) {
    words += 1;
    if (words % STRIDE === 0) await pause();
    postings.clear();
    for (const { segment, number, cursor } of sources)
      postings.addAll(segment.positions(cursor.entry), numbers[number]!);
    if (postings.count === 0) continue;
    for (const writer of [docs, positions, scratch]) writer.clear();
    const writer = new PostingsWriter(docs, positions, scratch);
    postings.writeTo(writer);
    const { count } = writer;
    writer.finish();
    const entry = { count, docsAt: allDocs.length, positionsAt: allPositions.length };
    allDocs.bytes(packPostings(docs.view(), count));
    allPositions.bytes(packPostings(positions.view(), count));
    dictionary.add(key, {
      ...entry,
      docsLength: allDocs.length - entry.docsAt,
      positionsLength: allPositions.length - entry.positionsAt,
    });
  }
  const { blocks, heads } = dictionary.finish();
  return { heads, dictionary: blocks, docs: allDocs.view(), positions: allPositions.view() };
}

function documentUnitsOf(
  segments: readonly Segment[],
  documents: readonly SourceDocument[],
): { readonly bytes: Uint8Array; readonly lengths: readonly number[] } {
  const bytes = new ByteWriter(1 << 16);
  const lengths: number[] = [];
  for (let at = 0; at < documents.length; at += DOCUMENTS) {
    const unit = encodeDocuments(
      documents.slice(at, at + DOCUMENTS).map(({ segment, doc, facts }) => ({
        facts,
        offsets: segments[segment]!.offsets.record(doc),
      })),
    );
    bytes.bytes(unit);
    lengths.push(unit.length);
  }
  return { bytes: bytes.view(), lengths };
}

/** The dates of documents, 32 bits each, compressed; nothing if no document has one. */
function packedDates(segments: readonly Segment[], documents: readonly SourceDocument[]): Uint8Array {
  const dates = documents.map(({ segment, doc }) => segments[segment]!.dates[doc]!);
  if (dates.every((date) => date === 0)) return new Uint8Array(0);
  const bytes = Buffer.alloc(4 * dates.length);
  for (const [i, date] of dates.entries()) bytes.writeUInt32LE(date, 4 * i);
  return brotli(bytes);
}
