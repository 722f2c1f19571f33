import type { Term } from './query.ts';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from './stem.ts';
import { isTypo } from './typos.ts';

/** Matches the folded words of texts against one word of a query. */
export class TermMatcher {
  /** The first UTF-16 units of all words that can be forms of the term. */
  readonly firstUnits: readonly number[];
  readonly #term: Term;
  readonly #quoted: boolean;
  readonly #kinship: (word: string) => number;
  readonly #kinships = new Map<string, number>();
  readonly #typos = new Map<string, boolean>();

  constructor(term: Term, quoted: boolean) {
    this.#term = term;
    this.#quoted = quoted;
    this.#kinship = kinshipWith(term.folded);
    const { folded } = term;
    const beginnings = quoted ? [folded] : [folded, ...stemPrefixes(folded), ...formsOf(folded)];
    this.firstUnits = beginnings.map((beginning) => beginning.charCodeAt(0));
  }

  /** Whether a word is a form of the term: the term itself, an inflection, a word of its family, or one that it begins. */
  isForm(folded: string): boolean {
    const term = this.#term;
    if (folded === term.folded || (term.prefix && folded.startsWith(term.folded))) return true;
    return this.#kinshipOf(folded) !== Kinship.none;
  }

  /** Whether a word is a misspelling of the term. */
  isTypo(folded: string): boolean {
    if (this.#quoted) return false;
    let known = this.#typos.get(folded);
    if (known === undefined) {
      known = isTypo(this.#term.folded, folded, this.#term.prefix);
      this.#typos.set(folded, known);
    }
    return known;
  }

  #kinshipOf(folded: string): number {
    if (this.#quoted) return Kinship.none;
    let known = this.#kinships.get(folded);
    if (known === undefined) {
      known = this.#kinship(folded);
      this.#kinships.set(folded, known);
    }
    return known;
  }
}
