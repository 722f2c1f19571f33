import { isPaired } from './fold.ts';
import type { Leaf } from './grammar.ts';
import type { Clause, Field, Term } from './query.ts';
import { isNoun, isStopWord } from './stop-words.ts';
import { CLITICS, partsOfName, tokenize, type Word } from './tokenize.ts';

/** How the words of a leaf are meant. */
export interface Role {
  readonly field?: Field | undefined;
  readonly excluded: boolean;
  readonly grouped: boolean;
}

/** Clauses of a query, at most. The rest of a longer one is ignored. */
const MAX_CLAUSES = 48;
/** A group of digits: all but the first have three. */
const GROUP = /\d{1,3}(?=(?:\d{3})*$)/g;
/** A number whose digits may be written in groups. */
const GROUPABLE = /^[1-9]\d{4,}$/;
/** Words of a name that may be written as one, at most. */
const MAX_RUN = 4;

/** A word as it is typed, with offsets in the whole query. */
interface QueryWord extends Word {
  readonly text: string;
}

/** Makes clauses of the leaves of a query, in their order. */
export class ClauseList {
  #ordinal = 0;
  readonly #clauses: Clause[] = [];
  readonly #query: string;

  constructor(query: string) {
    this.#query = query;
  }

  /** The clause with this number, as far as it is known before `finish`. */
  at(number: number): Clause {
    return this.#clauses[number]!;
  }

  /** Adds the clauses of a leaf: one of a phrase, one for each word or words that are tied. Returns their numbers. */
  add(leaf: Leaf, role: Role): readonly number[] {
    const from = this.#clauses.length;
    if (leaf.kind === 'phrase') {
      const words = wordsOf(leaf).filter((word) => !word.joined);
      this.#add(words, leaf, role);
    } else for (const group of groupsOf(leaf, role.excluded)) this.#add(group, leaf, role);
    return this.#clauses.slice(from).map((_, i) => from + i);
  }

  /**
   * The clauses. Stop words are required if there is nothing else, or where they are nouns.
   *
   * @param required  the numbers of clauses that are required in any case
   */
  finish(required: ReadonlySet<number>): readonly Clause[] {
    const clauses = this.#clauses.map((clause, i) =>
      required.has(i) ? { ...clause, optional: false } : clause,
    );
    const isRequired = clauses.some((clause) => !clause.excluded && !clause.optional);
    const effective = isRequired
      ? clauses.map((clause, i, all) => asNoun(clause, all[i - 1], i === all.length - 1))
      : clauses.map((clause) => ({ ...clause, optional: false }));
    const joined = this.#runsAsOneWord(effective);
    return effective.map((clause, i) => ({ ...clause, joined: [...clause.joined, ...joined[i]!] }));
  }

  #add(words: readonly Word[], leaf: Leaf, { excluded, field, grouped }: Role): void {
    const parts = words.filter((word, i) => !word.joined && !overlaps(words[i - 1], word, words[i + 1]));
    if (parts.length === 0 || this.#clauses.length === MAX_CLAUSES) return;
    const quoted = leaf.kind === 'phrase' || leaf.exact;
    const terms = parts.flatMap((word) => this.#terms(word, leaf, quoted || excluded));
    const [first, last] = [terms[0]!, terms.at(-1)!];
    const whole = words.find((word) => word.joined && word.start === first.start && word.end === last.end);
    const joined = whole?.folded ?? (terms.length > 1 ? numberOf(terms) : undefined);
    // While it is typed, a word may become any that it begins.
    const isTyped = leaf.kind === 'words' || leaf.open;
    const isLast = isTyped && !excluded && !leaf.exact && last.end === this.#query.length;
    this.#clauses.push({
      terms: isLast ? [...terms.slice(0, -1), { ...last, prefix: true }] : terms,
      joined:
        joined === undefined || quoted
          ? []
          : [asOneTerm(first, { ...last, prefix: isLast || last.prefix }, joined)],
      quoted,
      excluded,
      ...(field && { field }),
      optional: !quoted && !excluded && !field && terms.every((term) => isStopWord(term.folded)),
      grouped,
    });
  }

  /** The terms of a word: one, or a long number's groups of digits unless it is meant to the letter. */
  #terms(word: Word, { exact }: Leaf, isLiteral: boolean): Term[] {
    const { folded, key, start, end } = word;
    const isGrouped = !isLiteral && GROUPABLE.test(folded);
    const parts = isGrouped
      ? folded.match(GROUP)!.map((group) => ({ folded: group, key: group }))
      : [{ folded, key }];
    return parts.map((part) => {
      return { ...part, prefix: isSingleCjk(word), exact, ordinal: this.#ordinal++, start, end };
    });
  }

  /** By clause, the runs of plain words that it is in, with nothing but blanks between them, written as one word. */
  #runsAsOneWord(clauses: readonly Clause[]): readonly (readonly Term[])[] {
    const joined = clauses.map((): Term[] => []);
    for (let first = 0; first < clauses.length; first += 1) {
      let folded = '';
      for (let last = first; last < clauses.length && last - first < MAX_RUN; last += 1) {
        if (!this.#continues(clauses, first, last)) break;
        folded += clauses[last]!.terms[0]!.folded;
        // A pair with an article or a preposition is no name.
        if (last === first || (last === first + 1 && clauses.slice(first, last + 1).some(isOptional)))
          continue;
        const term = asOneTerm(clauses[first]!.terms[0]!, clauses[last]!.terms[0]!, folded);
        for (let i = first; i <= last; i += 1) joined[i]!.push(term);
      }
    }
    return joined;
  }

  /** True if a run of plain words from clause `first` on goes on with clause `last`. */
  #continues(clauses: readonly Clause[], first: number, last: number): boolean {
    const clause = clauses[last]!;
    if (!isPlainWord(clause)) return false;
    return (
      last === first ||
      !/\S/.test(this.#query.slice(clauses[last - 1]!.terms[0]!.end, clause.terms[0]!.start))
    );
  }
}

