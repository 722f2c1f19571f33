import { grown } from '../algorithms/grown.ts';

/** Set in the first of two units of an entry. */
const LONG = 0x8000;

/**
 * The occurrences of words in the order in which they were read: the number of the word, and its position. An entry is twice the
 * number, plus one if the position follows, because it is not the next one after the word before. It takes two bytes for the
 * words that were met first, which are most occurrences, and four for others and for a position.
 */
export class WordLog {
  #units = new Uint16Array(1 << 12);
  #end = 0;
  #next = 0;

  /** @param number  below 2³⁰ */
  push(number: number, position: number): void {
    if (this.#end + 4 > this.#units.length) this.#units = grown(this.#units);
    const units = this.#units;
    const entry = position === this.#next ? 2 * number : 2 * number + 1;
    if (entry < LONG) units[this.#end++] = entry;
    else {
      units[this.#end++] = LONG | (entry >>> 16);
      units[this.#end++] = entry & 0xffff;
    }
    if (position !== this.#next) {
      units[this.#end++] = position >>> 16;
      units[this.#end++] = position & 0xffff;
    }
    this.#next = position + 1;
  }

  /** Reads the entries from the first on. */
  reader(): WordLogReader {
    return new WordLogReader(this.#units);
  }
}

class WordLogReader {
  readonly #units: Uint16Array;
  #at = 0;
  /** The position of the word that was read last. */
  position = -1;

  constructor(units: Uint16Array) {
    this.#units = units;
  }

  /** The number of the next word, which must exist. */
  next(): number {
    const units = this.#units;
    let entry = units[this.#at++]!;
    if (entry >= LONG) entry = (entry - LONG) * 0x10000 + units[this.#at++]!;
    if ((entry & 1) === 0) this.position += 1;
    else {
      this.position = units[this.#at]! * 0x10000 + units[this.#at + 1]!;
      this.#at += 2;
    }
    return entry >>> 1;
  }
}
