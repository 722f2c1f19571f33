import { COMBINING, COMPLEX, classOf } from './break-class.ts';

/** UTF-16 units segmented together: Node 20's segmenter takes quadratic time on long strings. */
const WINDOW = 256;

let segmenter: Intl.Segmenter | undefined;

/** The beginnings of words in scripts without spaces (Thai, Lao, Khmer, Burmese), by the JavaScript engine's dictionaries. */
export class WordStarts {
  readonly #text: string;
  #to = -1;
  #starts = new Set<number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether a word begins at `at`. Offsets must ascend from call to call. */
  has(at: number): boolean {
    if (at >= this.#to) this.#read(at);
    return this.#starts.has(at);
  }

  #read(at: number): void {
    const text = this.#text;
    let from = at;
    while (from > 0 && at - from < WINDOW / 2 && isComplex(text.charCodeAt(from - 1))) from--;
    let to = at;
    while (to < text.length && to - at < WINDOW && isComplex(text.charCodeAt(to))) to++;
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    this.#starts = new Set(Array.from(segmenter.segment(text.slice(from, to)), ({ index }) => from + index));
    this.#to = Math.max(to, at + 1);
  }
}

const isComplex = (unit: number): boolean => {
  const kind = classOf(unit);
  return kind === COMPLEX || kind === COMBINING;
};
