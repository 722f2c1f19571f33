import { MatchList } from './match-list.ts';
import type { Query } from './query.ts';
import type { Match } from './results.ts';
import {
  byStart,
  filterFor,
  isForm,
  misspellings,
  runsOf,
  type Sought,
  soughtOf,
  type Words,
  wordsOf,
} from './text-matches.ts';
import type { WordFilter } from './word-filter.ts';

/** A text that grows by whole paragraphs until it is complete. */
export interface Searchable {
  /** The length of the text, in UTF-16 units. */
  readonly length: number;
  /** The text in [from, to). */
  slice(from: number, to: number): string;
  readonly complete: boolean;
}

/** UTF-16 units searched at a time, up to the next end of a paragraph. */
const PIECE = 32_768;
/** Units after a piece in which a phrase that begins in it may end. */
const OVERHANG = 1_000;

/** Words to find, whether a form of them was found, and their misspellings until then. */
interface State extends Sought {
  found: boolean;
  readonly misspelt: Match[];
}

/**
 * The matches of a query in a text, which a reader highlights and counts. The text is searched piece by piece, as far as
 * needed, so that a long one does not delay drawing. Misspellings of a word count only if the text has no form of it, which
 * is known at the end.
 */
export class Finding {
  /** The matches found so far, in order, without overlaps. */
  matches = new MatchList();
  /** How much of the text has been searched, UTF-16 units. */
  reached = 0;
  readonly #source: Searchable;
  readonly #sought: readonly State[];
  readonly #piece: number;
  #filter: WordFilter | undefined;
  #complete = false;

  constructor(source: Searchable, query: Query, piece = PIECE) {
    this.#source = source;
    this.#piece = piece;
    this.#sought = soughtOf(query).map((sought) => ({ ...sought, found: false, misspelt: [] }));
  }

  /** Whether the whole text has been searched. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Searches on until offset `to`, `enough`, or as far as the text goes for now. */
  reach(to: number, enough: (matches: MatchList) => boolean = () => false): void {
    while (this.reached < to && !enough(this.matches) && this.step());
  }

  /** Searches one piece; false if there is no more text for now. */
  step(): boolean {
    const { length } = this.#source;
    const from = this.reached;
    if (from < length) {
      const to = this.#endOf(from + this.#piece);
      this.#search(from, to);
      this.reached = to;
    }
    if (this.reached >= length && this.#source.complete && !this.#complete) this.#end();
    return this.reached < length;
  }

  /** The end of the paragraph at `from`, or of the word if that is far away. */
  #endOf(from: number): number {
    const { length } = this.#source;
    if (from >= length) return length;
    const next = this.#source.slice(from, Math.min(length, from + PIECE));
    const end = next.indexOf('\n') + 1 || next.indexOf(' ') + 1 || next.length;
    return from + end;
  }

  #search(from: number, to: number): void {
    const phrases = this.#sought.some(({ matchers }) => matchers.length > 1);
    const piece = this.#source.slice(from, phrases ? this.#endOf(to + OVERHANG) : to);
    // Once all words are found, misspellings do not matter: other words need not be read.
    const which = this.#sought.every(({ found }) => found) ? 'forms' : 'all';
    if (from > 0) this.#filter ??= filterFor(this.#sought);
    const words = wordsOf(piece, this.#sought, which, this.#filter);
    this.matches.push(this.#sought.flatMap((sought) => seek(sought, words, from, to)).sort(byStart));
  }

  #end(): void {
    this.#complete = true;
    const misspelt = this.#sought.flatMap((sought) => sought.misspelt);
    if (misspelt.length === 0) return;
    const all = [...this.matches, ...misspelt].sort(byStart);
    this.matches = new MatchList();
    this.matches.push(all);
  }
}

/** The matches in a piece that begin before `to`; the next piece has the others. */
function seek(sought: State, words: Words, from: number, to: number): readonly Match[] {
  const within = (matches: readonly Match[]): readonly Match[] =>
    matches
      .map(({ start, end }) => ({ start: start + from, end: end + from }))
      .filter(({ start }) => start < to);
  const found = within(runsOf(sought.matchers, words, isForm));
  sought.found ||= found.length > 0;
  if (sought.found) sought.misspelt.length = 0;
  else for (const match of within(misspellings(sought.matchers, words))) sought.misspelt.push(match);
  return found;
}
