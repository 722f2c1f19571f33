import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';
import { type IPty, spawn } from '@lydell/node-pty';

type Options = NonNullable<Parameters<typeof spawn>[2]>;

/** What node-pty has beside what its types say. */
interface Internals {
  readonly fd: number;
  readonly _socket: ReadStream;
}

/**
 * Starts a program on a pseudo-terminal, and hands over all that it writes before its end is told.
 *
 * node-pty alone loses the end: when a program has ended, libuv reads once more (4 kB at most) and takes the rest for
 * read; and 200 ms after it ended node-pty reads no more, whether or not this process had the time to. So with whatever
 * comes, and before reading ends, all that the kernel holds is read.
 */
export function spawnWhole(
  file: string,
  args: string[],
  options: Options,
  onData: (data: string) => void,
): IPty {
  const pty = spawn(file, args, { ...options, encoding: null }) as IPty & Internals;
  const { fd, _socket: socket } = pty;
  const decoder = new StringDecoder();
  const buffer = Buffer.alloc(4096);
  const drain = (): void => {
    for (let bytes = read(fd, buffer); bytes > 0; bytes = read(fd, buffer))
      onData(decoder.write(buffer.subarray(0, bytes)));
  };
  // With no encoding these are bytes, whatever the types say.
  pty.onData((data: string | Buffer) => {
    onData(decoder.write(data as Buffer));
    drain();
  });
  const destroy = socket.destroy.bind(socket);
  socket.destroy = (error) => {
    if (!socket.destroyed) drain();
    return destroy(error);
  };
  return pty;
}

/** Bytes read at once: none where nothing is there (EAGAIN), or nothing is to come (EIO). */
function read(fd: number, buffer: Buffer): number {
  try {
    return readSync(fd, buffer);
  } catch {
    return 0;
  }
}
