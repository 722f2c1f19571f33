import { type Hidden, MAX_PLACES } from '../../unicode/hidden.ts';

/** The hidden characters that were removed from a document while it was written. */
export class HiddenCharacters {
  #count = 0;
  readonly #places: number[] = [];

  /** Adds what was hidden in a text that begins at `offset` of the document. */
  add({ count, places }: Hidden, offset = 0): void {
    this.#count += count;
    for (const place of places) {
      if (this.#places.length >= MAX_PLACES) return;
      const at = offset + place;
      // Characters of several sources may stand at one place, and notes are written after the text they belong to.
      const index = this.#places.findLastIndex((known) => known <= at);
      if (this.#places[index] !== at) this.#places.splice(index + 1, 0, at);
    }
  }

  /** Moves places past the end of a text of this length to its end: white space around them may have been dropped. */
  limit(length: number): void {
    const places = this.#places;
    while ((places.at(-1) ?? 0) > length) {
      places.pop();
      if ((places.at(-1) ?? -1) < length) places.push(length);
    }
  }

  /** What was found so far; undefined if nothing was. */
  get found(): Hidden | undefined {
    return this.#count > 0 ? { count: this.#count, places: this.#places } : undefined;
  }
}
