import { fstatSync, writeSync } from 'node:fs';
import type { Output } from '../commands/environment.ts';

/**
 * Standard output or error. Node's own streams take milliseconds to load, so pipes, sockets and files are written to with
 * synchronous calls, which block while the other end does not read.
 *
 * @param slow  Node's stream for the same descriptor, for terminals and for pipes in non-blocking mode
 * @param onError  called with the error of a synchronous write; if it does not throw, the text is lost
 */
export function openOutput(
  descriptor: 1 | 2,
  slow: () => NodeJS.WriteStream,
  onError: (error: unknown) => void,
): Output {
  return isSynchronous(descriptor) ? new SynchronousOutput(descriptor, slow, onError) : slow();
}

function isSynchronous(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket() || stats.isFile();
  } catch {
    return false;
  }
}

class SynchronousOutput implements Output {
  readonly isTTY = false;
  readonly columns = 0;
  readonly #descriptor: number;
  readonly #slow: () => NodeJS.WriteStream;
  readonly #onError: (error: unknown) => void;
  /** Once true, all text goes through Node's stream, so that none overtakes what is queued there. */
  #isHandedOver = false;

  constructor(descriptor: number, slow: () => NodeJS.WriteStream, onError: (error: unknown) => void) {
    this.#descriptor = descriptor;
    this.#slow = slow;
    this.#onError = onError;
  }

  /** @throws what `onError` throws, given the system's error such as EPIPE or ENOSPC */
  write(text: string, done?: (error?: Error | null) => void): void {
    const bytes = Buffer.from(text);
    const left = this.#isHandedOver ? bytes : this.#writeNow(bytes);
    this.#isHandedOver ||= left.length > 0;
    if (this.#isHandedOver) this.#slow().write(left, done);
    else done?.();
  }

  /** @returns the bytes that a full pipe in non-blocking mode did not accept */
  #writeNow(bytes: Buffer): Buffer {
    let left = bytes;
    while (left.length > 0) {
      try {
        left = left.subarray(writeSync(this.#descriptor, left));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') break;
        this.#onError(error);
        return Buffer.alloc(0);
      }
    }
    return left;
  }
}
