import { ACCENT_SEPARATOR, MAX_KEY, TITLE_MARK } from './tokenize.ts';
import { typosAllowed } from './typos.ts';

/** A word of a sorted list: `units[0, length)`. The first `shared` units are equal to those of the word before. */
export interface ListedWord {
  readonly units: Uint16Array;
  readonly length: number;
  readonly shared: number;
}

/**
 * Computes the edit distances from one word to the words of a sorted list, in their order. States are kept for the beginning
 * that a word shares with the one before, and a beginning that is too far away rules out all words that begin with it.
 * Distances are those of `isTypo`.
 *
 * Wu and Manber's automaton (“Fast text searching allowing errors”, CACM 35, 1992), with swaps as in Hyyrö's
 * “Bit-parallel approximate string matching algorithms with transposition” (SPIRE 2003): bit `i` of state `e` is set if the
 * first `i` units of the word are at most `e` edits away from the units read so far.
 */
export class EditWalker {
  /** By number of units read: a state for each number of edits from 0 to `limit`. */
  readonly #states: Int32Array;
  /** By number of units read: the least distance to them or to a shorter beginning. */
  readonly #nearest = new Uint8Array(MAX_KEY + 1);
  /** By unit: bit `i` is set if it is the `i`th of the word, counted from 1. */
  readonly #places = new Map<number, number>();
  /** Mask of the bits in use. */
  readonly #all: number;
  /** Number of units for which there are states. */
  #depth = 0;
  /** Length of a beginning of the last word that is too far away, and with it all words that begin so; 0 for none. */
  deadEnd = 0;
  readonly #last: number;
  readonly #prefix: boolean;
  readonly limit: number;

  /** @param word  of at most `MAX_EDITED` units, which have to fit the bits of a state */
  constructor(word: string, prefix: boolean, limit = typosAllowed(word)) {
    const places = this.#places;
    const nearest = this.#nearest;
    this.#states = new Int32Array((limit + 1) * (MAX_KEY + 1));
    for (let i = 0; i < word.length; i += 1) {
      const unit = word.charCodeAt(i);
      places.set(unit, (places.get(unit) ?? 0) | (2 << i));
    }
    this.#last = word.length;
    this.#all = (2 << word.length) - 1;
    this.#prefix = prefix;
    this.limit = limit;
    for (let edits = 0; edits <= limit; edits += 1) this.#states[edits] = ((2 << edits) - 1) & this.#all;
    nearest[0] = Math.min(word.length, limit + 1);
  }

  /** The distance to the next word of the list, accents ignored; more than `limit` if it is too far away. */
  distance({ units, length, shared }: ListedWord): number {
    const { limit } = this;
    const nearest = this.#nearest;
    const far = limit + 1;
    if (this.deadEnd > 0 && shared >= this.deadEnd) return far;
    this.deadEnd = 0;
    this.#depth = Math.min(this.#depth, shared);
    if (units[0] === TITLE_MARK) {
      this.deadEnd = 1;
      return far;
    }
    while (this.#depth < length && units[this.#depth] !== ACCENT_SEPARATOR) {
      const alive = this.#advance(units);
      if (alive || (this.#prefix && nearest[this.#depth]! <= limit)) continue;
      const isWhole = this.#depth === length || units[this.#depth] === ACCENT_SEPARATOR;
      const singular = isWhole ? this.#plural(units) : far;
      // If the singular is near, the same word with other accents may follow.
      if (singular > limit) this.deadEnd = this.#depth;
      return singular;
    }
    const whole = this.#prefix ? nearest[this.#depth]! : this.#level(this.#depth);
    return whole <= limit ? whole : this.#plural(units);
  }

  /** The distance to the singular of the units read; more than `limit` if they end in no plural's letter. */
  #plural(units: Uint16Array): number {
    const depth = this.#depth;
    const last = units[depth - 1];
    return depth > 1 && (last === 0x73 || last === 0x78) ? this.#level(depth - 1) : this.limit + 1;
  }

  /** Reads one more unit. False if no word that begins so can be near enough. */
  #advance(units: Uint16Array): boolean {
    const { limit } = this;
    const depth = this.#depth;
    const states = this.#states;
    const places = this.#places;
    const all = this.#all;
    const stride = limit + 1;
    const at = stride * depth;
    const here = places.get(units[depth]!) ?? 0;
    const swapped = depth === 0 ? 0 : (here << 1) & (places.get(units[depth - 1]!) ?? 0);
    let before = states[at]!;
    let after = (before << 1) & here;
    states[at + stride] = after;
    for (let edits = 1; edits <= limit; edits += 1) {
      const own = states[at + edits]!;
      after = ((own << 1) & here) | before | ((before | after) << 1);
      if (swapped !== 0) after |= (states[at - stride + edits - 1]! << 2) & swapped;
      after &= all;
      states[at + stride + edits] = after;
      before = own;
    }
    this.#depth = depth + 1;
    if (this.#prefix) this.#nearest[depth + 1] = Math.min(this.#nearest[depth]!, this.#level(depth + 1));
    return after !== 0;
  }

  /** The distance to the first `length` units; more than `limit` if they are too far away. */
  #level(length: number): number {
    const { limit } = this;
    const states = this.#states;
    const last = this.#last;
    const at = (limit + 1) * length;
    let edits = 0;
    while (edits <= limit && ((states[at + edits]! >>> last) & 1) === 0) edits += 1;
    return edits;
  }
}
