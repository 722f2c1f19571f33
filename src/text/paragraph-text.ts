import type { Run, Style } from '../document/document.ts';
import { HYPHEN_END, type Pieces, SPACE_END } from './break-opportunities.ts';
import type { Line, Span } from './line.ts';

const WHITE_BUT_SPACE = /[\t\v\f\r]/;

/**
 * The runs of a paragraph as one text, from which lines are cut as spans. Lines have to be asked for in order.
 */
export class ParagraphText {
  readonly text: string;
  private readonly runs: readonly Run[];
  /** Where each run ends in `text`. */
  private readonly ends: number[] = [];
  private readonly hasCode: boolean;
  private readonly hasNotes: boolean;
  private run = 0;
  private asked = 0;
  /** Where the last line ended in the document. */
  private at: number;

  /** `at` is the offset of the document where the text stands, should no run have one. */
  constructor(runs: readonly Run[], at = 0) {
    this.runs = runs;
    let text = '';
    let hasCode = false;
    let hasNotes = false;
    for (const run of runs) {
      text += run.text;
      this.ends.push(text.length);
      hasNotes ||= run.style.role === 'note';
      hasCode ||= isCode(run);
    }
    this.hasCode = hasCode;
    this.hasNotes = hasNotes;
    this.text = WHITE_BUT_SPACE.test(text) ? text.replace(/[\t\v\f\r]/g, ' ') : text;
    this.at = runs.find((run) => run.at >= 0)?.at ?? at;
  }

  /** Whether the character at `at` is code; to be asked for rising offsets. */
  isCode(at: number): boolean {
    return this.hasCode && isCode(this.runs[this.runAt(at)]);
  }

  clings(at: number): boolean {
    if (!this.hasNotes) return false;
    const index = this.runAt(at);
    return this.ends[index - 1] === at && this.runs[index]?.style.role === 'note';
  }

  private runAt(at: number): number {
    if (this.asked >= this.runs.length || at < (this.ends[this.asked - 1] ?? 0)) this.asked = 0;
    while (this.asked < this.runs.length - 1 && this.ends[this.asked]! <= at) this.asked++;
    return this.asked;
  }

  /**
   * The line of `pieces[first…last]`. `extra` says by how much the blank after each piece is stretched; a hyphen is
   * drawn where a word is parted, unless it is the text's last line.
   */
  line(pieces: Pieces, first: number, last: number, isLast: boolean, extra?: readonly number[]): Line {
    const spans: Span[] = [];
    let width = pieces.right[last]! - pieces.left[first]!;
    let from = pieces.start[first]!;
    if (extra !== undefined || pieces.patchy) {
      for (let piece = first; piece < last; piece++) {
        const stop = pieces.stop[piece]!;
        const next = pieces.start[piece + 1]!;
        const stretched = extra?.[piece - first] ?? 0;
        if (stretched > 0 || (next > stop && pieces.end[piece] !== SPACE_END)) {
          this.push(spans, from, stop);
          if (stretched > 0) this.pushBlank(spans, stop, next, stretched);
          width += stretched;
          from = next;
        }
      }
    }
    this.push(spans, from, pieces.stop[last]!);
    if (pieces.end[last] === HYPHEN_END && !isLast) {
      const { style, link } = spans.at(-1)!;
      spans.push(makeSpan('-', style, -1, link));
      width++;
    }
    return this.place(spans, width);
  }

  private push(spans: Span[], from: number, to: number): void {
    let start = from;
    while (start < to) {
      while (this.ends[this.run]! <= start) this.run++;
      const run = this.runs[this.run]!;
      const stop = Math.min(to, this.ends[this.run]!);
      const offset = start - (this.ends[this.run]! - run.text.length);
      spans.push(
        makeSpan(this.text.slice(start, stop), run.style, run.at < 0 ? -1 : run.at + offset, run.link),
      );
      start = stop;
    }
  }

  /** A stretched blank; it stands for one character, any others before it stay as they are. */
  private pushBlank(spans: Span[], stop: number, next: number, extra: number): void {
    this.push(spans, stop, next);
    const blank = spans.pop()!;
    const { text, style, at, link } = blank;
    if (text.length > 1) spans.push(makeSpan(text.slice(0, -1), style, at, link));
    const place = at < 0 ? -1 : at + text.length - 1;
    spans.push({ ...makeSpan(' '.repeat(1 + extra), style, place, link), wide: true });
  }

  /** A line of spans, with the range of the document's text that they show. */
  private place(spans: readonly Span[], width: number): Line {
    let start = -1;
    for (const { at, text, wide } of spans) {
      if (at < 0) continue;
      if (start < 0) start = at;
      this.at = at + (wide ? 1 : text.length);
    }
    return { spans, width, start: start < 0 ? this.at : start, end: this.at };
  }
}

const isCode = (run: Run | undefined): boolean => run?.style.role === 'code' || run?.style.role === 'kbd';

/** A span without an empty `link`, so that lines compare equal. */
const makeSpan = (text: string, style: Style, at: number, link?: number): Span =>
  link === undefined ? { text, style, at } : { text, style, at, link };
