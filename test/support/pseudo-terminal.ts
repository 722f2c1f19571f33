import { readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';
import { type IPty, spawn } from '@lydell/node-pty';

type Options = NonNullable<Parameters<typeof spawn>[2]>;

/** Members of node-pty's terminal that are missing from its types. */
interface Internals {
  readonly fd: number;
  readonly _socket: ReadStream;
}

/** Closes the terminal's window: the program loses its terminal, and the kernel sends SIGHUP. */
export const closeWindow = (pty: IPty): unknown => (pty as IPty & Internals)._socket.destroy();

/**
 * Starts a program on a pseudo-terminal and passes on its whole output before its exit is reported.
 *
 * node-pty alone loses the end of the output: after the exit libuv reads once more, at most 4 kB, and drops the rest,
 * and node-pty stops reading 200 ms after the exit even if this process was too busy to read. So all buffered output is
 * read from the kernel with each chunk and before the socket is destroyed.
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
  // With `encoding: null` the data are buffers, contrary to the types.
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

/** Reads what is available and returns the number of bytes: 0 if there is nothing yet (EAGAIN) or no more (EIO). */
function read(fd: number, buffer: Buffer): number {
  try {
    return readSync(fd, buffer);
  } catch {
    return 0;
  }
}
