import type { FileClient } from '../web/file-client.ts';
import { WebError } from '../web/web-error.ts';
import type { ContentCache } from './content-cache.ts';
import type { FileReference } from './format.ts';
import { mergeRanges } from './merge-ranges.ts';
import type { ByteRange, RangeReader } from './range-reader.ts';
import { hashOf, pathOf } from './references.ts';

/** Bytes of the longest file that is read whole because the server sends no ranges. */
const LONGEST_WHOLE = 8_000_000;
/** Bytes of the longest range that near ranges are merged to: longer ones come faster in parallel. */
const LONGEST_RANGE = 512 * 1024;
/** Times that a file is fetched whose bytes are wrong. */
const TRIES = 2;

/** Requests and bytes since the library was opened. */
export interface Traffic {
  requests: number;
  bytes: number;
}

/** The files of a published library: from the cache, or else from the server. */
export class RemoteFiles implements RangeReader {
  readonly #client: FileClient;
  readonly #cache: ContentCache;
  /** Whole files that are being fetched, so that none is fetched twice. */
  readonly #coming = new Map<string, Promise<Uint8Array>>();
  /** Files of which the server sends no ranges. */
  readonly #withoutRanges = new Map<string, Promise<Uint8Array>>();
  #sendsRanges = true;
  readonly traffic: Traffic = { requests: 0, bytes: 0 };
  /** Called with the error of each request that failed, and without one after each that did not. */
  onFetched: (error?: WebError) => void = () => {};

  constructor(client: FileClient, cache: ContentCache) {
    this.#client = client;
    this.#cache = cache;
  }

  /** True if what is fetched is kept for the next run. */
  get isKept(): boolean {
    return !this.#cache.isOff;
  }

  /** Why not all that was fetched could be kept; undefined if it was. */
  get writeError(): unknown {
    return this.#cache.writeError;
  }

  whole(file: FileReference): Promise<Uint8Array> {
    const coming = this.#coming.get(file.hash);
    if (coming) return coming;
    const kept = this.#cache.whole(file);
    if (kept) return Promise.resolve(kept);
    const fetched = this.#fetchWhole(file).finally(() => this.#coming.delete(file.hash));
    this.#coming.set(file.hash, fetched);
    return fetched;
  }

  /** A whole file as it was kept; undefined if it was not. */
  keptWhole(file: FileReference): Uint8Array | undefined {
    return this.#cache.whole(file);
  }

  kept(file: FileReference, range: ByteRange): Uint8Array | undefined {
    return this.#cache.range(file, range);
  }

  async fetch(file: FileReference, ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]> {
    const results: Uint8Array[] = [];
    await Promise.all(
      mergeRanges(ranges, LONGEST_RANGE).map(async ({ parts, ...merged }) => {
        const bytes = await this.#fetchRange(file, merged);
        for (const part of parts) {
          const { at, length } = ranges[part]!;
          // A copy: the other bytes of the answer would stay in memory with it.
          results[part] = Uint8Array.prototype.slice.call(bytes, at - merged.at, at - merged.at + length);
        }
      }),
    );
    return results;
  }

  keep(file: FileReference, at: number, bytes: Uint8Array): void {
    if (!this.#withoutRanges.has(file.hash)) this.#cache.keepRange(file, at, bytes);
  }

  /** Ends its connections. */
  close(): void {
    this.#client.close();
  }

  async #fetchWhole(file: FileReference): Promise<Uint8Array> {
    for (let tries = 1; ; tries += 1) {
      const { bytes } = await this.#get(file, { longest: file.size, size: file.size });
      if (this.#isRight(file, bytes)) return bytes;
      if (tries === TRIES) throw this.#damaged(file);
    }
  }

  async #fetchRange(file: FileReference, range: ByteRange): Promise<Uint8Array> {
    const { at, length } = range;
    if (this.#sendsRanges) {
      const longest = Math.min(file.size, LONGEST_WHOLE);
      const { kind, bytes } = await this.#get(file, { range, size: file.size, longest });
      if (kind === 'part') return bytes;
      this.#sendsRanges = false;
      if (this.#isRight(file, bytes)) this.#withoutRanges.set(file.hash, Promise.resolve(bytes));
    }
    return (await this.#wholeInstead(file)).subarray(at, at + length);
  }

  /** A whole file, of which the server sends no ranges. It stays in memory, as there may be no cache. */
  #wholeInstead(file: FileReference): Promise<Uint8Array> {
    const known = this.#withoutRanges.get(file.hash);
    if (known) return known;
    if (file.size > LONGEST_WHOLE) throw new WebError('no-ranges', this.#client.address(pathOf(file)));
    const fetched = this.whole(file);
    this.#withoutRanges.set(file.hash, fetched);
    fetched.catch(() => this.#withoutRanges.delete(file.hash));
    return fetched;
  }

  async #get(file: FileReference, request: Parameters<FileClient['get']>[1]) {
    try {
      this.traffic.requests += 1;
      const answer = await this.#client.get(pathOf(file), request);
      this.traffic.bytes += answer.bytes.length;
      this.onFetched();
      return answer;
    } catch (error) {
      if (error instanceof WebError) this.onFetched(error);
      throw error;
    }
  }

  /** Keeps a whole file if it is as it was published. */
  #isRight(file: FileReference, bytes: Uint8Array): boolean {
    if (bytes.length !== file.size || hashOf(bytes) !== file.hash) return false;
    this.#cache.keepWhole(file, bytes);
    return true;
  }

  #damaged(file: FileReference): WebError {
    const error = new WebError('damaged', this.#client.address(pathOf(file)));
    this.onFetched(error);
    return error;
  }
}
