import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { damaged } from './error.ts';

/** Documents of a word from which on its postings are compressed: of fewer, hardly anything is saved. */
const WORTH_PACKING = 64;
/** Bytes of the postings of a word, at most. */
const MOST = 256 * 1024 * 1024;

/** The postings of a word that `count` documents have, as they are published. */
export const packPostings = (bytes: Uint8Array, count: number): Uint8Array =>
  count < WORTH_PACKING ? bytes : deflateRawSync(bytes, { level: 9 });

/** Undoes `packPostings`. @throws {PublishedError} if it was not these bytes */
export function unpackPostings(bytes: Uint8Array, count: number): Uint8Array {
  if (count < WORTH_PACKING) return bytes;
  try {
    return inflateRawSync(bytes, { maxOutputLength: MOST });
  } catch (cause) {
    return damaged('postings cannot be decompressed', cause);
  }
}
