import { grown } from '../algorithms/grown.ts';

/** A slot is a pair: the hash of a word, the offset of its record (0 for an empty slot). */
const PAIR = 2;
/** Units of a record before those of the word: its length, and its number in two units. */
const HEAD = 3;

/**
 * Numbers words in the order in which they first come: a hash table with open addressing over UTF-16 units, which makes no
 * strings. A look-up reads memory in two places, slot and record; waiting for these is most of its time.
 */
export class WordTable {
  #slots = new Int32Array(PAIR << 12);
  #pool = new Uint16Array(1 << 15);
  /** Where the next record goes. No record is at offset 0. */
  #end = 1;
  #count = 0;

  /** The number of the word `units[0, length)`; the next free one if the word is new. */
  number(units: Uint16Array, length: number): number {
    let hash = length;
    for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ units[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const slots = this.#slots;
    const pool = this.#pool;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + PAIR) & mask) {
      const place = slots[slot + 1]!;
      if (place === 0) return this.#insert(slot, hash, units, length);
      if (slots[slot] !== hash || pool[place] !== length) continue;
      let i = 0;
      while (i < length && pool[place + HEAD + i] === units[i]) i += 1;
      if (i === length) return pool[place + 1]! | (pool[place + 2]! << 16);
    }
  }

  /** The words sorted by UTF-16 unit, and their numbers in the same order. */
  sorted(): { order: Uint32Array; keys: string[] } {
    const numbers = new Map<string, number>();
    for (let place = 1; place < this.#end; place += HEAD + this.#pool[place]!) {
      const units = this.#pool.subarray(place + HEAD, place + HEAD + this.#pool[place]!);
      numbers.set(String.fromCharCode.apply(null, units as unknown as number[]), numbers.size);
    }
    // The default order is the one wanted, and faster than a comparison function.
    const keys = [...numbers.keys()].sort();
    return { order: Uint32Array.from(keys, (key) => numbers.get(key)!), keys };
  }

  #insert(slot: number, hash: number, units: Uint16Array, length: number): number {
    const number = this.#count++;
    const place = this.#end;
    this.#end += HEAD + length;
    if (this.#end > this.#pool.length) this.#pool = grown(this.#pool);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = place;
    this.#pool[place] = length;
    this.#pool[place + 1] = number & 0xffff;
    this.#pool[place + 2] = number >>> 16;
    this.#pool.set(units.subarray(0, length), place + HEAD);
    if (this.#count * 2 * PAIR > this.#slots.length) this.#growSlots();
    return number;
  }

  #growSlots(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < old.length; i += PAIR) {
      if (old[i + 1] === 0) continue;
      let slot = (old[i]! << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + PAIR) & mask;
      slots[slot] = old[i]!;
      slots[slot + 1] = old[i + 1]!;
    }
    this.#slots = slots;
  }
}
