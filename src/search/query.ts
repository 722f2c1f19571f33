import { type Condition, conditionSpelled, isConditionName } from './conditions.ts';
import { isPaired } from './fold.ts';
import { isNoun, isStopWord } from './stop-words.ts';
import { CLITICS, partsOfName, tokenize, type Word } from './tokenize.ts';

/** A part of an article that is searched. */
export type Field = 'title' | 'tags' | 'author' | 'summary' | 'body';

/** A word of the query. */
export interface Term {
  /** The folded form, and the key with accents (see `tokenize`). */
  readonly folded: string;
  readonly key: string;
  /** Whether the word is still being typed: it then matches all words that begin with it. */
  readonly prefix: boolean;
  /** The number of the word in the query, stop words included. */
  readonly ordinal: number;
  /** UTF-16 range in the query's text. */
  readonly start: number;
  readonly end: number;
}

/** One condition of a query: a word, or words that must follow each other. */
export interface Clause {
  /** At least one. Several must be side by side. */
  readonly terms: readonly Term[];
  /**
   * The terms written as one word (parts tied by a hyphen, a number in groups of digits), or the word joined with those
   * before or after it (`plate forme`, `je veux aider`). These match the clause as well.
   */
  readonly joined: readonly Term[];
  /** In quotation marks: only the exact word matches, in any case and accents. */
  readonly quoted: boolean;
  /** Articles that match are left out. */
  readonly excluded: boolean;
  /** Only this field is searched. */
  readonly field?: Field;
  /** A stop word: articles need not match. */
  readonly optional: boolean;
}

/** A condition on what is remembered of an article, or its opposite. */
export interface QueryCondition {
  readonly condition: Condition;
  /** Articles that meet the condition are left out. */
  readonly excluded: boolean;
}

/** A name of conditions with a value that it does not have, as it was typed: the mark `is:nope`, the date `after:nope`. */
export interface UnknownCondition {
  readonly kind: 'mark' | 'date';
  readonly text: string;
}

/** A parsed query. */
export interface Query {
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** Conditions on what is remembered of articles, all of which must hold. */
  readonly conditions: readonly QueryCondition[];
  /** Conditions that do not exist. No article meets them; their words are clauses, too. */
  readonly unknownConditions: readonly UnknownCondition[];
  /** True if no clause is strict. */
  readonly loose: boolean;
  /** Whether a loose query has stop words, as sentences do: an article need not match all its words then. */
  readonly sentence: boolean;
  /** ISO 8601, as precise as it was typed: only articles from the beginning of that period on. */
  readonly after?: string;
  /** ISO 8601: only articles earlier than the beginning of that period. */
  readonly before?: string;
}

/** True if the words are meant to the letter, in quotation marks or after a field's name: articles without them do not match. */
export const isStrict = ({ quoted, field }: Clause): boolean => quoted || field !== undefined;

/** A look-up from folded names to their meanings. */
const namesOf = <T>(...rows: readonly (readonly [meaning: T, names: string])[]): ReadonlyMap<string, T> =>
  new Map(rows.flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)));
const FIELDS = namesOf<Field>(
  ['title', 'title titre'],
  ['tags', 'tag tags etiquette etiquettes'],
  ['author', 'author auteur auteure autrice'],
  ['summary', 'summary description resume'],
);
const DATES = namesOf<'after' | 'before'>(['after', 'after since apres depuis'], ['before', 'before avant']);

