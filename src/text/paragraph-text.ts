import type { Run, Style } from '../document/document.ts';
import { type BreakOpportunities, HYPHEN_END, SPACE_END } from './break-opportunities.ts';
import type { Line, Span } from './line.ts';

const WHITE_BUT_SPACE = /[\t\v\f\r]/;

/** Cells by which the blank after each piece of a line is stretched. */
type Extra = readonly number[];

/** The runs of a paragraph as one text, from which lines are taken as spans, in order. */
export class ParagraphText {
  readonly text: string;
  readonly #runs: readonly Run[];
  /** The end of each run in `text`. */
  readonly #ends: number[] = [];
  readonly #hasCode: boolean;
  readonly #hasNotes: boolean;
  #run = 0;
  #lastRun = 0;
  /** The offset of the document at which the last line ended. */
  #at: number;

  /** @param at  the offset of the paragraph in the document, for runs that have no offset */
  constructor(runs: readonly Run[], at = 0) {
    this.#runs = runs;
    let text = '';
    let hasCode = false;
    let hasNotes = false;
    for (const run of runs) {
      text += run.text;
      this.#ends.push(text.length);
      hasNotes ||= run.style.role === 'note';
      hasCode ||= isCode(run);
    }
    this.#hasCode = hasCode;
    this.#hasNotes = hasNotes;
    this.text = WHITE_BUT_SPACE.test(text) ? text.replace(/[\t\v\f\r]/g, ' ') : text;
    this.#at = runs.find((run) => run.at >= 0)?.at ?? at;
  }

  /** Whether the character at `at` is code. */
  isCode(at: number): boolean {
    return this.#hasCode && isCode(this.#runs[this.#runAt(at)]);
  }

  /** Whether a note's number begins at `at`, which must stay with the word before. */
  noBreakBefore(at: number): boolean {
    if (!this.#hasNotes) return false;
    const index = this.#runAt(at);
    return this.#ends[index - 1] === at && this.#runs[index]?.style.role === 'note';
  }

  /** The index of the run at `at`: fast for ascending offsets. */
  #runAt(at: number): number {
    if (this.#lastRun >= this.#runs.length || at < (this.#ends[this.#lastRun - 1] ?? 0)) this.#lastRun = 0;
    while (this.#lastRun < this.#runs.length - 1 && this.#ends[this.#lastRun]! <= at) this.#lastRun++;
    return this.#lastRun;
  }

  /** The line of pieces `first…last`, with a hyphen if it ends inside a word and `isLast`, the text's end, is false. */
  line(breaks: BreakOpportunities, first: number, last: number, isLast: boolean, extra?: Extra): Line {
    const spans: Span[] = [];
    const width = breaks.right[last]! - breaks.left[first]!;
    if (extra !== undefined || breaks.hasDropped) this.#pushPieces(spans, breaks, first, last, extra);
    else this.#push(spans, breaks.start[first]!, breaks.stop[last]!);
    const stretched = extra?.reduce((sum, cells) => sum + cells, 0) ?? 0;
    if (breaks.kind[last] !== HYPHEN_END || isLast) return this.#place(spans, width + stretched);
    const { style, link } = spans.at(-1)!;
    spans.push(makeSpan('-', style, -1, link));
    return this.#place(spans, width + stretched + 1);
  }

  /** Adds the spans of pieces whose blanks are stretched, or between which characters are dropped. */
  #pushPieces(spans: Span[], breaks: BreakOpportunities, first: number, last: number, extra?: Extra): void {
    let from = breaks.start[first]!;
    for (let piece = first; piece < last; piece++) {
      const stop = breaks.stop[piece]!;
      const next = breaks.start[piece + 1]!;
      const stretched = extra?.[piece - first] ?? 0;
      if (stretched === 0 && (next === stop || breaks.kind[piece] === SPACE_END)) continue;
      this.#push(spans, from, stop);
      if (stretched > 0) this.#pushBlank(spans, stop, next, stretched);
      from = next;
    }
    this.#push(spans, from, breaks.stop[last]!);
  }

  #push(spans: Span[], from: number, to: number): void {
    let start = from;
    while (start < to) {
      while (this.#ends[this.#run]! <= start) this.#run++;
      const run = this.#runs[this.#run]!;
      const stop = Math.min(to, this.#ends[this.#run]!);
      const offset = start - (this.#ends[this.#run]! - run.text.length);
      spans.push(
        makeSpan(this.text.slice(start, stop), run.style, run.at < 0 ? -1 : run.at + offset, run.link),
      );
      start = stop;
    }
  }

  /** Adds blanks, the last of which is stretched by `extra` cells. */
  #pushBlank(spans: Span[], stop: number, next: number, extra: number): void {
    this.#push(spans, stop, next);
    const blank = spans.pop()!;
    const { text, style, at, link } = blank;
    if (text.length > 1) spans.push(makeSpan(text.slice(0, -1), style, at, link));
    const place = at < 0 ? -1 : at + text.length - 1;
    spans.push({ ...makeSpan(' '.repeat(1 + extra), style, place, link), wide: true });
  }

  /** The line of `spans`, with its range in the document. */
  #place(spans: readonly Span[], width: number): Line {
    let start = -1;
    for (const { at, text, wide } of spans) {
      if (at < 0) continue;
      if (start < 0) start = at;
      this.#at = at + (wide ? 1 : text.length);
    }
    return { spans, width, start: start < 0 ? this.#at : start, end: this.#at };
  }
}

const isCode = (run: Run | undefined): boolean => run?.style.role === 'code' || run?.style.role === 'kbd';

/** A span that has no `link` property if it has no link, so that equal lines compare as equal. */
export const makeSpan = (text: string, style: Style, at: number, link?: number): Span =>
  link === undefined ? { text, style, at } : { text, style, at, link };
