import { memoized } from '../algorithms/memoized.ts';
import type { Term } from './query.ts';
import { formsOf, Kinship, kinshipWith, stemPrefixes } from './stem.ts';
import { isTypo } from './typos.ts';

/** Words that a matcher remembers: a long text may have millions that come once. */
const REMEMBERED = 50_000;

/** Matches the folded words of texts against one word of a query. */
export class TermMatcher {
  /** The first UTF-16 units of all words that can be forms of the term. */
  readonly firstUnits: readonly number[];
  /** The key that a word must have; undefined if accents do not matter. */
  readonly key: string | undefined;
  /** Whether a word is a form of the term: the term itself, an inflection, a word of its family, or one that it begins. */
  readonly isForm: (folded: string) => boolean;
  /** Whether a word is a misspelling of the term. */
  readonly isTypo: (folded: string) => boolean;
  /** True if a word is a form or a misspelling of the term. Remembers nothing: its caller does. */
  readonly accepts: (folded: string) => boolean;

  constructor({ folded: term, key, prefix, exact }: Term, quoted: boolean) {
    this.key = exact ? key : undefined;
    const beginnings = quoted ? [term] : [term, ...stemPrefixes(term), ...formsOf(term)];
    this.firstUnits = beginnings.map((beginning) => beginning.charCodeAt(0));
    const isPlain = (word: string): boolean => word === term || (prefix && word.startsWith(term));
    const kinship = kinshipWith(term);
    const kinshipOnce = memoized(kinship, REMEMBERED);
    const isMisspelt = (word: string): boolean => isTypo(term, word, prefix);
    this.isForm = quoted ? isPlain : (word) => isPlain(word) || kinshipOnce(word) !== Kinship.none;
    this.isTypo = quoted ? () => false : memoized(isMisspelt, REMEMBERED);
    this.accepts = quoted
      ? isPlain
      : (word) => isPlain(word) || kinship(word) !== Kinship.none || isMisspelt(word);
  }
}
