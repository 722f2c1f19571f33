import type { Clause, Query } from './query.ts';
import type { Match } from './results.ts';
import { TermMatcher } from './term-matcher.ts';
import { foldedForm, keyOf, scan, type Token } from './tokenize.ts';
import { WordFilter } from './word-filter.ts';

/** A match and the number of its clause. */
export interface ClauseMatch extends Match {
  readonly clause: number;
}

/**
 * All matches of a query in a text, sorted by `byStart`.
 *
 * @param accepts  whether the single word of a clause is also found misspelt, if the text has no form of it
 */
export function clauseMatches(
  text: string,
  query: Query,
  accepts: 'misspelt' | 'forms' = 'misspelt',
): readonly ClauseMatch[] {
  const all = soughtOf(query);
  const words = wordsOf(text, all);
  let allWords: Words | undefined;
  const found = all.flatMap(({ clause, matchers }) => {
    let matches = runsOf(matchers, words, isForm);
    if (matches.length === 0 && accepts === 'misspelt') {
      allWords ??= wordsOf(text, all, 'all');
      matches = misspellings(matchers, allWords);
    }
    return matches.map((match) => ({ ...match, clause }));
  });
  return found.sort(byStart);
}

/** Sorts matches by start, and the longest first of those that start together. */
export const byStart = (a: Match, b: Match): number => a.start - b.start || b.end - a.end;

/** False for clauses that are not searched in bodies: excluded or optional ones, and those of other fields. */
export const isSought = ({ excluded, optional, field }: Clause): boolean =>
  !excluded && !optional && (field === undefined || field === 'body');

/** Words to find next to each other: a matcher for each, and the number of their clause. */
export interface Sought {
  readonly clause: number;
  readonly matchers: readonly TermMatcher[];
}

/** Matchers by query. They remember the words that they have seen, and serve text after text. */
const known = new WeakMap<Query, readonly Sought[]>();

/** What to find in a text for a query. A clause whose words may be written as one is sought in both ways. */
export function soughtOf(query: Query): readonly Sought[] {
  let sought = known.get(query);
  if (!sought) {
    sought = query.clauses.flatMap((clause, number) =>
      isSought(clause) ? matchersOf(clause).map((matchers) => ({ clause: number, matchers })) : [],
    );
    known.set(query, sought);
  }
  return sought;
}

const matchersOf = ({ terms, quoted, joined }: Clause): readonly (readonly TermMatcher[])[] => [
  terms.map((term) => new TermMatcher(term, quoted)),
  ...joined.map((term) => [new TermMatcher(term, false)]),
];

/** A word: folded, and with its accents if these matter to what is sought. */
interface Spelling {
  readonly folded: string;
  readonly key?: string;
}

/** A word of a text, and its range. */
interface TextWord extends Match, Spelling {
  /** The parts of a name written as one word, which are also words by themselves. */
  parts?: Spelling[];
}

/** The words of a text: `all` has compounds both as one and in their parts, `plain` only these. */
export interface Words {
  readonly all: readonly TextWord[];
  readonly plain: readonly TextWord[];
}

/**
 * The words of `text`.
 *
 * @param which  unless `all` are asked for, words that cannot be forms of those sought are empty, or left out without phrases
 * @param filter  from `filterFor`: so are words that it does not accept; worth its memory for long texts
 */
export function wordsOf(
  text: string,
  sought: readonly Sought[],
  which: 'all' | 'forms' = 'forms',
  filter?: WordFilter,
): Words {
  const matchers = sought.flatMap((each) => each.matchers);
  const first = new Set(matchers.flatMap(({ firstUnits }) => firstUnits));
  const keepsAll = matchers.length > sought.length;
  const keyIn = keyReader(matchers);
  const all: TextWord[] = [];
  const plain: TextWord[] = [];
  scan(text, (token) => {
    const isCandidate = (which === 'all' || first.has(token.units[0]!)) && (filter?.accepts(token) ?? true);
    if (!isCandidate && !keepsAll) return;
    const { start, end } = token;
    const word = isCandidate
      ? { folded: foldedForm(token), start, end, ...keyIn(token) }
      : { folded: '', start, end };
    all.push(word);
    if (token.inner) addPart(plain.at(-1), word);
    else if (!token.joined) plain.push(word);
  });
  return { all, plain };
}

/** Accepts the words that may be forms or misspellings of those sought, whatever their accents. */
export function filterFor(sought: readonly Sought[]): WordFilter {
  const matchers = sought.flatMap((each) => each.matchers);
  return new WordFilter((folded) => matchers.some((matcher) => matcher.accepts(folded)));
}

function addPart(word: TextWord | undefined, part: Spelling): void {
  if (word) word.parts = [...(word.parts ?? []), part];
}

/** Returns a function that reads the key of a token, if any of `matchers` needs it. */
const keyReader = (matchers: readonly TermMatcher[]): ((token: Token) => { readonly key?: string }) =>
  matchers.some(({ key }) => key !== undefined) ? (token) => ({ key: keyOf(token) }) : () => ({});

/** Whether a word is a form of a matcher's term. */
export const isForm = (matcher: TermMatcher, { folded, key }: Spelling): boolean =>
  folded !== '' && matcher.isForm(folded) && (matcher.key === undefined || matcher.key === key);

/** The misspellings in a text if a single word is sought. */
export const misspellings = (matchers: readonly TermMatcher[], words: Words): readonly Match[] =>
  matchers.length === 1 ? runsOf(matchers, words, (matcher, { folded }) => matcher.isTypo(folded)) : [];

/** Ranges of words in a row that `accepts` takes one by one for `matchers`. */
export function runsOf(
  matchers: readonly TermMatcher[],
  { all, plain }: Words,
  accepts: (matcher: TermMatcher, word: Spelling) => boolean,
): readonly Match[] {
  const found: Match[] = [];
  const { length } = matchers;
  const words = length === 1 ? all : plain;
  // The parts of a name are words of their own among `all`.
  const isMatch = (matcher: TermMatcher, word: TextWord): boolean =>
    accepts(matcher, word) || (length > 1 && word.parts?.some((part) => accepts(matcher, part)) === true);
  for (let i = 0; i + length <= words.length; i += 1) {
    let k = 0;
    while (k < length && isMatch(matchers[k]!, words[i + k]!)) k += 1;
    if (k === length) found.push({ start: words[i]!.start, end: words[i + length - 1]!.end });
  }
  return found;
}
