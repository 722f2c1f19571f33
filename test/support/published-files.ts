import type { FileKind, FileReference, PublishedSegment } from '../../src/published/format.ts';
import type { ByteRange, RangeReader } from '../../src/published/range-reader.ts';
import type { SegmentFiles } from '../../src/published/segment-writer.ts';
import { digestOf } from '../../src/published/unit-hashes.ts';

/** Requests for published files. */
export interface Fetched {
  /** Calls that had to wait for others: requests of one call are sent at the same time. */
  rounds: number;
  requests: number;
  bytes: number;
}

/** Files of a published library in memory, as a host and a cache would give them. Counts what it is asked for. */
export class MemoryFiles implements RangeReader {
  readonly files = new Map<string, Uint8Array>();
  readonly fetched: Fetched = { rounds: 0, requests: 0, bytes: 0 };
  /** Changes bytes on their way, as a lying host does. */
  tamper: (bytes: Uint8Array, at: number) => Uint8Array = (bytes) => bytes;
  /** Bytes by file and offset, as a cache keeps them. */
  readonly cache = new Map<string, Uint8Array>();

  add(reference: FileReference, bytes: Uint8Array): void {
    this.files.set(reference.hash, bytes);
  }

  async whole(file: FileReference): Promise<Uint8Array> {
    this.#count(1, file.size);
    return this.#bytes(file);
  }

  kept(file: FileReference, { at, length }: ByteRange): Uint8Array | undefined {
    const bytes = this.cache.get(`${file.hash} ${at}`);
    return bytes?.length === length ? bytes : undefined;
  }

  async fetch(file: FileReference, ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
    const bytes = this.#bytes(file);
    // Files and calls are answered out of turn.
    for (let turns = ranges[0]!.at % 5; turns > 0; turns -= 1) await undefined;
    this.#count(
      requestsFor(ranges),
      ranges.reduce((sum, { length }) => sum + length, 0),
    );
    // A copy: the slice of a Buffer shares its bytes.
    return ranges.map(({ at, length }) => this.tamper(Uint8Array.from(bytes.subarray(at, at + length)), at));
  }

  keep(file: FileReference, at: number, bytes: Uint8Array): void {
    this.cache.set(`${file.hash} ${at}`, bytes);
  }

  #bytes(file: FileReference): Uint8Array {
    const bytes = this.files.get(file.hash);
    if (!bytes) throw new Error(`no file ${file.hash}`);
    return bytes;
  }

  #count(requests: number, bytes: number): void {
    this.fetched.rounds += 1;
    this.fetched.requests += requests;
    this.fetched.bytes += bytes;
  }
}

/** Ranges that touch are one request. */
function requestsFor(ranges: readonly ByteRange[]): number {
  const sorted = ranges.toSorted((a, b) => a.at - b.at);
  return sorted.filter(({ at }, i) => {
    const before = sorted[i - 1];
    return !before || before.at + before.length < at;
  }).length;
}

/** Adds a published segment to the files. Returns its reference. */
export function addSegment(
  files: MemoryFiles,
  made: SegmentFiles,
  deletions: ReadonlySet<number> = new Set(),
): PublishedSegment {
  const reference = (kind: FileKind, bytes: Uint8Array): FileReference => {
    const hash = Buffer.from(digestOf(bytes)).toString('hex');
    files.files.set(hash, bytes);
    return { kind, hash, size: bytes.length };
  };
  const bits = new Uint8Array(Math.ceil(made.count / 8));
  for (const doc of deletions) bits[doc >> 3]! |= 1 << (doc & 7);
  return {
    count: made.count,
    head: reference('head', made.head),
    parts: { ...reference('segment', made.segment), content: made.content },
    dictionary: reference('dictionary', made.dictionary),
    ...(deletions.size > 0 && { deleted: Buffer.from(bits).toString('base64') }),
  };
}
