import { ByteWriter } from './bytes.ts';
import { type Cursor, DictionaryWriter } from './dictionary.ts';
import { OffsetsWriter } from './offsets.ts';
import { PostingsWriter } from './postings.ts';
import type { Segment, SegmentData } from './segment.ts';

/** Words after which a merge lets others have their turn. */
const STRIDE = 2000;

/**
 * Makes one segment of several, their documents one after the other, those deleted left out. `pause` is awaited now and
 * then.
 */
export async function mergeSegments(
  segments: readonly Segment[],
  pause: () => Promise<void> | undefined = () => undefined,
): Promise<SegmentData> {
  const numbers = renumber(segments);
  const cursors = segments.map((segment) => segment.dictionary.cursor());
  const alive = cursors.map((cursor) => cursor.next());
  const dictionary = new DictionaryWriter();
  const docs = new ByteWriter(1 << 16);
  const positions = new ByteWriter(1 << 16);
  const writer = new PostingsWriter(docs, positions, new ByteWriter(1 << 12));
  for (let words = 1; ; words += 1) {
    const first = smallest(cursors, alive);
    if (!first) break;
    const key = first.text();
    const [docsAt, positionsAt] = [docs.length, positions.length];
    cursors.forEach((cursor, i) => {
      if (!alive[i] || (cursor !== first && compare(cursor, first) !== 0)) return;
      const segment = segments[i]!;
      if (segment.hasDeletions) copy(segment, cursor, numbers[i]!, writer);
      else
        writer.append(segment.docBytes(cursor), segment.positionBytes(cursor), cursor.count, numbers[i]![0]!);
      if (cursor !== first) alive[i] = cursor.next();
    });
    const { count } = writer;
    writer.finish();
    if (count > 0)
      dictionary.add(key, {
        count,
        docsAt,
        docsLength: docs.length - docsAt,
        positionsAt,
        positionsLength: positions.length - positionsAt,
      });
    alive[cursors.indexOf(first)] = first.next();
    if (words % STRIDE === 0) await pause();
  }
  const { blocks, heads } = dictionary.finish();
  const kept = <T>(values: (segment: Segment) => ArrayLike<T>): T[] =>
    segments.flatMap((segment, i) => Array.from(values(segment)).filter((_, doc) => numbers[i]![doc]! >= 0));
  const bodyLengths = Uint8Array.from(kept((segment) => segment.bodyLengths));
  return {
    count: bodyLengths.length,
    heads,
    dictionary: blocks,
    docs: docs.view(),
    positions: positions.view(),
    offsets: offsetsOf(segments, numbers),
    bodyLengths,
    titleLengths: Uint8Array.from(kept((segment) => segment.titleLengths)),
    dates: Uint32Array.from(kept((segment) => segment.dates)),
  };
}

/** The new number of each document of each segment; -1 for those deleted. */
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

/** Copies the postings of a word but for the documents that are gone. */
function copy(segment: Segment, cursor: Cursor, numbers: Int32Array, writer: PostingsWriter): void {
  const reader = segment.positions(cursor);
  for (let doc = reader.seek(0); doc >= 0 && doc < numbers.length; doc = reader.seek(doc + 1)) {
    const number = numbers[doc]!;
    if (number < 0) continue;
    const meta: number[] = [];
    const body: number[] = [];
    reader.read(meta, body);
    const count = meta.length;
    for (const position of body) meta.push(position);
    writer.add(number, meta, 0, count, meta.length, 0);
  }
}

function smallest(cursors: readonly Cursor[], alive: readonly boolean[]): Cursor | undefined {
  let least: Cursor | undefined;
  cursors.forEach((cursor, i) => {
    if (alive[i] && (!least || compare(cursor, least) < 0)) least = cursor;
  });
  return least;
}

function compare(a: Cursor, b: Cursor): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = a.units[i]! - b.units[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
