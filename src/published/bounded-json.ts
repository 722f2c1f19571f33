import { damaged } from './error.ts';
import { parsedJson } from './json-values.ts';

/** Bytes of JSON that cannot take much memory, whatever they are: they need no look before they are parsed. */
const SMALL = 1024 * 1024;
/** Bytes for each bracket and comma, at least: articles have over eight, and empty lists, which take ten times their bytes, one. */
const SPARSE = 4;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const STRUCTURE = new Set(Buffer.from('[]{},'));

/**
 * Parses JSON from anywhere, unless its values would take many times the memory of its text.
 *
 * @throws {PublishedError} if they would, or it is no JSON
 */
export function boundedJson(bytes: Buffer, name: string): unknown {
  if (bytes.length > SMALL && isDense(bytes)) damaged(`${name} has too many values`);
  return parsedJson(bytes.toString(), name);
}

/** True if there are too many values in JSON of this length. */
function isDense(bytes: Buffer): boolean {
  let left = bytes.length / SPARSE;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte === QUOTE) at = endOfString(bytes, at);
    else if (STRUCTURE.has(byte)) left -= 1;
    if (left < 0) return true;
  }
  return false;
}

/** The offset of the quotation mark that ends the string that begins at `start`, or the end. */
function endOfString(bytes: Buffer, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(QUOTE, at + 1);
    if (at < 0) return bytes.length;
    let backslashes = 0;
    while (bytes[at - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return at;
  }
}
