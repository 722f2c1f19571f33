import type { Run } from '../document/document.ts';
import { cellWidth } from '../unicode/width.ts';
import type { Line, Span } from './line.ts';

/** Text is left at least this much room, whatever the depth of lists and quotations. */
const LEAST_MEASURE = 20;

const NONE: readonly Span[] = [];

/**
 * What stands to the left of a block's lines: indents, bars, and on the first line perhaps a marker. Margins nest; a
 * prefix's marker is used up by the first line set in it, however deep.
 */
export class LinePrefix {
  /** Cells left for text; 0 for no limit. */
  readonly measure: number;
  readonly depth: number;
  /** How many of the margins are those of lists. */
  readonly lists: number;
  /** Cells of what stands to the left. */
  readonly indent: number;
  /** A marker that found no room in the prefix and goes before the text. */
  lead: Run | undefined;
  private readonly parent: LinePrefix | undefined;
  private readonly first: readonly Span[];
  private readonly rest: readonly Span[];
  private readonly least: number;
  private fresh: boolean;
  private whole: readonly Span[] | undefined;

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
    this.fresh = first !== rest;
    this.lists = lists;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.least = parent?.least ?? Math.min(LEAST_MEASURE, Math.ceil((measure * 2) / 3));
  }

  /** Whether a prefix of `cells` more leaves room for text. */
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
    const indent = this.whole === undefined ? cellsOf(own) : this.indent;
    return { spans: own.concat(spans), width: width + indent, start, end };
  }

  /** An empty line: bars go on, blanks at its end do not. */
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

  /** Whether this prefix's own marker still waits for a line. */
  get waiting(): boolean {
    return this.fresh || this.lead !== undefined;
  }

  private get unsettled(): boolean {
    return this.fresh || (this.parent?.unsettled ?? false);
  }

  private take(): readonly Span[] {
    if (this.whole !== undefined) return this.whole;
    const { unsettled } = this;
    const outer = this.parent?.take() ?? NONE;
    if (this.fresh) {
      this.fresh = false;
      return outer.concat(this.first);
    }
    const all = outer.concat(this.rest);
    if (!unsettled) this.whole = all;
    return all;
  }
}

const cellsOf = (spans: readonly Span[]): number => spans.reduce((sum, { text }) => sum + cellWidth(text), 0);

/** `cells` blanks that belong to no text. */
export const blankSpan = (cells: number): Span => ({ text: ' '.repeat(cells), style: {}, at: -1 });
