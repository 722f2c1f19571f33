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
  private readonly parent: LinePrefix | undefined;
  private readonly first: readonly Span[];
  private readonly rest: readonly Span[];
  private readonly least: number;
  private hasMarker: boolean;
  private settled: readonly Span[] | undefined;

  constructor(
    measure: number,
    parent?: LinePrefix,
    first: readonly Span[] = NONE,
    rest: readonly Span[] = NONE,
    cells = 0,
    lists = 0,
  ) {
    this.measure = measure;
    this.parent = parent;
    this.first = first;
    this.rest = rest;
    this.indent = cells + (parent?.indent ?? 0);
    this.hasMarker = first !== rest;
    this.lists = lists;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.least = parent?.least ?? Math.min(LEAST_MEASURE, Math.ceil((measure * 2) / 3));
  }

  /** Whether a prefix that is `cells` wider leaves enough room for the text. */
  fits(cells: number): boolean {
    return this.measure === 0 || this.measure - cells >= this.least;
  }

  /** A prefix inside this one, `cells` wide, with `first` on its first line and `rest` on the others. */
  inside(cells: number, first: readonly Span[], rest: readonly Span[] = first): LinePrefix {
    return new LinePrefix(
      this.measure === 0 ? 0 : this.measure - cells,
      this,
      first,
      rest,
      cells,
      this.lists,
    );
  }

  /** A prefix for the text of a list item behind `marker`, `cells` wide. */
  item(cells: number, marker: Span): LinePrefix {
    const rest = [blankSpan(cells)];
    return new LinePrefix(
      this.measure === 0 ? 0 : this.measure - cells,
      this,
      [marker],
      rest,
      cells,
      this.lists + 1,
    );
  }

  /** A line of `spans`, `width` cells wide, set in this prefix. */
  line(spans: readonly Span[], width: number, start: number, end: number): Line {
    const own = this.take();
    if (own.length === 0) return { spans, width, start, end };
    const indent = this.settled === undefined ? cellsOf(own) : this.indent;
    return { spans: own.concat(spans), width: width + indent, start, end };
  }

  /** An empty line: bars continue, blanks at the end are removed. */
  blank(at: number): Line {
    const spans = [...this.take()];
    let width = cellsOf(spans);
    for (let last = spans.at(-1); last !== undefined; last = spans.at(-1)) {
      const text = last.text.trimEnd();
      width -= last.text.length - text.length;
      if (text !== '') {
        spans[spans.length - 1] = { ...last, text };
        break;
      }
      spans.pop();
    }
    return { spans, width, start: at, end: at };
  }

  /** Whether this prefix's marker has not been used yet. */
  get waiting(): boolean {
    return this.hasMarker || this.lead !== undefined;
  }

  private get isUnsettled(): boolean {
    return this.hasMarker || (this.parent?.isUnsettled ?? false);
  }

  private take(): readonly Span[] {
    if (this.settled !== undefined) return this.settled;
    const { isUnsettled } = this;
    const outer = this.parent?.take() ?? NONE;
    if (this.hasMarker) {
      this.hasMarker = false;
      return outer.concat(this.first);
    }
    const all = outer.concat(this.rest);
    if (!isUnsettled) this.settled = all;
    return all;
  }
}

const cellsOf = (spans: readonly Span[]): number => spans.reduce((sum, { text }) => sum + cellWidth(text), 0);

/** A span of `cells` blanks that are not in the document. */
export const blankSpan = (cells: number): Span => ({ text: ' '.repeat(cells), style: {}, at: -1 });
