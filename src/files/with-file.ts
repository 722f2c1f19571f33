import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * Reads an open file and closes it. If the path is, or has become, a FIFO, opening it does not wait for a writer.
 *
 * @throws the file system's error if the file cannot be opened, and what `read` throws
 */
export function withFile<T>(path: string, read: (descriptor: number) => T): T {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return read(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * The text of a regular file in UTF-8; undefined of a larger one.
 *
 * @param most  bytes
 * @throws the file system's error, or an error if it is not a regular file
 */
export const readRegular = (path: string, most = Number.POSITIVE_INFINITY): string | undefined =>
  withFile(path, (file) => {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error('not a regular file');
    return stats.size > most ? undefined : readFileSync(file, 'utf8');
  });
