import { clusterCells, clusterEnd } from '../unicode/clusters.ts';
import * as c from './break-class.ts';
import { BARE_END, HARD_END, HYPHEN_END, type Pieces, SPACE_END } from './break-opportunities.ts';
import { ANYWHERE, NEVER, PAIRS } from './break-pairs.ts';
import { WordStarts } from './break-words.ts';
import { clings, holds } from './french.ts';
import type { TextRules } from './line.ts';
import { addLong, LONG } from './long-word.ts';

/** A text some of which may be code, where only blanks are break opportunities. */
export interface BreakableText {
  readonly text: string;
  isCode(at: number): boolean;
  /** Whether what begins at `at`, the number of a note or a link, belongs to what stands before it. */
  clings(at: number): boolean;
}

export interface BreakRules {
  readonly rules: TextRules;
  /** Cells of the lines to come; words wider than that are cut. 0 for no limit. */
  readonly width: number;
}

/** Characters in which an address shows that it is one. */
const ADDRESS_WITHIN = 12;
const FIRST_JOINING = 0x300;
const SPACE = 0x20;
/** Letters to leave on the line before a hyphen that is written; after it there must be one more. */
const LEAST_PART = 2;

/**
 * Cuts a text from `from` on at its break opportunities, after UAX #14 (rules by number in `break-pairs.ts`), into
 * `pieces`. Stops at the first opportunity after `enough` UTF-16 units; returns where it stopped.
 */
export function cut(
  text: BreakableText,
  from: number,
  enough: number,
  rules: BreakRules,
  pieces: Pieces,
): number {
  return new Scan(text, from, rules, pieces).run(from + enough);
}

class Scan {
  private readonly text: string;
  private readonly source: BreakableText;
  private readonly width: number;
  private readonly rules: TextRules;
  private readonly pieces: Pieces;
  private words: WordStarts | undefined;
  /** Where the piece being read began, in units and cells. */
  private start: number;
  private left = 0;

  constructor(source: BreakableText, from: number, { rules, width }: BreakRules, pieces: Pieces) {
    this.source = source;
    this.text = source.text;
    this.start = from;
    this.rules = rules;
    this.width = width;
    this.pieces = pieces;
  }

