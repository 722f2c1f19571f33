import type { Clause, Query } from './query.ts';
import type { Match } from './results.ts';
import { TermMatcher } from './term-matcher.ts';
import { foldedForm, scan } from './tokenize.ts';

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
  const all = soughtOf(query);
  const words = candidatesFor(text, all);
  let misspelt: Words | undefined;
  const found = all.flatMap(({ clause, matchers }) => {
    let matches = runsOf(matchers, words, isForm);
    if (matches.length === 0 && accepts === 'misspelt') {
      misspelt ??= wordsOf(text);
      matches = misspeltOf(matchers, misspelt);
    }
    return matches.map((match) => ({ ...match, clause }));
  });
  return found.sort(byStart);
}

/** The longest first of those that begin together. */
export const byStart = (a: Match, b: Match): number => a.start - b.start || b.end - a.end;

/** Whether a clause is looked for in a body: not what is excluded, stop words beside others, other fields' conditions. */
export const isSought = ({ excluded, optional, field }: Clause): boolean =>
  !excluded && !optional && (field === undefined || field === 'body');

/** Words in a row that answer a clause, each by its matcher. */
export interface Sought {
  readonly clause: number;
  readonly matchers: readonly TermMatcher[];
}

/** What was made for a query, which serves text after text: what is known of a word is not worked out anew. */
const made = new WeakMap<Query, readonly Sought[]>();

/** All that is looked for; a clause that may be written as one word is so in both ways. */
export function soughtOf(query: Query): readonly Sought[] {
  let sought = made.get(query);
  if (!sought) {
    sought = query.clauses.flatMap((clause, number) =>
      isSought(clause) ? matchersOf(clause).map((matchers) => ({ clause: number, matchers })) : [],
    );
    made.set(query, sought);
  }
  return sought;
}

const matchersOf = ({ terms, quoted, joined }: Clause): readonly (readonly TermMatcher[])[] => [
  terms.map((term) => new TermMatcher(term, quoted)),
  ...joined.map((term) => [new TermMatcher(term, false)]),
];

/** A word of a text: folded, and its range. */
interface TextWord extends Match {
  readonly folded: string;
}

/** The words of a text: `all` has compounds both as one and in their parts, `plain` only these. */
export interface Words {
  readonly all: readonly TextWord[];
  readonly plain: readonly TextWord[];
}

/** The words of `text`. */
export function wordsOf(text: string): Words {
  const all: TextWord[] = [];
  const plain: TextWord[] = [];
  scan(text, (token) => {
    const word = { folded: foldedForm(token), start: token.start, end: token.end };
    all.push(word);
    if (!token.joined) plain.push(word);
  });
  return { all, plain };
}

/** The words of `text` that may be forms of what is sought; in phrases, the others are empty. */
function candidatesFor(text: string, sought: readonly Sought[]): Words {
  const matchers = sought.flatMap((each) => each.matchers);
  const first = new Set(matchers.flatMap(({ firstUnits }) => firstUnits));
  const hasPhrase = matchers.length > sought.length;
  const all: TextWord[] = [];
  const plain: TextWord[] = [];
  scan(text, (token) => {
    const isCandidate = first.has(token.units[0]!);
    if (!isCandidate && !hasPhrase) return;
    const word = { folded: isCandidate ? foldedForm(token) : '', start: token.start, end: token.end };
    all.push(word);
    if (!token.joined) plain.push(word);
  });
  return { all, plain };
}

/** A word as it was asked for, inflected, of its family, or with more letters after it. */
export const isForm = (matcher: TermMatcher, folded: string): boolean =>
  folded !== '' && matcher.isForm(folded);
const isMisspelt = (matcher: TermMatcher, folded: string): boolean => matcher.isTypo(folded);

/** The misspellings of what is looked for, where that is one word. */
export const misspeltOf = (matchers: readonly TermMatcher[], words: Words): readonly Match[] =>
  matchers.length === 1 ? runsOf(matchers, words, isMisspelt) : [];

/** Ranges of words in a row that `accepts` takes one by one for `matchers`. */
export function runsOf(
  matchers: readonly TermMatcher[],
  { all, plain }: Words,
  accepts: (matcher: TermMatcher, folded: string) => boolean,
): readonly Match[] {
  const found: Match[] = [];
  const { length } = matchers;
  const words = length === 1 ? all : plain;
  for (let i = 0; i + length <= words.length; i += 1) {
    let k = 0;
    while (k < length && accepts(matchers[k]!, words[i + k]!.folded)) k += 1;
    if (k === length) found.push({ start: words[i]!.start, end: words[i + length - 1]!.end });
  }
  return found;
}
