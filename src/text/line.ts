import type { Link, Style } from '../document/document.ts';

/** A piece of a laid-out line in one style. */
export interface Span {
  readonly text: string;
  readonly style: Style;
  /**
   * Offset of its first character in the document's text; -1 for what the layout put there (bullets, bars,
   * hyphens, padding). The text of a span with an offset is a slice of the document's text, with these exceptions: a
   * blank that is stretched, or a tab, is a span of its own that stands for one character and may be wider; any other
   * white space character may have become a plain space.
   */
  readonly at: number;
  /** Set on a blank that stands for one character of the document, whatever its width. */
  readonly wide?: true;
  /** Index into `Document.links`. */
  readonly link?: number;
}

/** A laid-out line. Its width in cells is at most the measure, but for a single cluster that cannot be cut. */
export interface Line {
  readonly spans: readonly Span[];
  /** Cells. */
  readonly width: number;
  /**
   * The range of the document's text on this line; empty lines between blocks have start = end. Both rise from line to
   * line. Where cells of a table stand side by side, `end` is that of the furthest cell so far.
   */
  readonly start: number;
  readonly end: number;
}

export interface LayoutOptions {
  /** Measure in cells, at least 1; 0 for no wrapping (one line a paragraph). */
  readonly width: number;
  /** Fills lines by widening blanks, to three cells at most. */
  readonly justify?: boolean;
  /** Where words may be hyphenated, from `loadHyphenator`; absent for no hyphenation. */
  readonly hyphenate?: Hyphenator | undefined;
  /** Colours code: spans of each line, or undefined to leave it plain. */
  readonly highlight?: Highlighter | undefined;
  /** What to put after a link whose text is `text`, such as `[1]`; called once or more for each, in order. */
  readonly reference?: ((link: Link, text: string) => string | undefined) | undefined;
  /** For output without styles: a rule below headings of the first two levels, tildes around what is struck out. */
  readonly plain?: boolean;
}

/** What decides where a text may be broken, besides Unicode's rules. */
export interface TextRules {
  readonly french: boolean;
  readonly hyphenate?: Hyphenator | undefined;
}

/** Offsets inside a word of letters (UTF-16 units) before which a hyphen and a line end may be put. */
export type Hyphenator = (word: string) => readonly number[];

export type Highlighter = (code: string, language: string) => readonly (readonly CodeSpan[])[] | undefined;

export interface CodeSpan {
  readonly text: string;
  readonly style: Style;
}

/**
 * Lines of a document at one width, laid out as far as they were asked for: what is shown first never waits
 * for the rest.
 */
export interface Flow {
  /** Line `index`, laying out up to it where needed; undefined past the end. */
  line(index: number): Line | undefined;
  /** Lines laid out so far. */
  readonly known: number;
  /** Whether `known` is all of them. */
  readonly complete: boolean;
  /** Lays out on, for about `milliseconds` by `now`; true when complete. For idle time. */
  advance(milliseconds: number, now: () => number): boolean;
  /** The line that holds offset `at` of the document's text, laying out up to it. */
  lineAt(at: number): number;
  /** Height estimated from what is laid out; exact when complete. */
  readonly height: number;
}
