import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** Bytes that are read at each end of a file: enough to tell texts of the same size apart. */
const SAMPLE = 16_384;

/**
 * Identifies the contents of a file by its size and both of its ends, so that a renamed file is known again; of a member of a
 * file, by those of the file and its own name.
 *
 * @param path  absolute
 * @returns undefined if the file cannot be read, or is empty
 */
export function fingerprintOf(path: string): string | undefined {
  const own = fingerprintOfFile(path);
  if (own !== undefined) return own;
  const file = fingerprintOfFile(dirname(path));
  return file && `${file}/${basename(path)}`;
}

function fingerprintOfFile(path: string): string | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const { size } = fstatSync(file);
      if (size === 0) return undefined;
      const sample = Buffer.alloc(Math.min(size, 2 * SAMPLE));
      const head = readSync(file, sample, 0, Math.min(size, SAMPLE), 0);
      if (size > SAMPLE) readSync(file, sample, head, sample.length - head, size - (sample.length - head));
      return `${size}-${crc32(sample).toString(16)}`;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** The size in bytes that a fingerprint was taken of. */
export const sizeOf = (fingerprint: string): number => Number.parseInt(fingerprint, 10);
