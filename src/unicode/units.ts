/** Zeros behind what was loaded, so that who reads need not look for the end at every unit. */
const PADDING = 8;
/** Units for which a loop is faster than a call. */
const FEW = 24;

/** Whether the machine keeps the low byte of a number first. */
export const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** A part of a text as an array of UTF-16 units: it is read several times faster than a string, and copied in no time. */
export class Units {
  private units = new Uint16Array(0);
  private bytes = Buffer.alloc(0);

  /** The units [from, from + length) of `text`, then zeros; valid until the next call. */
  load(text: string, from: number, length: number): Uint16Array {
    if (this.units.length < length + PADDING) {
      this.units = new Uint16Array(Math.max(length + PADDING, 2 * this.units.length));
      this.bytes = Buffer.from(this.units.buffer);
    }
    const { units, bytes } = this;
    if (length < FEW) for (let i = 0; i < length; i += 1) units[i] = text.charCodeAt(from + i);
    else {
      bytes.write(length === text.length ? text : text.slice(from, from + length), 'utf16le');
      if (!isLittleEndian) bytes.subarray(0, 2 * length).swap16();
    }
    units.fill(0, length, length + PADDING);
    return units;
  }
}

/** The text of `units[0, length)`, some hundred at most. */
export const textOfUnits = (units: Uint16Array, length: number): string =>
  String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
