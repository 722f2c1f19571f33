import { closeSync, constants, openSync } from 'node:fs';

/**
 * Reads an open file and closes it. If the path has become a FIFO in the meantime, opening it does not wait for a writer.
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
