import type { FileReference } from './format.ts';

/** Bytes of a file. */
export interface ByteRange {
  readonly at: number;
  readonly length: number;
}

/**
 * Gives the files of a published library, from the cache or from where they were published. It checks whole files; who reads a
 * range knows its hash, and checks it: bytes of a host, as well as those in the cache, may be wrong.
 */
export interface RangeReader {
  /**
   * A whole file, whose hash has been checked.
   *
   * @throws {WebError} if it cannot be fetched, or is not as it was published
   */
  whole(file: FileReference): Promise<Uint8Array>;
  /** Bytes of a file as they were kept before, unchecked; undefined if they were not. Never throws. */
  kept(file: FileReference, range: ByteRange): Uint8Array | undefined;
  /**
   * Fetches ranges of a file in one round: near ones in one request, others at the same time. The results, unchecked, are in the
   * order of the ranges and exactly as long.
   *
   * @throws {WebError} if one cannot be fetched
   */
  fetch(file: FileReference, ranges: readonly ByteRange[]): Promise<readonly Uint8Array[]>;
  /** Keeps bytes of a file that have been checked. Never throws. */
  keep(file: FileReference, at: number, bytes: Uint8Array): void;
}