/** Clauses of a query, at most. The rest of a longer one is ignored. */
const MAX_CLAUSES = 48;
const OPENING = /["“”„«]/;
const CLOSING: Readonly<Record<string, RegExp>> = { '«': /[»"]/ };
const QUOTE = /["“”]/;
/** `typed` with the digits of a number that are grouped by plain spaces kept together. Few queries need the slow pattern. */
const withGroupsJoined = (typed: string): string =>
  /\d \d{3}/.test(typed)
    ? typed.replace(/(?<![\p{L}\p{N}.,])[1-9]\d{0,2}(?: \d{3})+(?![\p{L}\p{N}])/gu, (number) =>
        number.replaceAll(' ', '\u{a0}'),
      )
    : typed;
/** A group of digits: all but the first have three. */
const GROUP = /\d{1,3}(?=(?:\d{3})*$)/g;
/** A number whose digits may be written in groups. */
const GROUPABLE = /^[1-9]\d{4,}$/;
/** Blanks, except those inside numbers. */
const BLANK = /[^\S\u{a0}\u{202f}\u{2009}]/u;
const END = /[^\S\u{a0}\u{202f}\u{2009}]|["“”«]/u;

/**
 * Parses a query. It may have words, `"a phrase"` or `« une locution »` (the last one need not be closed), `-word` and
 * `-"a phrase"` to exclude, `title:` `tag:` `author:` (`titre:` `auteur:`) before a word or a phrase, `after:` and `before:`
 * with a year, a month or a day, `is:starred` and other conditions. Anything else is taken as words, so no query is an error.
 */
export function parseQuery(input: string): Query {
  return new Parser(input).parse();
}

/** True if a query has neither words nor conditions: any article would match. */
export const isEmptyQuery = ({ clauses, conditions, after, before }: Query): boolean =>
  clauses.length === 0 && conditions.length === 0 && after === undefined && before === undefined;

/** True if articles must have words that the query names: there is something to rank them by, and to find in them. */
export const hasWords = ({ clauses }: Query): boolean => clauses.some(({ excluded }) => !excluded);

/** A word as it is typed. */
interface QueryWord extends Word {
  readonly text: string;
}

class Parser {
  #at = 0;
  #ordinal = 0;
  readonly #clauses: Clause[] = [];
  readonly #conditions: QueryCondition[] = [];
  readonly #unknownConditions: UnknownCondition[] = [];
  readonly #dates: { after?: string; before?: string } = {};
  readonly #typed: string;
  readonly #input: string;

  constructor(typed: string) {
    this.#typed = typed;
    this.#input = withGroupsJoined(typed);
  }

  parse(): Query {
    while (this.#skipBlanks()) this.#condition();
    const required = this.#clauses.some((clause) => !clause.excluded && !clause.optional);
    // A query of stop words only requires them.
    const effective = required
      ? this.#clauses.map((clause, i, all) => asNoun(clause, all[i - 1], i === all.length - 1))
      : this.#clauses.map((clause) => (clause.optional ? { ...clause, optional: false } : clause));
    const joined = this.#runsAsOneWord(effective);
    const clauses = effective.map((clause, i) => ({ ...clause, joined: [...clause.joined, ...joined[i]!] }));
    const loose = !clauses.some(isStrict);
    const sentence = loose && clauses.some((clause) => clause.optional);
    return {
      text: this.#typed,
      clauses,
      conditions: this.#conditions,
      unknownConditions: this.#unknownConditions,
      loose,
      sentence,
      ...this.#dates,
    };
  }

  #skipBlanks(): boolean {
    while (this.#at < this.#input.length && BLANK.test(this.#input[this.#at]!)) this.#at += 1;
    return this.#at < this.#input.length;
  }

  #condition(): void {
    const excluded = /^[-−][^\s-]/.test(this.#input.slice(this.#at, this.#at + 2));
    if (excluded) this.#at += 1;
    const start = this.#input.slice(this.#at, this.#at + 14);
    // Few words are fields' names, and the pattern takes long to compile.
    const name = /[:：]/.test(start) ? /^([\p{L}]{2,12})[:：](?=\S)/u.exec(start) : undefined;
    const folded = name ? (tokenize(name[1]!)[0]?.folded ?? '') : '';
    const side = DATES.get(folded);
    if (name && !excluded && side) {
      if (this.#date(side, name[0].length)) return;
      this.#unknownConditions.push({
        kind: 'date',
        text: this.#input.slice(this.#at, this.#endOfWords(this.#at)),
      });
    }
    if (name && this.#remembered(folded, name[0].length, excluded)) return;
    const field = FIELDS.get(folded);
    if (name && field) this.#at += name[0].length;
    if (OPENING.test(this.#input[this.#at] ?? '')) this.#phrase(excluded, field);
    else this.#words(excluded, field);
  }

  /** Reads a date after a prefix of `length` units. False, and nothing is read, if no date follows. */
  #date(side: 'after' | 'before', length: number): boolean {
    const rest = this.#input.slice(this.#at + length);
    const match = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?(?=\s|$)/.exec(rest);
    if (!match) return false;
    const [all, ...parts] = match;
    const [year, month, day] = parts.map((part) => part?.padStart(2, '0'));
    if (Number(month ?? 1) > 12 || Number(month ?? 1) < 1 || Number(day ?? 1) > 31) return false;
    this.#dates[side] = [year, month, day].filter((part) => part !== undefined).join('-');
    this.#at += length + all.length;
    return true;
  }

  /**
   * Reads a condition whose name is `length` units long. False, and nothing is read, if its value is no known one: in an
   * article, such words can be found.
   */
  #remembered(name: string, length: number, excluded: boolean): boolean {
    const start = this.#at + length;
    const end = this.#endOfWords(start);
    const parts = this.#wordsOf(start, end).filter((word) => !word.joined);
    const condition = conditionSpelled(name, parts.map(({ folded }) => folded).join(''));
    if (condition === undefined) {
      if (isConditionName(name) && parts.length > 0)
        this.#unknownConditions.push({ kind: 'mark', text: this.#input.slice(this.#at, end) });
      return false;
    }
    this.#conditions.push({ condition, excluded });
    this.#at = end;
    return true;
  }

  #phrase(excluded: boolean, field: Field | undefined): void {
    const start = this.#at + 1;
    const closing = CLOSING[this.#input[this.#at]!] ?? QUOTE;
    let end = start;
    while (end < this.#input.length && !closing.test(this.#input[end]!)) end += 1;
    const open = end === this.#input.length;
    this.#at = Math.min(end + 1, this.#input.length);
    const words = this.#wordsOf(start, end).filter((word) => !word.joined);
    this.#add(words, { excluded, field, quoted: true, typing: open && !excluded });
  }

  /** Reads the words up to the next blank. Tied words go into one clause. */
  #words(excluded: boolean, field: Field | undefined): void {
    const start = this.#at;
    this.#at = this.#endOfWords(start);
    const typing = this.#at === this.#input.length && !excluded;
    let group: QueryWord[] = [];
    const words = this.#wordsOf(start, this.#at);
    for (const word of excluded ? words : words.flatMap(withParts)) {
      const last = group.at(-1);
      if (last && !word.joined && !this.#tied(last.end, word)) {
        this.#add(group, { excluded, field, quoted: false, typing });
        group = [];
      }
      group.push(word);
    }
    this.#add(group, { excluded, field, quoted: false, typing });
  }

  /** The offset of the next blank or quotation mark from `start` on, or of the end. */
  #endOfWords(start: number): number {
    let end = start;
    while (end < this.#input.length && !END.test(this.#input[end]!)) end += 1;
    return end;
  }

  /** The words of a part of the input, with offsets in the whole input. */
  #wordsOf(start: number, end: number): QueryWord[] {
    const words = tokenize(this.#input.slice(start, end)).filter((word) => !word.inner);
    return words.map((word) => {
      const text = this.#input.slice(word.start + start, word.end + start);
      return { ...word, text, start: word.start + start, end: word.end + start };
    });
  }

  /** Whether a hyphen or a similar sign ties `word` to the word that ends at `end`. */
  #tied(end: number, word: Word): boolean {
    if (word.start <= end) return true;
    const tie = this.#input.slice(end, word.start);
    if (/^[-‐‑]$/.test(tie)) return !CLITICS.has(word.folded);
    if (/^[\u{a0}\u{202f}\u{2009}]$/u.test(tie))
      return /\d/.test(this.#input[end - 1]!) && /^\d{3}$/.test(word.folded);
    return /^[.,&_@+]$/.test(tie);
  }

  #add(
    words: readonly Word[],
    how: { excluded: boolean; field: Field | undefined; quoted: boolean; typing: boolean },
  ): void {
    const parts = words.filter((word, i) => !word.joined && !overlaps(words[i - 1], word, words[i + 1]));
    if (parts.length === 0 || this.#clauses.length === MAX_CLAUSES) return;
    const terms = parts.flatMap((word) => this.#terms(word, how));
    const [first, last] = [terms[0]!, terms.at(-1)!];
    const whole = words.find((word) => word.joined && word.start === first.start && word.end === last.end);
    const joined = whole?.folded ?? (terms.length > 1 ? numberOf(terms) : undefined);
    const { quoted, excluded, field } = how;
    this.#clauses.push({
      terms,
      joined: joined === undefined || quoted ? [] : [asOneTerm(first, last, joined)],
      quoted,
      excluded,
      ...(field && { field }),
      optional: !quoted && !excluded && !field && terms.every((term) => isStopWord(term.folded)),
    });
  }

  /** The terms of a word: one, or a long number's groups of digits. */
  #terms(word: Word, how: { quoted: boolean; excluded: boolean; typing: boolean }): Term[] {
    const { folded, key, start, end } = word;
    const prefix = (how.typing && end === this.#input.length) || isSingleCjk(word);
    const isGrouped = !how.quoted && !how.excluded && GROUPABLE.test(folded);
    const parts = isGrouped
      ? folded.match(GROUP)!.map((group) => ({ folded: group, key: group }))
      : [{ folded, key }];
    return parts.map((part, i) => {
      return { ...part, prefix: prefix && i === parts.length - 1, ordinal: this.#ordinal++, start, end };
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
      !/\S/.test(this.#input.slice(clauses[last - 1]!.terms[0]!.end, clause.terms[0]!.start))
    );
  }
}

/** Words of a name that may be written as one, at most. */
const MAX_RUN = 4;

const isOptional = ({ optional }: Clause): boolean => optional;

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
  const noun = clause.optional && isNoun(term!.folded, before?.terms.at(-1)?.folded, last);
  return noun ? { ...clause, optional: false } : clause;
}

/** Whether a word is the last character of a CJK run, which is a word of its own: in a query, the pair before it is enough. */
const overlaps = (previous: Word | undefined, word: Word, next: Word | undefined): boolean =>
  previous !== undefined && word.start < previous.end && !previous.joined && !(next && next.start < word.end);

/** Whether a word is one CJK character, which is searched as the beginning of a pair. */
const isSingleCjk = (word: Word): boolean => isPaired(word.folded) && [...word.folded].length === 1;
