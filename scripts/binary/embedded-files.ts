import type * as fs from 'node:fs';

/** Files that the executable holds are below this folder (on Windows, `B:\~BUN`). */
const EMBEDDED = /^(?:\/\$bunfs|B:[\\/]~BUN)[\\/]/;

interface OpenFile {
  readonly path: string;
  readonly bytes: Buffer;
  position: number;
}

type Options = Parameters<typeof fs.readFileSync>[1];

/**
 * Makes of `node:fs` a module that can also open the files that the executable holds: Bun reads them whole by their paths, but
 * opens none, does not resolve their paths, and knows no times of them. It opens them for reading alone.
 *
 * @param system  `node:fs`
 * @param time  the modification time of these files, in milliseconds; it differs if their contents do
 */
export function withEmbeddedFiles(system: typeof fs, time: number) {
  const open = new Map<number, OpenFile>();
  // No descriptor of the system is negative.
  let last = -1_000;

  function openSync(path: fs.PathLike, ...rest: [flags?: fs.OpenMode, mode?: fs.Mode | null]): number {
    if (typeof path !== 'string' || !EMBEDDED.test(path)) return system.openSync(path, ...(rest as ['r']));
    open.set(--last, { path, bytes: system.readFileSync(path), position: 0 });
    return last;
  }

  function closeSync(descriptor: number): void {
    if (!open.delete(descriptor)) system.closeSync(descriptor);
  }

  function fstatSync(descriptor: number): fs.Stats {
    const file = open.get(descriptor);
    return file ? statSync(file.path)! : system.fstatSync(descriptor);
  }

  function statSync(path: fs.PathLike, options?: { throwIfNoEntry?: boolean }): fs.Stats | undefined {
    const stats = system.statSync(path, options);
    if (stats && typeof path === 'string' && EMBEDDED.test(path)) stats.mtimeMs = time;
    return stats;
  }

  function readSync(
    descriptor: number,
    buffer: Uint8Array,
    offset = 0,
    length = buffer.byteLength - offset,
    position: number | null = null,
  ): number {
    const file = open.get(descriptor);
    if (!file) return system.readSync(descriptor, buffer, offset, length, position);
    const from = position ?? file.position;
    const part = file.bytes.subarray(from, from + length);
    buffer.set(part, offset);
    if (position === null) file.position += part.length;
    return part.length;
  }

  function readFileSync(path: fs.PathOrFileDescriptor, options?: Options): string | Buffer {
    const file = typeof path === 'number' ? open.get(path) : undefined;
    return system.readFileSync(file?.path ?? path, options);
  }

  const realpathSync = Object.assign(
    (path: string): string => (EMBEDDED.test(path) ? path : system.realpathSync(path)),
    {
      native: (path: string): string => (EMBEDDED.test(path) ? path : system.realpathSync.native(path)),
    },
  );

  return { openSync, closeSync, fstatSync, statSync, readSync, readFileSync, realpathSync };
}
