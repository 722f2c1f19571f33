import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { isTrusted } from '../files/trusted.ts';
import type { ByteSource } from '../search/bytes.ts';
import { IndexDamage } from './errors.ts';

/** Bytes that share a checksum and are read together. */
export const PAGE = 16 * 1024;
/** Most pages of a file in memory, unless it is read once, in order. */
const KEPT = 512;
/** Pages from which on they are read at once and not kept. */
const FEW = 8;

/** The checksums of the pages of bytes that come in parts. */
export function* checksums(parts: readonly Uint8Array[]): Generator<number> {
  let sum = 0;
  let room = PAGE;
  for (const part of parts)
    for (let at = 0; at < part.length; ) {
      const bytes = part.subarray(at, at + room);
      sum = crc32(bytes, sum);
      at += bytes.length;
      room -= bytes.length;
      if (room > 0) continue;
      yield sum;
      sum = 0;
      room = PAGE;
    }
  if (room < PAGE) yield sum;
}

/** An open file. Its size is in bytes, as of when it was opened. */
export class OpenFile {
  readonly size: number;
  readonly #descriptor: number;

  /** @throws {IndexDamage} if others may have written it, or an error of the file system */
  constructor(path: string) {
    this.#descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(this.#descriptor);
    this.size = stats.size;
    if (isTrusted(stats)) return;
    this.close();
    throw new IndexDamage('others may have written it');
  }

  /** @throws {IndexDamage} if the file is shorter */
  read(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const count = readSync(this.#descriptor, bytes, done, length - done, offset + done);
      if (count === 0) throw new IndexDamage('the file is too short');
      done += count;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** A file that is read by pages, whose checksums are verified. The pages used last stay in memory. */
export class PagedFile {
  readonly #pages = new Map<number, Uint8Array>();
  readonly #file: OpenFile;
  readonly #sums: Uint32Array;
  /** Number of bytes that have checksums. */
  readonly #size: number;
  readonly #kept: number;

  /** @param kept  how many pages stay in memory, at most */
  constructor(file: OpenFile, size: number, sums: Uint32Array, kept = KEPT) {
    this.#kept = kept;
    this.#file = file;
    this.#size = size;
    this.#sums = sums;
  }

  /** A part of the file as a source. It keeps its last page, because most parts are read in order. */
  section(start: number, length: number): ByteSource {
    let from = 0;
    let last: Uint8Array = new Uint8Array(0);
    return {
      size: length,
      read: (offset, count) => {
        if (offset + count > length) throw new IndexDamage('a part is too short');
        const at = start + offset;
        if (at >= from && at + count <= from + last.length)
          return last.subarray(at - from, at - from + count);
        if (count === 0 || count > PAGE) return this.#read(at, count);
        const page = Math.floor((at + count - 1) / PAGE);
        const bytes = this.#read(at, count);
        from = page * PAGE;
        last = this.#page(page);
        return bytes;
      },
    };
  }

  /**
   * Reads a part of the file at once, without keeping its pages.
   *
   * @throws {IndexDamage} if a checksum is wrong
   */
  whole(start: number, length: number): Uint8Array {
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(start / PAGE);
    const bytes = this.#load(first, Math.floor((start + length - 1) / PAGE));
    return bytes.subarray(start - first * PAGE, start - first * PAGE + length);
  }

  /** @throws {IndexDamage} if a checksum is wrong */
  #read(offset: number, length: number): Uint8Array {
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(offset / PAGE);
    const last = Math.floor((offset + length - 1) / PAGE);
    if (last - first >= FEW) return this.whole(offset, length);
    const at = offset - first * PAGE;
    if (first === last) return this.#page(first).subarray(at, at + length);
    const bytes = new Uint8Array((last - first + 1) * PAGE);
    for (let page = first; page <= last; page += 1) bytes.set(this.#page(page), (page - first) * PAGE);
    return bytes.subarray(at, at + length);
  }

  #page(page: number): Uint8Array {
    const kept = this.#pages.get(page);
    if (kept) {
      this.#pages.delete(page);
      this.#pages.set(page, kept);
      return kept;
    }
    const bytes = this.#load(page, page);
    this.#pages.set(page, bytes);
    if (this.#pages.size > this.#kept) this.#pages.delete(this.#pages.keys().next().value!);
    return bytes;
  }

  #load(first: number, last: number): Uint8Array {
    const start = first * PAGE;
    const bytes = this.#file.read(start, Math.max(0, Math.min((last + 1) * PAGE, this.#size) - start));
    let page = first;
    for (const sum of checksums([bytes])) {
      if (sum !== this.#sums[page]) throw new IndexDamage('wrong checksum');
      page += 1;
    }
    return bytes;
  }
}
