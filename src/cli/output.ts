import { fstatSync, writeSync } from 'node:fs';
import type { Output } from '../commands/environment.ts';

/**
 * Standard output or error. Node's own streams take milliseconds to load, so what goes to a pipe, a socket or a file is
 * written by plain calls instead, which wait where nobody reads.
 *
 * @param slow  Node's stream for the same descriptor: for terminals, and for a pipe that somebody made non-blocking
 * @param onError  told the error of a plain write; what could not be written is lost where it does not throw
 */
export function openOutput(
  descriptor: 1 | 2,
  slow: () => NodeJS.WriteStream,
  onError: (error: unknown) => void,
): Output {
  return isPlain(descriptor) ? new PlainOutput(descriptor, slow, onError) : slow();
}

function isPlain(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket() || stats.isFile();
  } catch {
    return false;
  }
}

class PlainOutput implements Output {
  readonly isTTY = false;
  readonly columns = 0;
  readonly #descriptor: number;
  readonly #slow: () => NodeJS.WriteStream;
  readonly #onError: (error: unknown) => void;
  /** Nothing more may overtake what was handed over. */
  #handedOver = false;

  constructor(descriptor: number, slow: () => NodeJS.WriteStream, onError: (error: unknown) => void) {
    this.#descriptor = descriptor;
    this.#slow = slow;
    this.#onError = onError;
  }

  /** @throws what `onError` throws of the system's error, such as EPIPE or ENOSPC */
  write(text: string, done?: () => void): boolean {
    const left = this.#handedOver ? Buffer.from(text) : this.#writeNow(Buffer.from(text));
    if (left.length === 0 && !this.#handedOver) {
      done?.();
      return true;
    }
    this.#handedOver = true;
    return this.#slow().write(left, done);
  }

  once(event: 'drain' | 'error', listener: (error: unknown) => void): unknown {
    return this.#slow().once(event, listener);
  }

  off(event: 'drain' | 'error', listener: (error: unknown) => void): unknown {
    return this.#slow().off(event, listener);
  }

  /** @returns what a non-blocking pipe does not take now */
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
