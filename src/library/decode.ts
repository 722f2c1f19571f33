import { isUtf8 } from 'node:buffer';
import { decodeDeclared } from './declared-charset.ts';

/** The characters of Windows-1252's bytes 0x80–0x9F (Encoding Standard, index windows-1252); the others are Latin-1. */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Bytes of a file by which its encoding is detected. */
const SAMPLE = 65_536;

/**
 * Decodes a file as text with LF line ends; undefined if it is not text.
 *
 * A byte order mark decides; without one, zero bytes mean UTF-16. The rest is UTF-8 if it is valid, else what a page declares, else Windows-1252, or
 * UTF-8 with stray bytes of Windows-1252 if most of it is valid.
 *
 * @param cut  true if `bytes` is the beginning of a longer file, and may end inside a character
 */
export function decode(bytes: Uint8Array, cut = false): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decodeBytes(buffer, cut);
  return text === undefined ? undefined : withLineFeeds(text);
}

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/**
 * The text of a file whose bytes are at hand as UTF-8 only; undefined if that may not be its encoding, or it is not text.
 *
 * @param head  the beginning of the file
 * @param read  returns all of it as UTF-8
 */
export function decodedUtf8(head: Buffer, read: () => string): string | undefined {
  const hasMark = head[0] === 0xff || head[0] === 0xfe || head[0] === 0xef;
  if (hasMark || isBinary(head.subarray(0, SAMPLE))) return undefined;
  const text = read();
  // Bytes that are not UTF-8 may be Windows-1252.
  return text.includes('\ufffd') ? undefined : withLineFeeds(text);
}

function decodeBytes(buffer: Buffer, cut: boolean): string | undefined {
  const [first, second, third] = buffer;
  if (first === 0xff && second === 0xfe) return utf16(buffer.subarray(2), false);
  if (first === 0xfe && second === 0xff) return utf16(buffer.subarray(2), true);
  if (first === 0xef && second === 0xbb && third === 0xbf) buffer = buffer.subarray(3);
  else {
    const endian = utf16Endian(buffer.subarray(0, SAMPLE));
    if (endian) return utf16(buffer, endian === 'big');
  }
  if (isBinary(buffer.subarray(0, SAMPLE))) return undefined;
  const whole = cut ? buffer.subarray(0, wholeCharacters(buffer)) : buffer;
  if (isUtf8(whole)) return whole.toString('utf8');
  return decodeDeclared(whole, cut) ?? decodeLegacy(whole);
}

function utf16(buffer: Buffer, big: boolean): string {
  const even = buffer.subarray(0, buffer.length & ~1);
  return (big ? Buffer.from(even).swap16() : even).toString('utf16le');
}

/**
 * The byte order of UTF-16 without a mark; undefined if it is not UTF-16. In Latin script nearly every other byte is zero,
 * in other scripts those of spaces and punctuation, always on the same side.
 */
function utf16Endian(sample: Buffer): 'little' | 'big' | undefined {
  if (!sample.includes(0) || sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i & 1 ? odd++ : even++;
  const units = sample.length >> 1;
  if (odd > units * 0.4 && even <= units * 0.01) return 'little';
  if (even > units * 0.4 && odd <= units * 0.01) return 'big';
  return undefined;
}

/** First bytes of binary formats that may begin with text. */
const MAGIC = /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x7fELF|\{\\rtf|\x1f\x8b|BZh)/;

/** Bytes that are searched for control characters. */
const CONTROLS = 2048;
/** Control characters that text does not have. A terminal's output has bells, backspaces, escapes, and changes of font. */
const CONTROL = /[\x01-\x06\x10-\x1a\x1c-\x1f]/g;

function isBinary(sample: Buffer): boolean {
  if (sample.includes(0)) return true;
  const length = Math.min(CONTROLS, sample.length);
  const start = sample.toString('latin1', 0, length);
  const controls = start.match(CONTROL)?.length ?? 0;
  return controls > length * 0.02 || MAGIC.test(start);
}

/** The beginning of a UTF-8 character whose end is missing. */
const INCOMPLETE = /(?:[\xc2-\xff]|[\xe0-\xff][\x80-\xbf]|[\xf0-\xff][\x80-\xbf]{2})$/;

/** Length of `buffer` without an incomplete UTF-8 character at its end. */
function wholeCharacters(buffer: Buffer): number {
  const end = buffer.toString('latin1', Math.max(0, buffer.length - 3));
  return buffer.length - (INCOMPLETE.exec(end)?.[0].length ?? 0);
}

/** The bytes, as Latin-1, of a non-ASCII character in UTF-8 (RFC 3629, section 4), or one that belongs to none. */
const SEQUENCE =
  /[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}|[\x80-\xff]/g;

/** Decodes bytes that are not valid UTF-8: as Windows-1252, or only the stray bytes if most characters are valid. */
function decodeLegacy(buffer: Buffer): string {
  const text = buffer.toString('latin1');
  const sequences = text.slice(0, SAMPLE).match(SEQUENCE) ?? [];
  const stray = sequences.filter((sequence) => sequence.length === 1).length;
  if (sequences.length <= 2 * stray) return windows1252(text);
  return text.replace(SEQUENCE, (sequence) =>
    sequence.length === 1 ? windows1252(sequence) : Buffer.from(sequence, 'latin1').toString(),
  );
}

/** A text in which bytes 0x80–0x9F were taken for the control characters of Latin-1, read as Windows-1252. */
export const windows1252 = (latin1: string): string =>
  latin1.replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!);
