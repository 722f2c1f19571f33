import type { Match } from './match.ts';
import type { Clause, Field, Query } from './query.ts';
import { TermMatcher, Tier } from './tier.ts';
import { tokenize, type Word } from './tokenize.ts';

/** A match and the number of the clause it answers. */
export interface ClauseMatch extends Match {
  readonly clause: number;
}

/**
 * Where `text` answers `query`, in order, without overlaps: what a reader highlights. Excluded words, stop words (while
 * the query has others) and conditions on another field than `field` are not looked for. A word's misspellings
 * count only where the text has the word in no better form.
 */
export function findMatches(text: string, query: Query, field: Field = 'body'): readonly Match[] {
  const found = clauseMatches(text, query, field);
  const matches: Match[] = [];
  let end = 0;
  for (const match of found) {
    if (match.start < end) continue;
    matches.push({ start: match.start, end: match.end });
    end = match.end;
  }
  return matches;
}

/** All matches with their clauses, by start, the longest first. */
export function clauseMatches(text: string, query: Query, field: Field = 'body'): readonly ClauseMatch[] {
  const words = tokenize(text);
  const plain = words.filter((word) => !word.joined);
  const found = query.clauses.flatMap((clause, index) =>
    clause.excluded || clause.optional || (clause.field !== undefined && clause.field !== field)
      ? []
      : [...occurrences(clause, words, plain)].map(([start, end]) => ({ start, end, clause: index })),
  );
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Ranges of the words that answer one clause. */
function occurrences(
  clause: Clause,
  words: readonly Word[],
  plain: readonly Word[],
): readonly (readonly [number, number])[] {
  const { terms, joined } = matchersOf(clause);
  const found = runs(terms, terms.length === 1 ? words : plain);
  return joined ? [...found, ...runs([joined], words)] : found;
}

interface Matchers {
  readonly terms: readonly TermMatcher[];
  /** For the terms written as one word. */
  readonly joined: TermMatcher | undefined;
}

/** What was made for a clause, which serves text after text: what is known of a word is not worked out anew. */
const made = new WeakMap<Clause, Matchers>();

function matchersOf(clause: Clause): Matchers {
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
function runs(matchers: readonly TermMatcher[], words: readonly Word[]): [number, number][] {
  const found = runsOf(matchers, words, (matcher, word) => matcher.tier(word) > Tier.none);
  if (found.length > 0 || matchers.length > 1) return found;
  return runsOf(matchers, words, (matcher, word) => matcher.isTypo(word));
}

function runsOf(
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
