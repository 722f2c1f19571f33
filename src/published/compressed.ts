import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { boundedJson } from './bounded-json.ts';
import { damaged } from './error.ts';

/** Higher qualities take five to ten times as long for 5 % fewer bytes. */
const QUALITY = 7;
const SMALLEST_WINDOW = 10;
const LARGEST_WINDOW = 22;

/** Compresses with brotli, in a window no larger than the bytes need: to allocate one takes longer than to compress a few kB. */
export const compress = (bytes: Uint8Array): Buffer =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      [constants.BROTLI_PARAM_LGWIN]: Math.min(
        LARGEST_WINDOW,
        Math.max(SMALLEST_WINDOW, Math.ceil(Math.log2(bytes.length + 16))),
      ),
    },
  });

/**
 * Decompresses what `compress` returned.
 *
 * @param most  bytes of the longest result
 * @throws {PublishedError} if it is damaged or longer
 */
export function decompress(bytes: Uint8Array, most: number): Buffer {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: most });
  } catch (cause) {
    return damaged('bytes cannot be decompressed', cause);
  }
}

/** A value as compressed JSON. */
export const compressJson = (value: unknown): Buffer => compress(Buffer.from(JSON.stringify(value)));

/** The value in compressed JSON of at most `most` bytes. @throws {PublishedError} */
export const decompressJson = (bytes: Uint8Array, most: number, name: string): unknown =>
  boundedJson(decompress(bytes, most), name);
