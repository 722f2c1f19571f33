import { memoized } from '../algorithms/memoized.ts';

/** A word with forms whose stem no rule finds. */
export interface IrregularWord {
  readonly stem: string;
  /** A form, or the begin of forms and a sign for their endings. */
  readonly forms: readonly string[];
}

/** Length of the beginning by which words are grouped. */
const LETTERS = 2;
const NONE: ReadonlySet<string> = new Set(['']);

/** Forms of a word that begin alike. `order` is the place of the word in its list. */
interface Forms {
  readonly stem: string;
  readonly order: number;
  readonly endings: ReadonlySet<string>;
}

/**
 * Irregular forms and their stems. They are worked out for two first letters at a time, since all of them would take longer
 * than most searches. A form that is listed twice belongs to the first word.
 */
export class Irregulars {
  readonly #wordsFrom: (letters: string) => readonly IrregularWord[];
  readonly #formsFrom: (letters: string) => ReadonlyMap<string, readonly Forms[]>;
  readonly #endings: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #longest: number;

  /**
   * @param wordsFrom  returns the words of which a form or the stem begins with `letters`
   * @param endings  endings by the sign that stands for them in forms
   */
  constructor(
    wordsFrom: (letters: string) => readonly IrregularWord[],
    endings: Readonly<Record<string, readonly string[]>> = {},
  ) {
    this.#endings = new Map(Object.entries(endings).map(([sign, each]) => [sign, new Set(each)]));
    this.#longest = Math.max(
      0,
      ...Object.values(endings).flatMap((each) => each.map(({ length }) => length)),
    );
    this.#wordsFrom = memoized(wordsFrom);
    this.#formsFrom = memoized((letters) => {
      const found = new Map<string, Forms[]>();
      this.#wordsFrom(letters).forEach(({ stem, forms }, order) => {
        for (const form of forms) {
          if (!form.startsWith(letters)) continue;
          const [begin, endings] = this.#parse(form);
          const known = found.get(begin);
          if (known) known.push({ stem, order, endings });
          else found.set(begin, [{ stem, order, endings }]);
        }
      });
      return found;
    });
  }

  stemOf(form: string): string | undefined {
    const found = this.#formsFrom(form.slice(0, LETTERS));
    let first: Forms | undefined;
    for (let { length } = form; length > 0 && length >= form.length - this.#longest; length -= 1)
      for (const forms of found.get(form.slice(0, length)) ?? [])
        if ((!first || forms.order < first.order) && forms.endings.has(form.slice(length))) first = forms;
    return first?.stem;
  }

  formsOf(stem: string): readonly string[] {
    const words = this.#wordsFrom(stem.slice(0, LETTERS)).filter((word) => word.stem === stem);
    const forms = words.flatMap((word) =>
      word.forms.flatMap((form) => {
        const [begin, endings] = this.#parse(form);
        return Array.from(endings, (ending) => begin + ending);
      }),
    );
    return [...new Set(forms)].filter((form) => this.stemOf(form) === stem);
  }

  #parse(form: string): [begin: string, endings: ReadonlySet<string>] {
    const endings = this.#endings.get(form.at(-1)!);
    return endings ? [form.slice(0, -1), endings] : [form, NONE];
  }
}
