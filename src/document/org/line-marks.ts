import { firstAbove } from './org-lines.ts';

/** Characters after a closing mark of emphasis, if it does not end the text. */
const AFTER = /[\s\-–—.,;:!?'")}\]\\[’”»…]/;

/**
 * Where the marks in a text are that close others. Each kind is looked for once, when it is first asked for, so that marks
 * that nothing closes take no time.
 */
export class LineMarks {
  readonly #text: string;
  #brackets: ReadonlyMap<number, number> | undefined;
  readonly #places = new Map<string, readonly number[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The place of the bracket that closes the one at a place; undefined if none does. */
  bracketAfter(at: number): number | undefined {
    this.#brackets ??= bracketsIn(this.#text);
    return this.#brackets.get(at);
  }

  /** The place of the first mark after `at`, and before `to`, that may close emphasis in [.., to). */
  closing(mark: string, at: number, to: number): number | undefined {
    const places = this.#placesOf(mark, (place) => this.#mayClose(place));
    const first = places[firstAbove(places, at + 1)];
    if (first !== undefined && first < to) return first;
    // A mark that ends the text inside another need not have a blank after it.
    const last = to - 1;
    return last > at + 1 && this.#text[last] === mark && /\S/.test(this.#text[last - 1]!) ? last : undefined;
  }

  /** The place of the first `text` after `at`; undefined without one. */
  next(text: string, at: number): number | undefined {
    const places = this.#placesOf(text, () => true);
    return places[firstAbove(places, at)];
  }

  #placesOf(text: string, isOne: (place: number) => boolean): readonly number[] {
    const known = this.#places.get(text);
    if (known) return known;
    const places: number[] = [];
    for (let at = this.#text.indexOf(text); at >= 0; at = this.#text.indexOf(text, at + 1))
      if (isOne(at)) places.push(at);
    this.#places.set(text, places);
    return places;
  }

  #mayClose(place: number): boolean {
    const next = this.#text[place + 1];
    return /\S/.test(this.#text[place - 1] ?? ' ') && (next === undefined || AFTER.test(next));
  }
}

/** The places of closing brackets by those of the opening ones. */
function bracketsIn(text: string): ReadonlyMap<number, number> {
  const brackets = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(index);
    else if (open.length > 0) brackets.set(open.pop()!, index);
  }
  return brackets;
}
