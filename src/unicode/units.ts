/** Zeros after the units, so that readers need not check for the end at every unit. */
const PADDING = 8;
/** Fewer units are copied faster by a loop than by a call. */
const FEW = 24;

/** Whether the machine is little-endian. */
export const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A text that is read part by part: a string, or one that is kept in parts. */
export interface SlicedText {
  /** In UTF-16 units. */
  readonly length: number;
  slice(from: number, to: number): string;
}

/** Copies a part of a text into an array of UTF-16 units, which is read several times faster than a string. */
export class Units {
  #units = new Uint16Array(0);
  #bytes = Buffer.alloc(0);

  /** The units [from, from + length) of `text`, followed by zeros. Valid until the next call. */
  load(text: SlicedText, from: number, length: number): Uint16Array {
    if (this.#units.length < length + PADDING) {
      this.#units = new Uint16Array(Math.max(length + PADDING, 2 * this.#units.length));
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    const units = this.#units;
    const bytes = this.#bytes;
    const part = typeof text === 'string' && length === text.length ? text : text.slice(from, from + length);
    if (length < FEW) for (let i = 0; i < length; i += 1) units[i] = part.charCodeAt(i);
    else {
      bytes.write(part, 'utf16le');
      if (!isLittleEndian) bytes.subarray(0, 2 * length).swap16();
    }
    units.fill(0, length, length + PADDING);
    return units;
  }
}

/** The text of `units[0, length)`: a few hundred at most, since each is an argument of a call. */
export const textOfUnits = (units: Uint16Array, length: number): string =>
  String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);

/** The first `length` UTF-16 units of a text, one fewer if they would end inside a character. */
export const firstUnits = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\ud800-\udbff]$/, '');
