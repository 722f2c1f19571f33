import type { ByteWriter } from '../algorithms/varints.ts';

/** Bytes of a segment, in memory or in a file. */
export interface ByteSource {
  /** In bytes. */
  readonly size: number;
  /** The bytes in [offset, offset + length). They may be shared, and must not be changed. */
  read(offset: number, length: number): Uint8Array;
}

/** A source of bytes in memory. */
export const memorySource = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

/** Bytes with `numbers` before them, as 32 bits each. */
export function afterNumbers(numbers: readonly number[], bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(4 * numbers.length + bytes.length);
  const view = new DataView(all.buffer);
  for (const [i, number] of numbers.entries()) view.setUint32(4 * i, number, true);
  all.set(bytes, 4 * numbers.length);
  return all;
}

/** Writes UTF-16 units as bytes, each unit by itself (CESU-8): bytes then sort as units do, and any key can be written. */
export function writeUnits(writer: ByteWriter, key: string, from: number): void {
  for (let i = from; i < key.length; i += 1) {
    const unit = key.charCodeAt(i);
    if (unit < 0x80) writer.byte(unit);
    else if (unit < 0x800) {
      writer.byte(0xc0 | (unit >> 6));
      writer.byte(0x80 | (unit & 63));
    } else {
      writer.byte(0xe0 | (unit >> 12));
      writer.byte(0x80 | ((unit >> 6) & 63));
      writer.byte(0x80 | (unit & 63));
    }
  }
}

/** The number of bytes that `writeUnits` writes. */
export function unitBytes(key: string, from: number): number {
  let bytes = 0;
  for (let i = from; i < key.length; i += 1) {
    const unit = key.charCodeAt(i);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}
