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
  readonly #words = new Map<string, readonly IrregularWord[]>();
  readonly #stems = new Map<string, ReadonlyMap<string, string>>();
  readonly #wordsFrom: (letters: string) => readonly IrregularWord[];

  /**
   * @param wordsFrom  returns the words of which a form or the stem begins with `letters`
   */
  constructor(wordsFrom: (letters: string) => readonly IrregularWord[]) {
    this.#wordsFrom = wordsFrom;
  }

  stemOf(form: string): string | undefined {
    return this.#beginningWith(form.slice(0, LETTERS)).get(form);
  }

  formsOf(stem: string): readonly string[] {
    const words = this.#wordsOf(stem.slice(0, LETTERS));
    const forms = words.flatMap((word) => (word.stem === stem ? word.forms : []));
    return [...new Set(forms)].filter((form) => this.stemOf(form) === stem);
  }

  #beginningWith(letters: string): ReadonlyMap<string, string> {
    let stems = this.#stems.get(letters);
    if (!stems) {
      const found = new Map<string, string>();
      for (const { stem, forms } of this.#wordsOf(letters))
        for (const form of forms) if (form.startsWith(letters) && !found.has(form)) found.set(form, stem);
      stems = found;
      this.#stems.set(letters, stems);
    }
    return stems;
  }

  #wordsOf(letters: string): readonly IrregularWord[] {
    let words = this.#words.get(letters);
    if (!words) {
      words = this.#wordsFrom(letters);
      this.#words.set(letters, words);
    }
    return words;
  }
}
