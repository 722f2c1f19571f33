import { memoized } from '../algorithms/memoized.ts';

/** A word with forms whose stem no rule finds. */
export interface IrregularWord {
  readonly stem: string;
  readonly forms: readonly string[];
}

/** Length of the beginning by which words are grouped. */
const LETTERS = 2;

/**
 * Irregular forms and their stems. They are worked out for two first letters at a time, since all of them would take longer
 * than most searches. A form that is listed twice belongs to the first word.
 */
export class Irregulars {
  readonly #wordsFrom: (letters: string) => readonly IrregularWord[];
  readonly #stemsFrom: (letters: string) => ReadonlyMap<string, string>;

  /** @param wordsFrom  returns the words of which a form or the stem begins with `letters` */
  constructor(wordsFrom: (letters: string) => readonly IrregularWord[]) {
    this.#wordsFrom = memoized(wordsFrom);
    this.#stemsFrom = memoized((letters) => {
      const stems = new Map<string, string>();
      for (const { stem, forms } of this.#wordsFrom(letters))
        for (const form of forms) if (form.startsWith(letters) && !stems.has(form)) stems.set(form, stem);
      return stems;
    });
  }

  stemOf(form: string): string | undefined {
    return this.#stemsFrom(form.slice(0, LETTERS)).get(form);
  }

  formsOf(stem: string): readonly string[] {
    const words = this.#wordsFrom(stem.slice(0, LETTERS));
    const forms = words.flatMap((word) => (word.stem === stem ? word.forms : []));
    return [...new Set(forms)].filter((form) => this.stemOf(form) === stem);
  }
}
