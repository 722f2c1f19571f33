import { isForm, isMisspelt, isSought, matchersOf, runsOf } from './find.ts';
import type { Match } from './match.ts';
import type { Field, Query } from './query.ts';
import type { TermMatcher } from './tier.ts';
import { tokenize, type Word } from './tokenize.ts';

/** A text that may still grow at its end, by whole paragraphs. */
export interface Searchable {
  readonly text: string;
  /** Whether all of it is there. */
  readonly complete: boolean;
}

/** UTF-16 units searched at a time, up to the next end of a paragraph. */
const PIECE = 32_768;
/** Units after a piece in which a phrase that begins in it may end. */
const OVERHANG = 1_000;

/** What is looked for: words in a row; a lone word is also found misspelt, failing all else. */
interface Sought {
  readonly matchers: readonly TermMatcher[];
  readonly compounds: boolean;
  found: boolean;
  misspelt: Match[];
}

/**
 * Where a text answers a query: what a reader highlights and counts. The text is searched piece by piece, as far as is
 * asked for, so that a long one keeps nobody waiting. Excluded words, stop words (while the query has others) and
 * conditions on another field are not looked for. A word's misspellings count only where the text has it in no better
 * form, which is known at its end.
 */
export class Finding {
  /** Those found so far, in order, without overlaps. */
  matches: readonly Match[] = [];
  /** How much of the text has been searched, UTF-16 units. */
  reached = 0;
  readonly #source: Searchable;
  readonly #sought: readonly Sought[];
  readonly #piece: number;
  #complete = false;

  constructor(source: Searchable, query: Query, field: Field = 'body', piece = PIECE) {
    this.#source = source;
    this.#piece = piece;
    this.#sought = query.clauses
      .filter((clause) => isSought(clause, field))
      .flatMap((clause) => {
        const { terms, joined } = matchersOf(clause);
        const written = { matchers: terms, compounds: terms.length === 1, found: false, misspelt: [] };
        return joined ? [written, { ...written, matchers: [joined], compounds: true }] : [written];
      });
  }

  /** Whether the whole text has been searched. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Searches on until offset `to`, `enough`, or as far as the text goes for now. */
  reach(to: number, enough: (matches: readonly Match[]) => boolean = () => false): void {
    while (this.reached < to && !enough(this.matches) && this.step());
  }

  /** Searches one piece; false where there is no more text for now. */
  step(): boolean {
    const { text } = this.#source;
    const from = this.reached;
    if (from < text.length) {
      const to = this.#endOf(text, from + this.#piece);
      this.#search(text, from, to);
      this.reached = to;
    }
    if (this.reached >= text.length && this.#source.complete && !this.#complete) this.#end();
    return this.reached < text.length;
  }

  /** The end of the paragraph at `from`; of the word, where it is far. */
  #endOf(text: string, from: number): number {
    if (from >= text.length) return text.length;
    const end = text.indexOf('\n', from) + 1;
    if (end > 0 && end - from <= PIECE) return end;
    const blank = text.indexOf(' ', from) + 1;
    if (blank > 0 && blank - from <= PIECE) return blank;
    return end === 0 ? Math.min(text.length, from + PIECE) : Math.min(end, from + PIECE);
  }

  #search(text: string, from: number, to: number): void {
    const phrases = this.#sought.some(({ matchers }) => matchers.length > 1);
    const piece = text.slice(from, phrases ? this.#endOf(text, to + OVERHANG) : to);
    const words = tokenize(piece);
    const plain = words.filter((word) => !word.joined);
    const found = this.#sought.flatMap((sought) =>
      this.#runs(sought, sought.compounds ? words : plain, from, to),
    );
    this.matches = apart(this.matches, found);
  }

  /** Those that begin before `to`; the others are found with the next piece. */
  #runs(sought: Sought, words: readonly Word[], from: number, to: number): Match[] {
    const { matchers } = sought;
    const within = (accepts: typeof isForm): Match[] =>
      runsOf(matchers, words, accepts)
        .map(([start, end]) => ({ start: start + from, end: end + from }))
        .filter(({ start }) => start < to);
    const found = within(isForm);
    if (found.length > 0) sought.found = true;
    if (sought.found) sought.misspelt = [];
    else if (matchers.length === 1) sought.misspelt = sought.misspelt.concat(within(isMisspelt));
    return found;
  }

  #end(): void {
    this.#complete = true;
    const misspelt = this.#sought.flatMap((sought) => sought.misspelt);
    if (misspelt.length > 0) this.matches = apart([], [...this.matches, ...misspelt]);
  }
}

/** Matches in order with others after them, the longest of those that begin together, none that overlaps. */
function apart(before: readonly Match[], found: readonly Match[]): readonly Match[] {
  if (found.length === 0) return before;
  const matches = [...before];
  let end = before.at(-1)?.end ?? 0;
  for (const match of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start < end) continue;
    matches.push(match);
    end = match.end;
  }
  return matches;
}

/** Where all of `text` answers `query`. */
export function findMatches(text: string, query: Query, field: Field = 'body'): readonly Match[] {
  const finding = new Finding({ text, complete: true }, query, field);
  finding.reach(Number.POSITIVE_INFINITY);
  return finding.matches;
}
