// Several pieces of data in one file: a line that names them with their lengths, then the pieces.
'use strict';

/** V8 copies what does not begin at a multiple of this. */
const ALIGNMENT = 8;

/** @param pieces  pairs of a name and its bytes */
exports.pack = function pack(pieces) {
  const table = JSON.stringify(pieces.map(([name, { length }]) => [name, length]));
  const head = Buffer.from(`${table.padEnd(aligned(table.length + 1) - 1)}\n`, 'latin1');
  return Buffer.concat([
    head,
    ...pieces.flatMap(([, bytes]) => [bytes, Buffer.alloc(gapAfter(bytes.length))]),
  ]);
};

/** What was packed, by name; nothing where `bytes` are missing or not whole. */
exports.unpack = function unpack(bytes) {
  const pieces = new Map();
  const end = bytes?.indexOf(10) ?? -1;
  if (end < 0) return pieces;
  try {
    let at = end + 1;
    for (const [name, length] of JSON.parse(bytes.toString('latin1', 0, end))) {
      pieces.set(name, bytes.subarray(at, at + length));
      at += aligned(length);
    }
    return at === bytes.length ? pieces : new Map();
  } catch {
    return new Map();
  }
};

const aligned = (length) => length + gapAfter(length);
const gapAfter = (length) => -length & (ALIGNMENT - 1);
