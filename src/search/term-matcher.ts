import type { Term } from './query.ts';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from './stem.ts';
import { isTypo } from './typos.ts';

/** How a word of a text answers a word of a query, from the best. */
export const Tier = { exact: 5, stem: 4, prefix: 3, family: 2, typo: 1, none: 0 } as const;

/** Answers, for one word of a query, how well the folded words of texts match it. */
export class TermMatcher {
  /** Of all words that have a tier above `typo`. */
  readonly firstUnits: readonly number[];
  private readonly term: Term;
  private readonly quoted: boolean;
  private readonly kinship: (word: string) => number;
  private readonly seen = new Map<string, number>();
  private readonly typos = new Map<string, boolean>();

  constructor(term: Term, quoted: boolean) {
    this.term = term;
    this.quoted = quoted;
    this.kinship = kinshipWith(term.folded);
    const { folded } = term;
    const beginnings = quoted ? [folded] : [folded, ...stemPrefixes(folded), ...formsOf(folded)];
    this.firstUnits = beginnings.map((beginning) => beginning.charCodeAt(0));
  }

  /** The best tier above `typo`, or `none`. */
  tier(folded: string): number {
    const { term } = this;
    if (folded === term.folded) return Tier.exact;
    const kinship = this.kinshipOf(folded);
    if (kinship === Kinship.inflection) return Tier.stem;
    if (term.prefix && folded.startsWith(term.folded)) return Tier.prefix;
    return kinship === Kinship.family ? Tier.family : Tier.none;
  }

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
    let known = this.seen.get(folded);
    if (known === undefined) {
      known = this.kinship(folded);
      this.seen.set(folded, known);
    }
    return known;
  }
}
