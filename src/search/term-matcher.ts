import type { Term } from './query.ts';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from './stem.ts';
import { isTypo } from './typos.ts';

/** How a word of a text matches a word of a query, from the best. */
export const Tier = { exact: 5, stem: 4, prefix: 3, family: 2, typo: 1, none: 0 } as const;

/** Matches the folded words of texts against one word of a query. */
export class TermMatcher {
  /** The first UTF-16 units of all words that can have a tier above `typo`. */
  readonly firstUnits: readonly number[];
  private readonly term: Term;
  private readonly quoted: boolean;
  private readonly kinship: (word: string) => number;
  private readonly kinships = new Map<string, number>();
  private readonly typos = new Map<string, boolean>();

  constructor(term: Term, quoted: boolean) {
    this.term = term;
    this.quoted = quoted;
    this.kinship = kinshipWith(term.folded);
    const { folded } = term;
    const beginnings = quoted ? [folded] : [folded, ...stemPrefixes(folded), ...formsOf(folded)];
    this.firstUnits = beginnings.map((beginning) => beginning.charCodeAt(0));
  }

  /** The tier of a word: `none`, or one above `typo`. */
  tier(folded: string): number {
    const { term } = this;
    if (folded === term.folded) return Tier.exact;
    const kinship = this.kinshipOf(folded);
    if (kinship === Kinship.inflection) return Tier.stem;
    if (term.prefix && folded.startsWith(term.folded)) return Tier.prefix;
    return kinship === Kinship.family ? Tier.family : Tier.none;
  }

  /** Whether a word is a misspelling of the term. */
  isTypo(folded: string): boolean {
    if (this.quoted) return false;
    let known = this.typos.get(folded);
    if (known === undefined) {
      known = isTypo(this.term.folded, folded, this.term.prefix);
      this.typos.set(folded, known);
    }
    return known;
  }

  private kinshipOf(folded: string): number {
    if (this.quoted) return Kinship.none;
    let known = this.kinships.get(folded);
    if (known === undefined) {
      known = this.kinship(folded);
      this.kinships.set(folded, known);
    }
    return known;
  }
}
