import type { Run } from '../document/document.ts';
import { cellWidth } from '../unicode/width.ts';
import type { Line, Span } from './line.ts';

/** Cells that are left for the text at any depth of lists and quotations. */
const LEAST_MEASURE = 20;

const NONE: readonly Span[] = [];

/**
 * The text to the left of a block's lines: indents, bars, and possibly a marker on the first line. Prefixes nest. A prefix's
 * marker is used by the first line that is set in it or in a prefix inside it.
 */
export class LinePrefix {
  /** Cells left for the text; 0 for no limit. */
  readonly measure: number;
  readonly depth: number;
  /** Number of enclosing lists. */
  readonly lists: number;
  /** Width of the prefix in cells. */
  readonly indent: number;
  /** A marker for which the prefix has no room, to be put before the text. */
  lead: Run | undefined;
  readonly #parent: LinePrefix | undefined;
  readonly #first: readonly Span[];
  readonly #rest: readonly Span[];
  readonly #least: number;
  #hasMarker: boolean;
  /** The prefix of all further lines, once all markers have been used. */
  #settled: readonly Span[] | undefined;

  constructor(measure: number, parent?: LinePrefix, cells = 0, first = NONE, rest = first, lists = 0) {
    this.measure = measure;
    this.#parent = parent;
    this.#first = first;
    this.#rest = rest;
    this.indent = cells + (parent?.indent ?? 0);
    this.#hasMarker = first !== rest;
    this.lists = lists;
    this.depth = parent ? parent.depth + 1 : 0;
    this.#least = parent ? parent.#least : Math.min(LEAST_MEASURE, Math.ceil((measure * 2) / 3));
  }

  /** Whether a prefix that is `cells` wider leaves enough room for the text. */
  fits(cells: number): boolean {
    return this.measure === 0 || this.measure - cells >= this.#least;
  }

  /** A prefix inside this one, `cells` wide, with `first` on its first line and `rest` on the others. */
  inside(cells: number, first: readonly Span[], rest = first, lists = this.lists): LinePrefix {
    const measure = this.measure === 0 ? 0 : this.measure - cells;
    return new LinePrefix(measure, this, cells, first, rest, lists);
  }

  /** A prefix for the text of a list item behind `marker`, `cells` wide. */
  item(cells: number, marker: Span): LinePrefix {
    return this.inside(cells, [marker], [blankSpan(cells)], this.lists + 1);
  }

  /** A line of `spans`, `width` cells wide, set in this prefix. */
  line(spans: readonly Span[], width: number, start: number, end: number): Line {
    const own = this.#take();
    if (own.length === 0) return { spans, width, start, end };
    const indent = this.#settled === undefined ? cellsOf(own) : this.indent;
    return { spans: own.concat(spans), width: width + indent, start, end };
  }

  /** An empty line: bars continue, blanks at the end are removed. */
  blank(at: number): Line {
    const taken = this.#take();
    if (taken.length === 0) return { spans: NONE, width: 0, start: at, end: at };
    const spans = [...taken];
    for (let last = spans.pop(); last !== undefined; last = spans.pop()) {
      const text = last.text.trimEnd();
      if (text === '') continue;
      spans.push({ ...last, text });
      break;
    }
    return { spans, width: cellsOf(spans), start: at, end: at };
  }

  /** Whether this prefix's marker has not been used yet. */
  get waiting(): boolean {
    return this.#hasMarker || this.lead !== undefined;
  }

  get #isUnsettled(): boolean {
    return this.#hasMarker || (this.#parent ? this.#parent.#isUnsettled : false);
  }

  #take(): readonly Span[] {
    if (this.#settled !== undefined) return this.#settled;
    const isUnsettled = this.#isUnsettled;
    const outer = this.#parent ? this.#parent.#take() : NONE;
    if (this.#hasMarker) {
      this.#hasMarker = false;
      return outer.concat(this.#first);
    }
    const all = outer.concat(this.#rest);
    if (!isUnsettled) this.#settled = all;
    return all;
  }
}

const cellsOf = (spans: readonly Span[]): number => spans.reduce((sum, { text }) => sum + cellWidth(text), 0);

/** A span of `cells` blanks that are not in the document. */
export const blankSpan = (cells: number): Span => ({ text: ' '.repeat(cells), style: {}, at: -1 });
