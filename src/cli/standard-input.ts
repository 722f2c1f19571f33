import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats } from 'node:fs';

/**
 * True if standard input is a pipe of a shell or a file. A socket is not read: programs that start others leave them one
 * that stays open and empty.
 */
export function isFed(): boolean {
  const stats = inputStats();
  return stats !== undefined && (stats.isFIFO() || stats.isFile());
}

/** True if text is ready on standard input. Never waits for any, since a pipe that scripts leave open may stay empty. */
export function holdsText(): boolean {
  const stats = inputStats();
  if (stats?.isFIFO()) return stats.size > 0 || hasPipedByte();
  // A file that has been read in part is that of a loop of the shell, which goes on reading it.
  return stats?.isFile() === true && stats.size > 0 && filePosition() === 0;
}

/** Undefined if standard input is closed. */
function inputStats(): Stats | undefined {
  try {
    return fstatSync(0);
  } catch {
    return undefined;
  }
}

/** Linux does not say how much a pipe holds, but lets it be opened again without waiting, which others do not notice. */
function hasPipedByte(): boolean {
  try {
    const pipe = openSync('/proc/self/fd/0', constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readSync(pipe, Buffer.alloc(1)) > 0;
    } finally {
      closeSync(pipe);
    }
  } catch {
    return false;
  }
}

/** Offset of standard input in its file; 0 where the system does not tell. */
function filePosition(): number {
  try {
    return Number(/^pos:\s*(\d+)/m.exec(readFileSync('/proc/self/fdinfo/0', 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
