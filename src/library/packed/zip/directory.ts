/** Where the bytes of an archive are read from: `length` of them, fewer at its end. */
export type ReadBytes = (at: number, length: number) => Buffer;

/** An entry of an archive, as its directory tells. */
export interface ZipEntry {
  /** Where its local header is. */
  readonly at: number;
  /** Bytes in the archive. */
  readonly packedSize: number;
  /** Bytes of its content, as the archive declares them. */
  readonly size: number;
  readonly isDeflated: boolean;
  readonly isEncrypted: boolean;
}

/** Bytes at the end of an archive among which its directory is looked for: a comment has at most 65,535. */
const TAIL = 65_557;
/** Bytes of the largest directory that is read. */
const MAX_DIRECTORY = 64 * 1024 * 1024;

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const HEADER = 0x02014b50;

/**
 * The entries of a zip archive by their names, as its central directory lists them (APPNOTE 6.3.10, sections 4.3.12 to 4.3.16),
 * also if other bytes stand before the archive. Undefined if there is no directory, or it is not sound.
 *
 * Only the directory is read: fflate takes whole archives, of which a chapter needs a small part.
 */
export function readDirectory(read: ReadBytes, length: number): ReadonlyMap<string, ZipEntry> | undefined {
  const found = endOf(read, length);
  if (!found || found.size > MAX_DIRECTORY || found.end < found.size) return undefined;
  const bytes = read(found.end - found.size, found.size);
  // Offsets count from the beginning of the archive, which need not be that of the file.
  const shift = found.end - found.size - found.at;
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === HEADER) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      bytes.readUInt16LE(at + field),
    ) as [number, number, number];
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const entry = entryAt(bytes, at, extra);
    entries.set(nameOf(name), { ...entry, at: entry.at + shift });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries.size > 0 ? entries : undefined;
}

interface DirectoryPlace {
  /** Where it begins, counted from the beginning of the archive. */
  readonly at: number;
  readonly size: number;
  /** Where it ends in the file. */
  readonly end: number;
}

/** Where the directory is, by the record after it. */
function endOf(read: ReadBytes, length: number): DirectoryPlace | undefined {
  const from = Math.max(0, length - TAIL);
  const tail = read(from, length - from);
  for (let i = tail.length - 22; i >= 0; i--) {
    if (tail.readUInt32LE(i) !== END) continue;
    const [size, at] = [tail.readUInt32LE(i + 12), tail.readUInt32LE(i + 16)];
    if (size !== 0xffffffff && at !== 0xffffffff) return { at, size, end: from + i };
    return end64(read, from + i - 20);
  }
  return undefined;
}

/** The same of an archive with 64-bit numbers, by the locator of its record. */
function end64(read: ReadBytes, locatorAt: number): DirectoryPlace | undefined {
  const locator = locatorAt < 0 ? Buffer.alloc(0) : read(locatorAt, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== END_64_LOCATOR) return undefined;
  const end = Number(locator.readBigUInt64LE(8));
  const record = read(end, 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END_64) return undefined;
  return { size: Number(record.readBigUInt64LE(40)), at: Number(record.readBigUInt64LE(48)), end };
}

function entryAt(bytes: Buffer, header: number, extra: Buffer): ZipEntry {
  const flags = bytes.readUInt16LE(header + 8);
  const method = bytes.readUInt16LE(header + 10);
  const numbers = [24, 20, 42].map((field) => bytes.readUInt32LE(header + field));
  const long = longNumbers(extra);
  const [size = 0, packedSize = 0, at = 0] = numbers.map((number) =>
    number === 0xffffffff ? (long.shift() ?? number) : number,
  );
  return { at, size, packedSize, isDeflated: method !== 0, isEncrypted: (flags & 1) === 1 };
}

/** The 64-bit numbers of an entry, in place of those that are too large for 32 bits. */
function longNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const count = Math.min(3, Math.floor(Math.min(extra.readUInt16LE(at + 2), extra.length - at - 4) / 8));
    return Array.from({ length: count }, (_, i) => Number(extra.readBigUInt64LE(at + 4 + 8 * i)));
  }
  return [];
}

/**
 * The name of an entry. Many programs write UTF-8 without setting the flag for it, so bytes that are valid UTF-8 are read as
 * such; all others as Latin-1, which has a character for every byte, so that no two names become one.
 */
export function nameOf(bytes: Uint8Array): string {
  const name = Buffer.from(bytes).toString('utf8');
  return name.includes('\ufffd') ? Buffer.from(bytes).toString('latin1') : name;
}
