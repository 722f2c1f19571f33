import * as ascii from './ascii.ts';
import { characterClass, OTHER, PUNCTUATION, WHITE_SPACE } from './punctuation.ts';

/** What a mark says of the delimiters at its offset: they open, or with `CLOSES` end, this style. */
export const EMPHASIS = 1;
export const STRONG = 2;
export const STRIKE_ONE = 3;
export const STRIKE_TWO = 4;
export const CLOSES = 8;
/** Characters that a mark stands for, by its style. */
export const MARK_SIZES = [0, 1, 2, 1, 2] as const;

/** A run of `*`, `_` or `~` that may open or close a style. */
interface Run {
  readonly code: number;
  /** Its length as written. */
  readonly length: number;
  /** The range of what is not matched yet: closing takes from its left, opening from its right. */
  left: number;
  right: number;
  /** Whether it is left- or right-flanking, as CommonMark asks for of its character. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Matches runs of delimiters as CommonMark has it ("process emphasis"), in time linear in their number. */
export class Delimiters {
  length = 0;
  /** By offset in the source, for the offsets of runs only: 0 for text, else the style that opens or closes there. */
  marks = new Uint8Array(256);
  readonly #runs: Run[] = [];
  /** Indices of the runs that may still open something, while runs are matched. */
  readonly #openers: number[] = [];
  /** For each kind of closing run: no run up to this index opens what it closes. */
  readonly #bottoms = new Int32Array(14);

  /** Forgets the runs of the text before, and makes room for one of `length` characters. */
  clear(length: number): void {
    this.length = 0;
    if (this.marks.length < length) this.marks = new Uint8Array(2 * length);
  }

  /** Adds the run of `code` in [left, right), if it may open or close a style; returns whether it may. */
  add(source: string, code: number, left: number, right: number): boolean {
    if (code === ascii.TILDE && right - left > 2) return false;
    const before = classBefore(source, code === ascii.TILDE ? left : skipTildesBack(source, left));
    const after = classAfter(source, code === ascii.TILDE ? right : skipTildes(source, right));
    const isLeft = after !== WHITE_SPACE && (after === OTHER || before !== OTHER);
    const isRight = before !== WHITE_SPACE && (before === OTHER || after !== OTHER);
    const opens = isLeft && (code !== ascii.UNDERSCORE || !isRight || before === PUNCTUATION);
    const closes = isRight && (code !== ascii.UNDERSCORE || !isLeft || after === PUNCTUATION);
    if (!opens && !closes) return false;
    this.marks.fill(0, left, right);
    this.#runs[this.length++] = { code, length: right - left, left, right, opens, closes };
    return true;
  }

  /** Matches the runs from index `bottom` on with each other, sets their marks and forgets them. */
  match(bottom: number): void {
    if (this.length - bottom < 2) {
      this.length = bottom;
      return;
    }
    this.#openers.length = 0;
    this.#bottoms.fill(bottom - 1);
    for (let index = bottom; index < this.length; index++) {
      const run = this.#runs[index]!;
      if (run.closes) this.#close(run, index);
      if (run.opens && run.left < run.right) this.#openers.push(index);
    }
    this.length = bottom;
  }

  #close(closer: Run, index: number): void {
    const openers = this.#openers;
    while (closer.left < closer.right) {
      const found = this.#findOpener(closer, index);
      if (found < 0) return;
      const opener = this.#runs[openers[found]!]!;
      const double = opener.right - opener.left > 1 && closer.right - closer.left > 1;
      const size = double ? 2 : 1;
      const style = (closer.code === ascii.TILDE ? STRIKE_ONE : EMPHASIS) + size - 1;
      opener.right -= size;
      this.marks[opener.right] = style;
      this.marks[closer.left] = style | CLOSES;
      closer.left += size;
      openers.length = opener.left < opener.right ? found + 1 : found;
    }
  }

  /** The place among the openers of the nearest that matches; -1 without one, which is kept in mind. */
  #findOpener(closer: Run, index: number): number {
    const kind = kindOf(closer);
    const bottom = this.#bottoms[kind]!;
    for (let place = this.#openers.length - 1; place >= 0; place--) {
      const candidate = this.#openers[place]!;
      if (candidate <= bottom) break;
      if (matches(this.#runs[candidate]!, closer)) return place;
    }
    this.#bottoms[kind] = index - 1;
    return -1;
  }
}

/** Runs of one kind close the same openers. */
function kindOf({ code, length, opens }: Run): number {
  if (code === ascii.TILDE) return 11 + length;
  return (code === ascii.UNDERSCORE ? 6 : 0) + (opens ? 3 : 0) + (length % 3);
}

function matches(opener: Run, closer: Run): boolean {
  if (opener.code !== closer.code) return false;
  if (opener.code === ascii.TILDE) return opener.length === closer.length;
  // The rule of three: `*foo**bar*` is one emphasis.
  if (!opener.closes && !closer.opens) return true;
  return closer.length % 3 === 0 || (opener.length + closer.length) % 3 !== 0;
}

/** GitHub looks through `~` for what is beside `*` and `_`, as it marks text within emphasis. */
function skipTildes(source: string, at: number): number {
  while (source.charCodeAt(at) === ascii.TILDE) at++;
  return at;
}

function skipTildesBack(source: string, at: number): number {
  while (source.charCodeAt(at - 1) === ascii.TILDE) at--;
  return at;
}

/** The class of the character after an offset; the ends of a text are white space. */
const classAfter = (source: string, at: number): number =>
  at >= source.length ? WHITE_SPACE : characterClass(source.codePointAt(at)!);

function classBefore(source: string, at: number): number {
  if (at <= 0) return WHITE_SPACE;
  const code = source.charCodeAt(at - 1);
  const isLow = code >= 0xdc00 && code <= 0xdfff && at > 1;
  return characterClass(isLow ? Math.max(code, source.codePointAt(at - 2)!) : code);
}
