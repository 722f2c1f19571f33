import { isTypo } from './fuzzy.ts';
import type { Term } from './query.ts';
import { stemEnglish } from './stem-en.ts';
import { stemFrench } from './stem-fr.ts';

/** How a word of a text answers a word of a query, from the best. */
export const Tier = { exact: 4, stem: 3, prefix: 2, typo: 1, none: 0 } as const;

/** Answers, for one word of a query, how well the folded words of texts match it. */
export class TermMatcher {
  private readonly term: Term;
  private readonly quoted: boolean;
  private readonly french: string;
  private readonly english: string;
  private readonly seen = new Map<string, number>();

  constructor(term: Term, quoted: boolean) {
    this.term = term;
    this.quoted = quoted;
    this.french = stemFrench(term.folded);
    this.english = stemEnglish(term.folded);
  }

  /** The best tier above `typo`, or `none`. */
  tier(folded: string): number {
    const { term } = this;
    if (folded === term.folded) return Tier.exact;
    if (term.prefix && folded.startsWith(term.folded)) return this.isStem(folded) ? Tier.stem : Tier.prefix;
    return this.isStem(folded) ? Tier.stem : Tier.none;
  }

  isTypo(folded: string): boolean {
    return !this.quoted && isTypo(this.term.folded, folded, this.term.prefix);
  }

  private isStem(folded: string): boolean {
    if (this.quoted || folded.charCodeAt(0) !== this.term.folded.charCodeAt(0)) return false;
    let known = this.seen.get(folded);
    if (known === undefined) {
      known = Number(stemFrench(folded) === this.french || stemEnglish(folded) === this.english);
      this.seen.set(folded, known);
    }
    return known === 1;
  }
}
