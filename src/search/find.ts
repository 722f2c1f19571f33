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
  const matchers = clause.terms.map((term) => new TermMatcher(term, clause.quoted));
  const found = runs(matchers, matchers.length === 1 ? words : plain);
  if (clause.joined === undefined) return found;
  const last = clause.terms.at(-1)!;
  const whole = new TermMatcher({ ...last, folded: clause.joined, key: clause.joined }, false);
  return [...found, ...runs([whole], words)];
}

/** Words in a row that answer `matchers` one by one; for a lone word, its misspellings failing all else. */
function runs(matchers: readonly TermMatcher[], words: readonly Word[]): [number, number][] {
  const answer = (accepts: (matcher: TermMatcher, word: Word) => boolean) =>
    words.flatMap((first, i): [number, number][] => {
      const all = matchers.every(
        (matcher, k) => words[i + k] !== undefined && accepts(matcher, words[i + k]!),
      );
      return all ? [[first.start, words[i + matchers.length - 1]!.end]] : [];
    });
  const found = answer((matcher, word) => matcher.tier(word.folded) > Tier.none);
  if (found.length > 0 || matchers.length > 1) return found;
  return answer((matcher, word) => matcher.isTypo(word.folded));
}
