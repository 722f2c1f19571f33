import { clusterCells, clusterEnd } from '../unicode/clusters.ts';
import * as c from './break-class.ts';
import { BARE_END, type BreakOpportunities, HARD_END, HYPHEN_END, SPACE_END } from './break-opportunities.ts';
import { ANYWHERE, NEVER, PAIRS } from './break-pairs.ts';
import { WordStarts } from './break-words.ts';
import type { TextRules } from './line.ts';
import { addLong, LONG } from './long-word.ts';

/** A text, parts of which may be code: there, lines break only at blanks. */
export interface BreakableText {
  readonly text: string;
  /** Whether the character at `at` is code. */
  isCode(at: number): boolean;
  /** Whether no line may begin at `at`, where the number of a note or a link begins. */
  noBreakBefore(at: number): boolean;
}

export interface BreakRules {
  readonly rules: TextRules;
  /** Cells of a line; wider words are cut. 0 for no limit. */
  readonly width: number;
}

/** Characters of a word in which it shows that it is an address. */
const ADDRESS_WITHIN = 12;
const FIRST_JOINING = 0x300;
const SPACE = 0x20;
/** Fewest letters before a written hyphen at a line's end; after it there must be one more. */
const LEAST_PART = 2;

/**
 * Adds the break opportunities of a text from `from` on to `breaks`, after UAX #14 (rules by number in `break-pairs.ts`).
 * Stops at the first opportunity after `enough` UTF-16 units.
 *
 * @returns the offset at which it stopped
 */
export function findBreaks(
  text: BreakableText,
  from: number,
  enough: number,
  rules: BreakRules,
  breaks: BreakOpportunities,
): number {
  return new Scan(text, from, rules, breaks).run(from + enough);
}

class Scan {
  readonly #text: string;
  readonly #source: BreakableText;
  readonly #width: number;
  readonly #rules: TextRules;
  readonly #breaks: BreakOpportunities;
  #words: WordStarts | undefined;
  /** Where the current piece begins, in UTF-16 units and in cells. */
  #start: number;
  #left = 0;

  constructor(source: BreakableText, from: number, { rules, width }: BreakRules, breaks: BreakOpportunities) {
    this.#source = source;
    this.#text = source.text;
    this.#start = from;
    this.#rules = rules;
    this.#width = width;
    this.#breaks = breaks;
  }

  /** One loop, however long: it runs for every character of a text. */
  run(enough: number): number {
    const text = this.#text;
    const { length } = text;
    /** The class of the character before; 0 at the beginning of a line. */
    let before = 0;
    /** Where the blanks after it begin; -1 if there are none. */
    let blank = -1;
    let blankCells = 0;
    /** The class of the character before a hyphen or dash; 0 if the hyphen begins a word. */
    let beforeDash = 0;
    let cells = 0;
    let at = this.#start;
    while (at < length) {
      const unit = text.charCodeAt(at);
      let kind = c.classOf(unit);
      if (kind === c.SPACE && before !== 0) {
        if (blank < 0) {
          blank = at;
          blankCells = cells;
        }
        cells++;
        at++;
        continue;
      }
      if (kind === c.NEWLINE) {
        if (blank < 0) this.#end(at, cells, at + 1, cells, HARD_END);
        else this.#end(blank, blankCells, at + 1, cells, HARD_END);
        before = 0;
        blank = -1;
        at++;
        if (at >= enough) return at;
        continue;
      }
      if (kind >= c.SOFT_HYPHEN) {
        if (kind === c.SURROGATE) kind = c.classOf(text.codePointAt(at)!);
        else if ((kind === c.SOFT_HYPHEN || kind === c.ZERO_SPACE) && blank < 0 && before !== 0) {
          this.#breaks.hasDropped = true;
          this.#end(at, cells, at + 1, cells, kind === c.SOFT_HYPHEN ? HYPHEN_END : BARE_END);
          at++;
          continue;
        }
        if (kind >= c.SOFT_HYPHEN && kind < c.COMPLEX) kind = c.LETTER;
      }
      if (blank >= 0) {
        const isUsual = before === c.LETTER && kind === c.LETTER && isSmallLetter(unit);
        if (isUsual || this.#breaksAtBlank(before, kind, blank, at)) {
          this.#end(blank, blankCells, at, cells, SPACE_END);
          if (at >= enough) return at;
        }
        beforeDash = 0;
        blank = -1;
      } else if (before !== 0) {
        if (PAIRS[before * c.CLASSES + kind] === ANYWHERE && this.#breaksBare(before, kind, beforeDash, at)) {
          this.#end(at, cells, at, cells, BARE_END);
          if (at >= enough) return at;
        }
        if (before !== c.HYPHEN && before !== c.DASH) beforeDash = before;
        if (kind === c.QUOTE_OPEN && !OPENERS.has(before)) kind = c.QUOTE;
      } else {
        beforeDash = 0;
        if (kind === c.SPACE) kind = c.GLUE;
      }
      before = kind;
      if (unit >= FIRST_JOINING || (at + 1 < length && text.charCodeAt(at + 1) >= FIRST_JOINING)) {
        const next = clusterEnd(text, at);
        cells += clusterCells(text, at, next);
        at = next;
        continue;
      }
      at++;
      cells++;
      if (kind !== c.LETTER) continue;
      const next = endOfLetters(text, at);
      cells += next - at;
      at = next;
    }
    if (this.#start < at) {
      if (blank < 0) this.#end(at, cells, at, cells, HARD_END);
      else this.#end(blank, blankCells, at, cells, HARD_END);
    }
    return at;
  }

