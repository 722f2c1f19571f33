/**
 * Integers of a slot: the hash of its word, the number of the word plus one (0 in an empty slot), and its units, four to an
 * integer, with zeros after them.
 */
const SLOT = 8;
const SLOT_SHIFT = 3;
const NUMBER = 1;
const KEY = 2;
/** Integers of the units of a word. */
const INTEGERS = SLOT - KEY;
const LONGEST = 4 * INTEGERS;

/** The share of slots that may be taken: more free ones would take more memory to wait for. */
const FULL = 0.7;

/** Words that are looked up together, at most. */
const BATCH = 256;

/**
 * A hash table with open addressing of words of 1 to 24 units, all below 256: nearly all words of Latin scripts. Waiting for
 * memory is most of the time of a look-up, so slots hold the words themselves, and words are looked up in batches: the slots
 * of a batch are first read in a short loop, in which the processor waits for many of them at once.
 */
export class ShortWords {
  /** Words in the table. */
  count = 0;
  /** Words that wait to be looked up. */
  waiting = 0;
  #slots = new Int32Array(SLOT << 12);
  /** By waiting word: its hash, the integers of its units, and these. */
  readonly #hashes = new Int32Array(BATCH);
  readonly #lengths = new Uint8Array(BATCH);
  readonly #keys = new Int32Array(BATCH * INTEGERS);
  /** The sum of the values read in advance: because it is kept, the reads are not optimized away. */
  seen = 0;

  get isFull(): boolean {
    return this.waiting === BATCH;
  }

  /** Puts the word `units[0, length)` among those that wait; false if it is not short. There must be room for it. */
  add(units: Uint16Array, length: number): boolean {
    if (length > LONGEST) return false;
    const keys = this.#keys;
    const from = this.waiting * INTEGERS;
    let at = from;
    let all = 0;
    let packed = 0;
    let hash = length;
    for (let i = 0; i < length; i += 1) {
      const unit = units[i]!;
      all |= unit;
      packed |= unit << (8 * (i & 3));
      if ((i & 3) !== 3 && i + 1 < length) continue;
      keys[at++] = packed;
      hash = Math.imul(hash ^ packed, 0x9e3779b1);
      hash ^= hash >>> 15;
      packed = 0;
    }
    if (all > 0xff) return false;
    this.#hashes[this.waiting] = hash;
    this.#lengths[this.waiting] = at - from;
    this.waiting += 1;
    return true;
  }

  /** Reads the slots of the words that wait. */
  prepare(): void {
    const slots = this.#slots;
    const hashes = this.#hashes;
    const mask = slots.length - 1;
    let seen = 0;
    for (let i = 0; i < this.waiting; i += 1) seen ^= slots[(hashes[i]! << SLOT_SHIFT) & mask]!;
    this.seen = seen;
  }

  /** The number of the word that is `index` among those that wait, which is `free` if it is new. */
  number(index: number, free: number): number {
    const keys = this.#keys;
    const from = index * INTEGERS;
    const length = this.#lengths[index]!;
    const hash = this.#hashes[index]!;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let at = (hash << SLOT_SHIFT) & mask; ; at = (at + SLOT) & mask) {
      const number = slots[at + NUMBER]!;
      if (number === 0) return this.#insert(at, index, free);
      if (slots[at] !== hash) continue;
      let i = 0;
      while (i < length && slots[at + KEY + i] === keys[from + i]) i += 1;
      if (i === length && (i === INTEGERS || slots[at + KEY + i] === 0)) return number - 1;
    }
  }

  /** Writes the words to `words`, by their numbers. */
  collect(words: string[]): void {
    const slots = this.#slots;
    const bytes = Buffer.allocUnsafe(this.count * LONGEST);
    const numbers = new Uint32Array(this.count);
    const ends = new Uint32Array(this.count);
    let [end, found] = [0, 0];
    for (let at = 0; at < slots.length; at += SLOT) {
      if (slots[at + NUMBER] === 0) continue;
      for (let i = 0; i < LONGEST; i += 1) {
        const unit = (slots[at + KEY + (i >> 2)]! >>> (8 * (i & 3))) & 0xff;
        if (unit === 0) break;
        bytes[end++] = unit;
      }
      numbers[found] = slots[at + NUMBER]! - 1;
      ends[found++] = end;
    }
    // A long string that is cut takes less time than a string for each word.
    const text = bytes.toString('latin1', 0, end);
    for (let i = 0; i < found; i += 1) words[numbers[i]!] = text.slice(ends[i - 1] ?? 0, ends[i]);
  }

  #insert(at: number, index: number, number: number): number {
    const slots = this.#slots;
    slots[at] = this.#hashes[index]!;
    slots[at + NUMBER] = number + 1;
    const from = index * INTEGERS;
    for (let i = 0; i < this.#lengths[index]!; i += 1) slots[at + KEY + i] = this.#keys[from + i]!;
    this.count += 1;
    if (this.count * SLOT > FULL * slots.length) this.#growSlots();
    return number;
  }

  #growSlots(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + NUMBER] === 0) continue;
      let at = (old[from]! << SLOT_SHIFT) & mask;
      while (slots[at + NUMBER] !== 0) at = (at + SLOT) & mask;
      for (let i = 0; i < SLOT; i += 1) slots[at + i] = old[from + i]!;
    }
    this.#slots = slots;
  }
}
