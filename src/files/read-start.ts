import { fstatSync, readSync } from 'node:fs';
import { withFile } from './with-file.ts';

/**
 * The bytes of a file, or its first `most` ones if it is larger.
 *
 * @throws the file system's error
 */
export function readStart(path: string, most: number): Buffer {
  return withFile(path, (file) => {
    const bytes = Buffer.alloc(Math.min(most, fstatSync(file).size));
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  });
}