  /** Ends the current piece at `stop`, `right` cells from the beginning. The next one begins at `next`, `left` cells. */
  #end(stop: number, right: number, next: number, left: number, kind: number): void {
    const cells = right - this.#left + (kind === HYPHEN_END ? 1 : 0);
    if (cells > LONG || this.#rules.hyphenate !== undefined || (cells > this.#width && this.#width > 0)) {
      const word = { text: this.#text, start: this.#start, stop, left: this.#left, right, kind };
      addLong(this.#breaks, word, this.#width, this.#source.isCode(this.#start) ? undefined : this.#rules);
    } else this.#breaks.add(this.#start, stop, this.#left, right, kind);
    this.#start = next;
    this.#left = left;
  }

  /** Whether a line may end at the blanks from `blank` to `at`, given the classes of the characters around them. */
  #breaksAtBlank(before: number, after: number, blank: number, at: number): boolean {
    const text = this.#text;
    if (before === c.QUOTE_OPEN) return false;
    // A separator (“a | b · c”) stays at the end of the line.
    if (SEPARATORS.has(text.charCodeAt(at)) && text.charCodeAt(at + 1) === SPACE) return false;
    if (after === c.QUOTE_CLOSE && !this.#beginsWord(at)) return false;
    if (PAIRS[before * c.CLASSES + after] === NEVER && !this.#isMarkOfWord(before, after, at)) return false;
    return !(this.#rules.typography.noBreakAt(text, blank, at) && !this.#source.isCode(at));
  }

  /** Whether a mark that usually closes begins a word: “.NET”, “/usr”, “!important”. */
  #isMarkOfWord(before: number, after: number, at: number): boolean {
    return MARKS.has(after) && before !== c.OPEN && this.#beginsWord(at);
  }

  /** Whether a line may end before the character at `at`, which follows the one before without a blank. */
  #breaksBare(before: number, after: number, beforeDash: number, at: number): boolean {
    const isDash = before === c.HYPHEN || before === c.DASH;
    if (isDash && !this.#breaksAfterDash(before, after, beforeDash, at)) return false;
    if (before === c.COMPLEX && after === c.COMPLEX) {
      this.#words ??= new WordStarts(this.#text);
      if (!this.#words.has(at)) return false;
    }
    return !this.#source.isCode(at) && !this.#source.noBreakBefore(at);
  }

  #breaksAfterDash(dash: number, after: number, beforeDash: number, at: number): boolean {
    // LB20a: a hyphen that begins a word (“-v”, “--width”) stays with it.
    if (beforeDash === 0 || at - this.#start < LEAST_PART + 1) return false;
    if (after === c.DIGIT && (dash === c.HYPHEN || beforeDash === c.DIGIT)) return false;
    return dash !== c.HYPHEN || (this.#mayBeginAfterHyphen(at) && !this.#isAddress());
  }

  /** Whether the current piece is an address, for which `addLong` finds better points than hyphens. */
  #isAddress(): boolean {
    const beginning = this.#text.slice(this.#start, this.#start + ADDRESS_WITHIN);
    return beginning.includes('://') || beginning.includes('www.');
  }

  /** Whether a line may begin with the word after a hyphen: if it is long enough, and not a pronoun after its verb. */
  #mayBeginAfterHyphen(at: number): boolean {
    const text = this.#text;
    if (this.#rules.typography.noBreakBefore(text, at)) return false;
    for (let next = at + 1; next <= at + LEAST_PART; next++)
      if (c.classOf(text.charCodeAt(next) || SPACE) !== c.LETTER) return false;
    return true;
  }

  /** Whether a letter or a digit follows the mark at `at`. */
  #beginsWord(at: number): boolean {
    const next = c.classOf(this.#text.charCodeAt(at + 1) || SPACE);
    return next === c.LETTER || next === c.DIGIT;
  }
}

/** The end of the letters from `from` on, each one cell wide; before the last one if a combining mark may follow it. */
function endOfLetters(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_JOINING) return Math.max(from, at - 1);
    if (c.classes[unit] !== c.LETTER) break;
  }
  return at;
}

/** Whether a unit is a letter before which a line may always end, if a letter and a blank precede it. */
const isSmallLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

const SEPARATORS = new Set([0x7c, 0xb7, 0x2022]);
const MARKS = new Set([c.EXCLAMATION, c.INFIX, c.SLASH]);
const OPENERS = new Set([c.OPEN, c.OPEN_WIDE, c.QUOTE, c.QUOTE_OPEN, c.GLUE, c.HYPHEN, c.DASH, c.SLASH]);
