import { grown } from '../algorithms/grown.ts';
import { textOfUnits } from '../unicode/units.ts';
import { ShortWords } from './short-words.ts';
import { sortedWords } from './sorted-words.ts';

/** Entries that wait for the numbers of their words, at most. */
const WAITING = 1024;
/** Among the numbers of entries: their words wait among the short ones. */
const SHORT = -1;

/**
 * Numbers words in the order in which they first come, without making strings of them. The numbers come some words later, as
 * short words are looked up in batches.
 */
export class WordTable {
  readonly #short = new ShortWords();
  readonly #others = new OtherWords();
  readonly #onNumber: (number: number, position: number) => void;
  /** The entries that wait: their positions, and the numbers of those whose words are not short. */
  #waiting = 0;
  readonly #positions = new Uint32Array(WAITING);
  readonly #numbers = new Int32Array(WAITING);

  /** @param onNumber  called for each word that was added, in order, with its number and its position */
  constructor(onNumber: (number: number, position: number) => void) {
    this.#onNumber = onNumber;
  }

  /** Adds the word `units[0, length)`, which is at `position`. */
  add(units: Uint16Array, length: number, position: number): void {
    const isShort = this.#short.add(units, length);
    this.#positions[this.#waiting] = position;
    this.#numbers[this.#waiting] = isShort ? SHORT : this.#others.number(units, length, this.#free);
    this.#waiting += 1;
    if (this.#short.isFull || this.#waiting === WAITING) this.finish();
  }

  /** Looks up the words that wait. */
  finish(): void {
    const short = this.#short;
    short.prepare();
    let at = 0;
    for (let i = 0; i < this.#waiting; i += 1) {
      const known = this.#numbers[i]!;
      const number = known === SHORT ? short.number(at++, this.#free) : known;
      this.#onNumber(number, this.#positions[i]!);
    }
    this.#waiting = 0;
    short.waiting = 0;
  }

  /** The words sorted by UTF-16 unit, and their numbers in the same order. None may wait. */
  sorted(): { order: Uint32Array; keys: string[] } {
    const words = new Array<string>(this.#free);
    this.#short.collect(words);
    this.#others.collect(words);
    return sortedWords(words);
  }

  get #free(): number {
    return this.#short.count + this.#others.count;
  }
}

/** A slot is a pair: the hash of a word, the offset of its record (0 for an empty slot). */
const PAIR = 2;
/** Units of a record before those of the word: its length, and its number in two units. */
const HEAD = 3;

/** A hash table with open addressing of words of any units: slots refer to records of their units. */
class OtherWords {
  count = 0;
  #slots = new Int32Array(PAIR << 12);
  #pool = new Uint16Array(1 << 15);
  /** Where the next record goes. No record is at offset 0. */
  #end = 1;

  /** The number of a word, which is `free` if the word is new. */
  number(units: Uint16Array, length: number, free: number): number {
    let hash = length;
    for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ units[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const slots = this.#slots;
    const pool = this.#pool;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + PAIR) & mask) {
      const place = slots[slot + 1]!;
      if (place === 0) return this.#insert(slot, hash, units, length, free);
      if (slots[slot] !== hash || pool[place] !== length) continue;
      let i = 0;
      while (i < length && pool[place + HEAD + i] === units[i]) i += 1;
      if (i === length) return pool[place + 1]! | (pool[place + 2]! << 16);
    }
  }

  /** Writes the words to `words`, by their numbers. */
  collect(words: string[]): void {
    const pool = this.#pool;
    for (let place = 1; place < this.#end; place += HEAD + pool[place]!) {
      const units = pool.subarray(place + HEAD);
      words[pool[place + 1]! | (pool[place + 2]! << 16)] = textOfUnits(units, pool[place]!);
    }
  }

  #insert(slot: number, hash: number, units: Uint16Array, length: number, number: number): number {
    this.count += 1;
    const place = this.#end;
    this.#end += HEAD + length;
    if (this.#end > this.#pool.length) this.#pool = grown(this.#pool);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = place;
    this.#pool[place] = length;
    this.#pool[place + 1] = number & 0xffff;
    this.#pool[place + 2] = number >>> 16;
    this.#pool.set(units.subarray(0, length), place + HEAD);
    if (this.count * 2 * PAIR > this.#slots.length) this.#growSlots();
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
