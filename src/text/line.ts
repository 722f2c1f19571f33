import type { Document, Link, Style, StyledText } from '../document/document.ts';
import type { Typography } from './typography.ts';

/** A piece of a laid-out line in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
  /**
   * The offset of its first character in the document's text; -1 for text that the layout adds (bullets, bars, hyphens,
   * padding). The text of a span with an offset is a slice of the document's text, except that any white space may have become
   * a plain space, and that a stretched blank or a tab is a separate span that stands for one character.
   */
  readonly at: number;
  /** Set if the span stands for one character of the document, whatever its width. */
  readonly wide?: true;
  /** Index into `Document.links`. */
  readonly link?: number;
}

/**
 * A laid-out line. It is at most as wide as the measure, unless it is a single wider cluster, or belongs to a table or to code
 * and has room beside the measure.
 */
export interface Line {
  readonly spans: readonly Span[];
  /** In cells. */
  readonly width: number;
  /** Cells by which it begins to the left of the measure; absent for none. */
  readonly outdent?: number;
  /**
   * Set for code wider than its room, which scrolls sideways: cells at the beginning of each line that stay in place, and cells
   * of the widest line with them.
   */
  readonly scroll?: { readonly after: number; readonly cells: number };
  /**
   * The range of the document's text on this line; empty lines between blocks have start = end. Both never decrease from line
   * to line: if cells of a table are side by side, `end` is the furthest end so far.
   */
  readonly start: number;
  readonly end: number;
}

export interface Beside {
  readonly left: number;
  readonly right: number;
}

export interface LayoutOptions {
  /** The measure in cells, at least 1; 0 for no wrapping (one line for each paragraph). */
  readonly width: number;
  /** Cells on both sides of the measure that tables and code may take; absent for none. */
  readonly beside?: Beside;
  /** Whether lines of code are whole, however long, to be scrolled sideways; else they are cut. */
  readonly wholeCode?: boolean;
  /** The language whose rules decide where lines end; by default that of the document. */
  readonly typography?: Document['lang'] | undefined;
  /** Whether lines are filled by stretching blanks, to at most three cells. */
  readonly justify?: boolean;
  /** From `loadHyphenator`; absent for no hyphenation. */
  readonly hyphenate?: Hyphenator | undefined;
  /** Colors code; absent for plain code. */
  readonly highlight?: Highlighter | undefined;
  /** Returns what to put after a link whose text is `text`, such as `[1]`. Called at least once for each link, in order. */
  readonly reference?: ((link: Link, text: string) => string | undefined) | undefined;
  /** For output without styles: rules below headings of the first two levels, tildes around deleted text. */
  readonly plain?: boolean;
}

/** What decides where a text may be broken, besides Unicode's rules. */
export interface TextRules {
  readonly typography: Typography;
  readonly hyphenate?: Hyphenator | undefined;
}

/** Returns the offsets in a word of letters (in UTF-16 units) at which it may be hyphenated. */
export type Hyphenator = (word: string) => readonly number[];

/** Returns the spans of each line of code; undefined to leave it plain. */
export type Highlighter = (code: string, language: string) => readonly (readonly StyledText[])[] | undefined;

/** The lines of a document at one width, laid out as far as they were requested. */
export interface Flow {
  /** Returns line `index`, laying out up to it if necessary; undefined beyond the end. */
  line(index: number): Line | undefined;
  /** Number of lines laid out so far. */
  readonly known: number;
  /** Whether all lines are laid out. */
  readonly complete: boolean;
  /** Continues laying out in idle time, for about `milliseconds` by `now`. Returns `complete`. */
  advance(milliseconds: number, now: () => number): boolean;
  /** The index of the line that shows offset `at` of the document's text, laying out up to it. */
  lineAt(at: number): number;
  /** The number of lines, estimated until `complete`. */
  readonly height: number;
}