  run(enough: number): number {
    const { text } = this;
    const { length } = text;
    /** Class of the character before; 0 at the beginning of a line. */
    let before = 0;
    /** Where the blanks between it and the next character begin; -1 without any. */
    let blank = -1;
    let blankCells = 0;
    /** Class of what stands before a hyphen or dash, or 0 if it begins a word. */
    let beforeDash = 0;
    let cells = 0;
    let at = this.start;
    while (at < length) {
      const unit = text.charCodeAt(at);
      let kind = c.unitClass(unit);
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
        if (blank < 0) this.end(at, cells, at + 1, cells, HARD_END);
        else this.end(blank, blankCells, at + 1, cells, HARD_END);
        before = 0;
        blank = -1;
        at++;
        if (at >= enough) return at;
        continue;
      }
      if (kind >= c.SOFT_HYPHEN) {
        if (kind === c.SURROGATE) kind = c.pointClass(text.codePointAt(at)!);
        else if ((kind === c.SOFT_HYPHEN || kind === c.ZERO_SPACE) && blank < 0 && before !== 0) {
          this.pieces.patchy = true;
          this.end(at, cells, at + 1, cells, kind === c.SOFT_HYPHEN ? HYPHEN_END : BARE_END);
          at++;
          continue;
        }
        if (kind >= c.SOFT_HYPHEN && kind < c.COMPLEX) kind = c.LETTER;
      }
      if (blank >= 0) {
        const between = before === c.LETTER && kind === c.LETTER && isSmallLetter(unit);
        if (between || this.breaksAtBlank(before, kind, blank, at)) {
          this.end(blank, blankCells, at, cells, SPACE_END);
          if (at >= enough) return at;
        }
        beforeDash = 0;
        blank = -1;
      } else if (before !== 0) {
        if (PAIRS[before * c.CLASSES + kind] === ANYWHERE && this.breaksBare(before, kind, beforeDash, at)) {
          this.end(at, cells, at, cells, BARE_END);
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
    if (this.start < at) {
      if (blank < 0) this.end(at, cells, at, cells, HARD_END);
      else this.end(blank, blankCells, at, cells, HARD_END);
    }
    return at;
  }

  /** Ends a piece at `stop`, `right` cells from the beginning; the next begins at `next` and `left`. */
  private end(stop: number, right: number, next: number, left: number, end: number): void {
    const cells = right - this.left + (end === HYPHEN_END ? 1 : 0);
    if (cells > LONG || this.rules.hyphenate !== undefined || (cells > this.width && this.width > 0)) {
      const word = { text: this.text, start: this.start, stop, left: this.left, right, end };
      addLong(this.pieces, word, this.width, this.source.isCode(this.start) ? undefined : this.rules);
    } else this.pieces.add(this.start, stop, this.left, right, end);
    this.start = next;
    this.left = left;
  }

  private breaksAtBlank(before: number, after: number, blank: number, at: number): boolean {
    const { text, rules } = this;
    const rule = PAIRS[before * c.CLASSES + after]!;
    if (before === c.QUOTE_OPEN) return false;
    // What parts the entries of a row ("a | b · c") stays at the end of the line.
    if (SEPARATORS.has(text.charCodeAt(at)) && text.charCodeAt(at + 1) === SPACE) return false;
    if (after === c.QUOTE_CLOSE && !this.beginsWord(at)) return false;
    // ".NET", "/usr", "!important": a mark that begins a word closes nothing.
    if (rule === NEVER && !(MARKS.has(after) && before !== c.OPEN && this.beginsWord(at))) return false;
    return !(rules.french && holds(text, blank, at) && !this.source.isCode(at));
  }

  private breaksBare(before: number, after: number, beforeDash: number, at: number): boolean {
    if (before === c.HYPHEN || before === c.DASH) {
      // LB20a: a hyphen that begins a word ("-v", "--width") stays with it.
      if (beforeDash === 0 || at - this.start < LEAST_PART + 1) return false;
      if (after === c.DIGIT && (before === c.HYPHEN || beforeDash === c.DIGIT)) return false;
      if (before === c.HYPHEN && (!this.goesOn(at) || this.isAddress())) return false;
    }
    if (before === c.COMPLEX && after === c.COMPLEX) {
      this.words ??= new WordStarts(this.text);
      if (!this.words.has(at)) return false;
    }
    return !this.source.isCode(at) && !this.source.clings(at);
  }

  /** Whether the piece being read is an address, where `addLong` knows better points than hyphens. */
  private isAddress(): boolean {
    const beginning = this.text.slice(this.start, this.start + ADDRESS_WITHIN);
    return beginning.includes('://') || beginning.includes('www.');
  }

  /** Whether what follows a hyphen is long enough, and not a pronoun that clings to its verb, to begin a line. */
  private goesOn(at: number): boolean {
    const { text } = this;
    if (this.rules.french && clings(text, at)) return false;
    for (let next = at + 1; next <= at + LEAST_PART; next++)
      if (c.unitClass(text.charCodeAt(next) || SPACE) !== c.LETTER) return false;
    return true;
  }

  /** Whether a letter or a digit follows the mark at `at`. */
  private beginsWord(at: number): boolean {
    const next = c.unitClass(this.text.charCodeAt(at + 1) || SPACE);
    return next === c.LETTER || next === c.DIGIT;
  }
}

/** The end of the letters of a cell each from `from` on, but for the last where a combining mark may follow it. */
function endOfLetters(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_JOINING) return Math.max(from, at - 1);
    if (c.units[unit] !== c.LETTER) break;
  }
  return at;
}

/** Between a letter and such a one a line may always end at a blank. */
const isSmallLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

const SEPARATORS = new Set([0x7c, 0xb7, 0x2022]);
const MARKS = new Set([c.EXCLAMATION, c.INFIX, c.SLASH]);
const OPENERS = new Set([c.OPEN, c.OPEN_WIDE, c.QUOTE, c.QUOTE_OPEN, c.GLUE, c.HYPHEN, c.DASH, c.SLASH]);
