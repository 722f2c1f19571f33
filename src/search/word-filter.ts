import { foldedForm, type Token } from './tokenize.ts';

/** Words that are remembered at a time, a power of two, and the longest of them in UTF-16 units. */
const SLOTS = 1 << 12;
const LONGEST = 16;

/**
 * Says of the words of a text if they are accepted, and remembers it by their units: in a long text most words come again and
 * again, and to make a string of each would take most of the time of a search.
 */
export class WordFilter {
  readonly #accepts: (folded: string) => boolean;
  readonly #units = new Uint16Array(SLOTS * LONGEST);
  /** The lengths of the words in the slots, 0 in empty ones. */
  readonly #lengths = new Uint8Array(SLOTS);
  readonly #verdicts = new Uint8Array(SLOTS);

  /** @param accepts  says it of a folded word; must always say the same */
  constructor(accepts: (folded: string) => boolean) {
    this.#accepts = accepts;
  }

  accepts(token: Token): boolean {
    const { units, folded: length } = token;
    if (length > LONGEST) return this.#accepts(foldedForm(token));
    const slot = slotOf(units, length);
    if (!this.#holds(slot, units, length)) {
      const base = slot * LONGEST;
      for (let i = 0; i < length; i += 1) this.#units[base + i] = units[i]!;
      this.#lengths[slot] = length;
      this.#verdicts[slot] = this.#accepts(foldedForm(token)) ? 1 : 0;
    }
    return this.#verdicts[slot] === 1;
  }

  #holds(slot: number, units: Uint16Array, length: number): boolean {
    if (this.#lengths[slot] !== length) return false;
    const base = slot * LONGEST;
    for (let i = 0; i < length; i += 1) if (this.#units[base + i] !== units[i]) return false;
    return true;
  }
}

/** The slot of a word, by its hash (FNV-1a, for units instead of bytes). */
function slotOf(units: Uint16Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i += 1) hash = Math.imul(hash ^ units[i]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
