import type { Cursor, Entry } from './dictionary.ts';
import { OffsetsWriter } from './offsets.ts';
import type { PostingsWriter } from './postings.ts';
import type { Segment, SegmentData } from './segment.ts';
import { WordsWriter } from './words-writer.ts';

/** Words between two calls of `pause`. */
const STRIDE = 2000;

/**
 * Merges segments into one, their documents in order, without the deleted ones.
 *
 * @param pause  awaited now and then, so that other work of the thread gets its turn
 */
export async function mergeSegments(
  segments: readonly Segment[],
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<SegmentData> {
  const numbers = renumber(segments);
  const words = new WordsWriter();
  let count = 0;
  for (const { key, sources } of mergedWords(segments)) {
    words.add(key, (postings) => {
      for (const { segment, cursor, number } of sources)
        appendPostings(segment, cursor.entry, numbers[number]!, postings);
    });
    count += 1;
    if (count % STRIDE === 0) await pause();
  }
  const kept = <T>(values: (segment: Segment) => ArrayLike<T>): T[] =>
    segments.flatMap((segment, i) => Array.from(values(segment)).filter((_, doc) => numbers[i]![doc]! >= 0));
  const bodyLengths = Uint8Array.from(kept((segment) => segment.bodyLengths));
  return {
    count: bodyLengths.length,
    ...words.finish(),
    offsets: offsetsOf(segments, numbers),
    bodyLengths,
    titleLengths: Uint8Array.from(kept((segment) => segment.titleLengths)),
    dates: Uint32Array.from(kept((segment) => segment.dates)),
  };
}

/** A word of several segments, and the segments that have it, with their cursors at it. */
export interface MergedWord {
  readonly key: string;
  readonly sources: readonly MergedSource[];
}

interface MergedSource {
  readonly segment: Segment;
  /** Its number among the segments. */
  readonly number: number;
  readonly cursor: Cursor;
}

/** The words of several segments in order, each valid until the next one. */
export function* mergedWords(segments: readonly Segment[]): Generator<MergedWord> {
  const all = segments.map((segment, number) => ({ segment, number, cursor: segment.dictionary.cursor() }));
  let alive = all.filter(({ cursor }) => cursor.next());
  while (alive.length > 0) {
    const { cursor: first } = alive.reduce((least, each) =>
      compare(each.cursor, least.cursor) < 0 ? each : least,
    );
    const sources = alive.filter(({ cursor }) => compare(cursor, first) === 0);
    yield { key: first.text(), sources };
    const ended = sources.filter(({ cursor }) => !cursor.next());
    if (ended.length > 0) alive = alive.filter((each) => !ended.includes(each));
  }
}

/** The new number of each document of each segment; -1 for deleted documents. */
function renumber(segments: readonly Segment[]): Int32Array[] {
  let next = 0;
  return segments.map((segment) =>
    new Int32Array(segment.count).map((_, doc) => (segment.isDeleted(doc) ? -1 : next++)),
  );
}

function offsetsOf(segments: readonly Segment[], numbers: readonly Int32Array[]): Uint8Array {
  const writer = new OffsetsWriter();
  segments.forEach((segment, i) => {
    for (let doc = 0; doc < segment.count; doc += 1)
      if (numbers[i]![doc]! >= 0) writer.addRecord(segment.offsets.record(doc));
  });
  return writer.finish();
}

/** Appends the postings of a word in a segment, without the deleted documents. `numbers` are its documents' new numbers. */
function appendPostings(segment: Segment, entry: Entry, numbers: Int32Array, postings: PostingsWriter): void {
  if (!segment.hasDeletions) {
    postings.append(segment.docBytes(entry), segment.positionBytes(entry), entry.count, numbers[0]!);
    return;
  }
  const reader = segment.positions(entry);
  for (let doc = reader.seek(0); doc >= 0 && doc < numbers.length; doc = reader.seek(doc + 1)) {
    const number = numbers[doc]!;
    if (number < 0) continue;
    const meta: number[] = [];
    const body: number[] = [];
    reader.read(meta, body);
    const count = meta.length;
    for (const position of body) meta.push(position);
    postings.add(number, meta, 0, count, meta.length, 0);
  }
}

function compare(a: Cursor, b: Cursor): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = a.units[i]! - b.units[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
