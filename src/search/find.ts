import type { Match } from './match.ts';
import type { Clause, Field, Query } from './query.ts';
import { TermMatcher, Tier } from './tier.ts';
import { tokenize, type Word } from './tokenize.ts';

/** A match and the number of the clause it answers. */
export interface ClauseMatch extends Match {
  readonly clause: number;
}

/**
 * All matches with their clauses, by start, the longest first.
 *
 * @param accepts  whether a word that stands alone in a clause is also found misspelt, failing all else
 */
export function clauseMatches(
  text: string,
  query: Query,
  accepts: 'misspelt' | 'forms' = 'misspelt',
): readonly ClauseMatch[] {
  const words = tokenize(text);
  const plain = words.filter((word) => !word.joined);
  const found = query.clauses.flatMap((clause, index) =>
    isSought(clause, 'body')
      ? occurrences(clause, words, plain, accepts).map(([start, end]) => ({ start, end, clause: index }))
      : [],
  );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether a clause is looked for: not what is excluded, stop words beside others, conditions on another field. */
export const isSought = (clause: Clause, field: Field): boolean =>
  !clause.excluded && !clause.optional && (clause.field === undefined || clause.field === field);

/** Ranges of the words that answer one clause. */
function occurrences(
  clause: Clause,
  words: readonly Word[],
  plain: readonly Word[],
  accepts: 'misspelt' | 'forms',
): readonly (readonly [number, number])[] {
  const { terms, joined } = matchersOf(clause);
  const runs = accepts === 'forms' ? runsOfForms : runsOfAny;
  const found = runs(terms, terms.length === 1 ? words : plain);
  return joined ? [...found, ...runs([joined], words)] : found;
}

export interface Matchers {
  readonly terms: readonly TermMatcher[];
  /** For the terms written as one word. */
  readonly joined: TermMatcher | undefined;
}

/** What was made for a clause, which serves text after text: what is known of a word is not worked out anew. */
const made = new WeakMap<Clause, Matchers>();

export function matchersOf(clause: Clause): Matchers {
  let matchers = made.get(clause);
  if (!matchers) {
    const { terms, quoted, joined: folded } = clause;
    matchers = {
      terms: terms.map((term) => new TermMatcher(term, quoted)),
      joined:
        folded === undefined ? undefined : new TermMatcher({ ...terms.at(-1)!, folded, key: folded }, false),
    };
    made.set(clause, matchers);
  }
  return matchers;
}

/** Words in a row that answer `matchers` one by one; for a lone word, its misspellings failing all else. */
function runsOfAny(matchers: readonly TermMatcher[], words: readonly Word[]): [number, number][] {
  const found = runsOfForms(matchers, words);
  return found.length > 0 || matchers.length > 1 ? found : runsOf(matchers, words, isMisspelt);
}

const runsOfForms = (matchers: readonly TermMatcher[], words: readonly Word[]): [number, number][] =>
  runsOf(matchers, words, isForm);

/** A word as it was asked for, inflected, of its family, or with more letters after it. */
export const isForm = (matcher: TermMatcher, folded: string): boolean => matcher.tier(folded) > Tier.none;
export const isMisspelt = (matcher: TermMatcher, folded: string): boolean => matcher.isTypo(folded);

/** Ranges of words in a row that `accepts` takes one by one for `matchers`. */
export function runsOf(
  matchers: readonly TermMatcher[],
  words: readonly Word[],
  accepts: (matcher: TermMatcher, folded: string) => boolean,
): [number, number][] {
  const found: [number, number][] = [];
  const { length } = matchers;
  for (let i = 0; i + length <= words.length; i += 1) {
    let k = 0;
    while (k < length && accepts(matchers[k]!, words[i + k]!.folded)) k += 1;
    if (k === length) found.push([words[i]!.start, words[i + length - 1]!.end]);
  }
  return found;
}
