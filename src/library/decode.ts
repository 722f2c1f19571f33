import { isUtf8 } from 'node:buffer';

/** Code points of Windows-1252's bytes 0x80–0x9F; the other bytes are Latin-1 (Encoding Standard, index windows-1252). */
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** How many bytes of a file are looked at to tell what it is. */
const SAMPLE = 65_536;

/**
 * Text of a file's bytes, with LF line ends; undefined where they are not text.
 *
 * A byte order mark decides, then UTF-16 seen by its zero bytes, then UTF-8. What is not UTF-8 is Windows-1252, or,
 * where most of it is UTF-8, UTF-8 with stray Windows-1252 bytes.
 *
 * @param cut  the bytes are the beginning of a longer file, and may end within a character
 */
export function decode(bytes: Uint8Array, cut = false): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = decodeBytes(buffer, cut);
  return text?.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
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
  return isUtf8(whole) ? whole.toString('utf8') : decodeLegacy(whole);
}

function utf16(buffer: Buffer, big: boolean): string {
  const even = buffer.subarray(0, buffer.length & ~1);
  return (big ? Buffer.from(even).swap16() : even).toString('utf16le');
}

/**
 * UTF-16 without a mark: in most scripts nearly every other byte of spaces and punctuation, and in the Latin one of
 * letters too, is zero, always on the same side.
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

/** First bytes of formats that could pass for text for a while. */
const MAGIC = /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x7fELF|\{\\rtf|\x1f\x8b|BZh)/;

/** How many bytes are looked at for controls that text does not have. */
const CONTROLS = 2048;
/** These; tab, LF, VT, FF, CR and escape do occur in text. */
const CONTROL = /[\x01-\x08\x0e-\x1a\x1c-\x1f]/g;

function isBinary(sample: Buffer): boolean {
  if (sample.includes(0)) return true;
  const length = Math.min(CONTROLS, sample.length);
  const start = sample.toString('latin1', 0, length);
  const controls = start.match(CONTROL)?.length ?? 0;
  return controls > length * 0.02 || MAGIC.test(start);
}

/** Length without the UTF-8 character that the end of `buffer` cuts through. */
function wholeCharacters(buffer: Buffer): number {
  for (let back = 1; back <= Math.min(3, buffer.length); back++) {
    const byte = buffer[buffer.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? buffer.length - back : buffer.length;
  }
  return buffer.length;
}

const sequenceLength = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1);

/** Bytes that are not UTF-8 throughout: read as Windows-1252, or byte by byte where UTF-8 prevails. */
function decodeLegacy(buffer: Buffer): string {
  let valid = 0;
  let stray = 0;
  for (const length of sequences(buffer.subarray(0, SAMPLE))) length > 1 ? valid++ : stray++;
  if (valid <= stray) return windows1252(buffer);
  const parts: string[] = [];
  let from = 0;
  let at = 0;
  while (at < buffer.length) {
    if (buffer[at]! < 0x80) at++;
    else {
      const length = sequenceAt(buffer, at);
      if (length === 1) {
        parts.push(buffer.toString('utf8', from, at), windows1252(buffer.subarray(at, at + 1)));
        from = at + 1;
      }
      at += length;
    }
  }
  parts.push(buffer.toString('utf8', from));
  return parts.join('');
}

/** Lengths of what begins at each non-ASCII byte: 1 for a stray byte, else that of a UTF-8 character. */
function* sequences(buffer: Buffer): Generator<number> {
  for (let at = 0; at < buffer.length; ) {
    if (buffer[at]! < 0x80) {
      at++;
      continue;
    }
    const length = sequenceAt(buffer, at);
    yield length;
    at += length;
  }
}

function sequenceAt(buffer: Buffer, at: number): number {
  const length = sequenceLength(buffer[at]!);
  return length > 1 && at + length <= buffer.length && isUtf8(buffer.subarray(at, at + length)) ? length : 1;
}

function windows1252(buffer: Buffer): string {
  return buffer
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80]!);
}
