import { fstatSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';
import { withFile } from '../../../files/with-file.ts';
import { type ReadBytes, readDirectory, type ZipEntry } from './directory.ts';

/** Bytes of the largest content that is unpacked. */
export const MAX_ENTRY = 32 * 1024 * 1024;
/** Bytes of the largest archive without a directory, which is read whole, and of all that is unpacked from it. */
const MAX_SALVAGED = 64 * 1024 * 1024;

/** The files in a zip archive. Names are as in the archive: nothing is ever written to a path made from one. */
export interface Archive {
  readonly names: Iterable<string>;
  has(name: string): boolean;
  /** Bytes of a file, as the archive declares them; 0 if it has no such file. */
  sizeOf(name: string): number;
  /** Unpacks a file; undefined if there is none, or it is damaged, encrypted, or larger than `MAX_ENTRY`. */
  read(name: string): Uint8Array | undefined;
}

/**
 * Opens an archive, of which only the directory is read now. One that has lost it, since it was cut off, is read from the front
 * as far as it goes.
 *
 * @throws the file system's error if it cannot be read
 */
export function openArchive(path: string): Archive {
  const opened = withFile(path, (file) => {
    const { size } = fstatSync(file);
    const read = readerOf(file);
    return readDirectory(read, size) ?? salvaged(read, size);
  });
  if (!(opened instanceof Salvage)) return new IndexedArchive(path, opened);
  return opened;
}

const readerOf =
  (file: number): ReadBytes =>
  (at, length) => {
    // A damaged directory may name any place.
    const bytes = Buffer.alloc(at >= 0 && Number.isSafeInteger(at) ? Math.max(0, length) : 0);
    if (bytes.length === 0) return bytes;
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, at));
  };

/** Bytes of the header before the content of an entry, without its name and its extra fields. */
const LOCAL_HEADER = 30;

class IndexedArchive implements Archive {
  readonly #path: string;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(path: string, entries: ReadonlyMap<string, ZipEntry>) {
    this.#path = path;
    this.#entries = entries;
  }

  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  sizeOf(name: string): number {
    return this.#entries.get(name)?.size ?? 0;
  }

  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    // Before anything is unpacked: an archive of a few bytes may declare, and hold, gigabytes.
    if (!entry || entry.isEncrypted || entry.size > MAX_ENTRY || entry.packedSize > MAX_ENTRY)
      return undefined;
    const packed = withFile(this.#path, (file) => packedBytes(readerOf(file), entry));
    if (packed.length < entry.packedSize) return undefined;
    if (!entry.isDeflated) return packed.subarray(0, entry.size);
    try {
      // Node's own inflation stops where the content is longer than declared; fflate's reads on to the end of it.
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    } catch {
      return undefined;
    }
  }
}

function packedBytes(read: ReadBytes, { at, packedSize }: ZipEntry): Buffer {
  const header = read(at, LOCAL_HEADER);
  if (header.length < LOCAL_HEADER) return Buffer.alloc(0);
  return read(at + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28), packedSize);
}

/** Files that were unpacked at once. */
class Salvage implements Archive {
  readonly #files: ReadonlyMap<string, Uint8Array>;

  constructor(files: ReadonlyMap<string, Uint8Array>) {
    this.#files = files;
  }

  get names(): Iterable<string> {
    return this.#files.keys();
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  sizeOf(name: string): number {
    return this.#files.get(name)?.length ?? 0;
  }

  read(name: string): Uint8Array | undefined {
    return this.#files.get(name);
  }
}

/** Bytes that are given to the unpacker at a time. */
const PUSHED = 1 << 16;

/** Unpacks what can be unpacked of an archive without a directory, the last file as far as it goes. */
function salvaged(read: ReadBytes, size: number): Salvage {
  const parts = new Map<string, Uint8Array[]>();
  let room = MAX_SALVAGED;
  const unzip = new Unzip((file) => {
    const own: Uint8Array[] = [];
    parts.set(file.name, own);
    file.ondata = (error, chunk) => {
      room -= chunk?.length ?? 0;
      if (error || room < 0) return;
      own.push(chunk);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    const end = Math.min(size, MAX_SALVAGED);
    for (let at = 0; at < end && room > 0; at += PUSHED)
      unzip.push(read(at, Math.min(PUSHED, end - at)), at + PUSHED >= end);
  } catch {
    // The rest is no archive, or cut off.
  }
  return new Salvage(new Map(Array.from(parts, ([name, own]) => [name, Buffer.concat(own)])));
}
