import type { Query } from './query.ts';
import type { Match } from './results.ts';
import {
  byStart,
  isForm,
  misspellings,
  runsOf,
  type Sought,
  soughtOf,
  type Words,
  wordsOf,
} from './text-matches.ts';

/** A text that grows by whole paragraphs until it is complete. */
export interface Searchable {
  readonly text: string;
  readonly complete: boolean;
}

/** UTF-16 units searched at a time, up to the next end of a paragraph. */
const PIECE = 32_768;
/** Units after a piece in which a phrase that begins in it may end. */
const OVERHANG = 1_000;

/** Words to find, whether a form of them was found, and their misspellings until then. */
interface State extends Sought {
  found: boolean;
  misspelt: readonly Match[];
}

/**
 * The matches of a query in a text, which a reader highlights and counts. The text is searched piece by piece, as far as
 * needed, so that a long one does not delay drawing. Misspellings of a word count only if the text has no form of it, which
 * is known at the end.
 */
export class Finding {
  /** The matches found so far, in order, without overlaps. */
  matches: readonly Match[] = [];
  /** How much of the text has been searched, UTF-16 units. */
  reached = 0;
  readonly #source: Searchable;
  readonly #sought: readonly State[];
  readonly #piece: number;
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
  reach(to: number, enough: (matches: readonly Match[]) => boolean = () => false): void {
    while (this.reached < to && !enough(this.matches) && this.step());
  }

  /** Searches one piece; false if there is no more text for now. */
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

  /** The end of the paragraph at `from`, or of the word if that is far away. */
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
    const words = wordsOf(piece);
    const found = this.#sought.flatMap((sought) => seek(sought, words, from, to));
    this.matches = apart(this.matches, found);
  }

  #end(): void {
    this.#complete = true;
    const misspelt = this.#sought.flatMap((sought) => sought.misspelt);
    if (misspelt.length > 0) this.matches = apart([], [...this.matches, ...misspelt]);
  }
}

/** The matches in a piece that begin before `to`; the next piece has the others. */
function seek(sought: State, words: Words, from: number, to: number): readonly Match[] {
  const within = (matches: readonly Match[]): readonly Match[] =>
    matches
      .map(({ start, end }) => ({ start: start + from, end: end + from }))
      .filter(({ start }) => start < to);
  const found = within(runsOf(sought.matchers, words, isForm));
  if (found.length > 0) sought.found = true;
  sought.misspelt = sought.found ? [] : [...sought.misspelt, ...within(misspellings(sought.matchers, words))];
  return found;
}

/** `before` and after it `found`, sorted, without those that overlap an earlier match. */
function apart(before: readonly Match[], found: readonly Match[]): readonly Match[] {
  if (found.length === 0) return before;
  const matches = [...before];
  let end = before.at(-1)?.end ?? 0;
  for (const match of [...found].sort(byStart)) {
    if (match.start < end) continue;
    matches.push(match);
    end = match.end;
  }
  return matches;
}
