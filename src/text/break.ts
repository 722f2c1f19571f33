import { clusterCells, clusterEnd } from '../unicode/clusters.ts';
import * as c from './break-class.ts';
import { ANYWHERE, NEVER, PAIRS } from './break-pairs.ts';
import { holds } from './french.ts';
import { addLong } from './long-word.ts';
import { BARE_END, HARD_END, HYPHEN_END, type Pieces, SPACE_END } from './pieces.ts';

/** What decides where a text may be cut. */
export interface BreakRules {
  /** Cells of the lines to come; words wider than that are cut. 0 for no limit. */
  readonly width: number;
  readonly french: boolean;
  /** Offsets inside a word before which it may be hyphenated. */
  readonly hyphenate?: ((word: string) => readonly number[]) | undefined;
  /** Whether the text at an offset is code, where only blanks are break opportunities. */
  readonly isCode: (at: number) => boolean;
}

const FIRST_JOINING = 0x300;

/**
 * Cuts `text` from `from` on at its break opportunities, after UAX #14 (rules by number in `break-pairs.ts`), into
 * `pieces`. Stops at the first opportunity after `enough` UTF-16 units; returns where it stopped.
 */
export function cut(text: string, from: number, enough: number, rules: BreakRules, pieces: Pieces): number {
  const scan = new Scan(text, from, rules, pieces);
  return scan.run(Math.min(text.length, from + enough));
}

class Scan {
  private readonly text: string;
  private readonly rules: BreakRules;
  private readonly pieces: Pieces;
  /** Where the piece being read began, in units and cells. */
  private start: number;
  private left = 0;
  private cells = 0;

  constructor(text: string, from: number, rules: BreakRules, pieces: Pieces) {
    this.text = text;
    this.start = from;
    this.rules = rules;
    this.pieces = pieces;
  }

  run(enough: number): number {
    const { text } = this;
    /** Class of the character before; 0 at the beginning of a line. */
    let before = 0;
    /** Where the blanks between it and the next character begin; -1 without any. */
    let blank = -1;
    let blankCells = 0;
    /** Class of what stands before a hyphen or dash, or 0 if it begins a word. */
    let beforeDash = 0;
    let at = this.start;
    while (at < text.length) {
      const unit = text.charCodeAt(at);
      let kind = c.unitClass(unit);
      if (kind === c.SPACE && before !== 0) {
        if (blank < 0) {
          blank = at;
          blankCells = this.cells;
        }
        this.cells++;
        at++;
        continue;
      }
      if (kind === c.NEWLINE) {
        this.end(blank < 0 ? at : blank, blank < 0 ? this.cells : blankCells, at + 1, HARD_END);
        before = 0;
        blank = -1;
        at++;
        continue;
      }
      if (kind >= c.SOFT_HYPHEN) {
        if (kind === c.SOFT_HYPHEN || kind === c.ZERO_SPACE) {
          const end = kind === c.SOFT_HYPHEN ? HYPHEN_END : BARE_END;
          if (blank < 0 && before !== 0) {
            this.pieces.patchy = true;
            this.end(at, this.cells, at + 1, end);
            at++;
            continue;
          }
        }
        kind = kind === c.SURROGATE ? c.pointClass(text.codePointAt(at)!) : kind;
        if (kind === c.COMBINING || kind === c.SOFT_HYPHEN || kind === c.ZERO_SPACE) kind = c.LETTER;
      }
      if (before !== 0 && (before !== c.LETTER || kind !== c.LETTER || blank >= 0)) {
        if (blank >= 0) {
          if (this.breaksAtBlank(before, kind, blank, at)) {
            this.end(blank, blankCells, at, SPACE_END);
            if (at >= enough) return at;
          }
        } else if (PAIRS[before * c.CLASSES + kind] === ANYWHERE) {
          if (this.breaksBare(before, kind, beforeDash, at)) {
            this.end(at, this.cells, at, BARE_END);
            if (at >= enough) return at;
          }
        }
      }
      if (kind === c.QUOTE_OPEN) {
        if (before !== 0 && blank < 0 && !OPENERS.has(before)) kind = c.QUOTE;
      } else if (kind === c.HYPHEN || kind === c.DASH) {
        if (before !== c.HYPHEN && before !== c.DASH) beforeDash = blank >= 0 ? 0 : before;
      } else if (kind === c.SPACE) kind = c.GLUE;
      before = kind;
      blank = -1;
      if (unit < FIRST_JOINING && !(text.charCodeAt(at + 1) >= FIRST_JOINING)) {
        this.cells++;
        at++;
      } else {
        const next = clusterEnd(text, at);
        this.cells += clusterCells(text, at, next);
        at = next;
      }
    }
    if (this.start < at) this.end(blank < 0 ? at : blank, blank < 0 ? this.cells : blankCells, at, HARD_END);
    return at;
  }

  /** Ends a piece at `stop`; the next begins at `next`. */
  private end(stop: number, right: number, next: number, end: number): void {
    const { width, hyphenate } = this.rules;
    const cells = right - this.left + (end === HYPHEN_END ? 1 : 0);
    if (hyphenate !== undefined || cells > LONG || (cells > width && width > 0))
      addLong(this.pieces, this.text, this.start, stop, this.left, right, end, this.rules);
    else this.pieces.add(this.start, stop, this.left, right, end);
    this.start = next;
    this.left = this.cells;
  }

  private breaksAtBlank(before: number, after: number, blank: number, at: number): boolean {
    const { text, rules } = this;
    const rule = PAIRS[before * c.CLASSES + after]!;
    if (before === c.QUOTE_OPEN) return false;
    if (after === c.QUOTE_CLOSE && !this.beginsWord(at)) return false;
    // ".NET", "/usr", "!important": a mark that begins a word closes nothing.
    if (rule === NEVER && !(MARKS.has(after) && before !== c.OPEN && this.beginsWord(at))) return false;
    return !(rules.french && holds(text, blank, at) && !rules.isCode(at));
  }

  private breaksBare(before: number, after: number, beforeDash: number, at: number): boolean {
    if (before === c.HYPHEN || before === c.DASH) {
      // LB20a: a hyphen that begins a word ("-v", "--width") stays with it.
      if (beforeDash === 0 || at - this.start < 3) return false;
      if (after === c.DIGIT && (before === c.HYPHEN || beforeDash === c.DIGIT)) return false;
    }
    return !this.rules.isCode(at);
  }

  /** Whether a letter or a digit follows the mark at `at`. */
  private beginsWord(at: number): boolean {
    const next = c.unitClass(this.text.charCodeAt(at + 1) || 0x20);
    return next === c.LETTER || next === c.DIGIT;
  }
}

/** Pieces wider than this are looked at for sensible points to cut. */
const LONG = 16;
const MARKS = new Set([c.EXCLAMATION, c.INFIX, c.SLASH]);
const OPENERS = new Set([c.OPEN, c.OPEN_WIDE, c.QUOTE, c.QUOTE_OPEN, c.GLUE, c.HYPHEN, c.DASH, c.SLASH]);