const isOptional = ({ optional }: Clause): boolean => optional;

/** The words of a leaf, with offsets in the whole query. */
export function wordsOf({ text, start }: Leaf): readonly QueryWord[] {
  const words = tokenize(text).filter((word) => !word.inner);
  return words.map((word) => {
    const typed = text.slice(word.start, word.end);
    return { ...word, text: typed, start: word.start + start, end: word.end + start };
  });
}

/** The words of a leaf by clause: words that are tied go into one. */
function groupsOf(leaf: Leaf, excluded: boolean): readonly (readonly QueryWord[])[] {
  const groups: QueryWord[][] = [];
  const words = wordsOf(leaf);
  for (const word of excluded ? words : words.flatMap(withParts)) {
    const last = groups.at(-1)?.at(-1);
    if (last && (word.joined || isTied(leaf, last.end, word))) groups.at(-1)!.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** True if a hyphen or a similar sign ties `word` to the word that ends at `end`. */
function isTied({ text, start }: Leaf, end: number, word: Word): boolean {
  if (word.start <= end) return true;
  const tie = text.slice(end - start, word.start - start);
  if (/^[-‐‑]$/.test(tie)) return !CLITICS.has(word.folded);
  if (/^[\u{a0}\u{202f}\u{2009}]$/u.test(tie))
    return /\d/.test(text[end - start - 1]!) && /^\d{3}$/.test(word.folded);
  return /^[.,&_@+]$/.test(tie);
}

/** A name written as one word as its parts, and as a joined word; any other word as it is. */
function withParts(word: QueryWord): readonly QueryWord[] {
  const names = word.joined ? [] : partsOfName(word.text);
  if (names.length < 2) return [word];
  let end = word.start;
  const parts = names.map((text): QueryWord => {
    const start = end;
    end += text.length;
    const { folded, key } = tokenize(text)[0]!;
    return { ...word, folded, key, text, start, end };
  });
  return [...parts, { ...word, joined: true }];
}

/** The term for the words from `first` to `last` written as one, `folded`. */
function asOneTerm({ start, ordinal }: Term, last: Term, folded: string): Term {
  return { ...last, folded, key: folded, start, ordinal };
}

const isPlainWord = ({ terms, quoted, excluded, field }: Clause): boolean =>
  terms.length === 1 && !quoted && !excluded && field === undefined;

/** The number whose groups of digits are the terms; undefined if they are not. */
function numberOf(terms: readonly Term[]): string | undefined {
  const digits = terms.map((term) => term.folded).join('');
  const isNumber = terms.every(({ folded }, i) => (i === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(folded));
  return isNumber ? digits : undefined;
}

/** The clause, required if it is a stop word that is used as a noun. */
function asNoun(clause: Clause, before: Clause | undefined, last: boolean): Clause {
  const [term] = clause.terms;
  const noun = clause.optional && !clause.grouped && isNoun(term!.folded, before?.terms.at(-1)?.folded, last);
  return noun ? { ...clause, optional: false } : clause;
}

/** True if a word is the last character of a CJK run, which is a word of its own: in a query, the pair before it is enough. */
const overlaps = (previous: Word | undefined, word: Word, next: Word | undefined): boolean =>
  previous !== undefined && word.start < previous.end && !previous.joined && !(next && next.start < word.end);

/** True if a word is one CJK character, which is searched as the beginning of a pair. */
const isSingleCjk = (word: Word): boolean => isPaired(word.folded) && [...word.folded].length === 1;
