import { fstatSync, type Stats, statSync, writeSync } from 'node:fs';
import type { Output } from '../commands/environment.ts';

/**
 * Standard output or error. Node's own streams take milliseconds to load, so pipes, sockets, files and `/dev/null` are
 * written to with synchronous calls, which block while the other end does not read.
 *
 * @param slow  Node's stream for the same descriptor, for terminals and for pipes in non-blocking mode
 * @param onError  called with the error of a synchronous write, such as EPIPE; if it does not throw, the text is lost
 */
export function openOutput(
  descriptor: number,
  slow: () => NodeJS.WriteStream,
  onError: (error: unknown) => void,
): Output {
  return isSynchronous(descriptor) ? synchronousOutput(descriptor, slow, onError) : slow();
}

function isSynchronous(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    return stats.isFIFO() || stats.isSocket() || stats.isFile() || isNull(stats);
  } catch {
    return false;
  }
}

/** True for the null device, to which the output of a program goes that is run for its exit code. */
const isNull = (stats: Stats): boolean =>
  stats.isCharacterDevice() && stats.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev;

function synchronousOutput(...[descriptor, slow, onError]: Parameters<typeof openOutput>): Output {
  /** Once true, all text goes through Node's stream, so that none overtakes what is queued there. */
  let isHandedOver = false;
  /** Returns the bytes that a full pipe in non-blocking mode did not accept. */
  const writeNow = (bytes: Buffer): Buffer => {
    let left = bytes;
    while (left.length > 0) {
      try {
        left = left.subarray(writeSync(descriptor, left));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') break;
        onError(error);
        return Buffer.alloc(0);
      }
    }
    return left;
  };
  return {
    isTTY: false,
    columns: 0,
    write(text, done) {
      const bytes = Buffer.from(text);
      const left = isHandedOver ? bytes : writeNow(bytes);
      isHandedOver ||= left.length > 0;
      if (isHandedOver) slow().write(left, done);
      else done?.();
    },
  };
}
