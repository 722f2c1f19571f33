import { Fences } from './fences.ts';

/**
 * marked takes time quadratic or worse in the length of some texts, a list in a list in a list. Its cost is bounded here
 * without looking at the clock, so that the same source always gives the same document.
 */

/** Quotations, lists and HTML elements nested deeper than this are plain text. */
export const MAX_DEPTH = 50;

/** Limits on the lines that follow each other without a blank one, from measurements. */
const MAX_LAZY = 4_000_000;
const MAX_DELIMITERS = 20_000_000;
const MAX_LAPSES = 500;
/** Each line less deep than the one before doubles marked's time, in quotations deeper than a few. */
const MAX_DROPS = 8;

const MARKERS = /(?:[ \t]*(?:>|[-*+](?=[ \t\n]|$)|\d{1,9}[.)](?=[ \t\n]|$)))+/y;
const MARKER = />|[-*+]|\d{1,9}[.)]/g;
const DELIMITERS = /^[ \t]*[|:=-][|:= \t-]*$/;

/** True if marked's block rules would take too long on `source`, or too much stack. */
export function isTooMuch(source: string): boolean {
  const fences = new Fences();
  let cost = new RunCost(source, 0);
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const first = at + /^[ \t]*/.exec(source.slice(at, Math.min(end, at + 200)))![0].length;
    const char = source[first] ?? '';
    if (first >= end) cost = new RunCost(source, end);
    else if (fences.isOpen || char === '`' || char === '~') fences.isCode(source.slice(first, end));
    else if (cost.isTooMuchWith(at, first, end)) return true;
    at = end + 1;
  }
  return false;
}

/** What the lines since the last blank one cost. */
class RunCost {
  readonly #source: string;
  readonly #start: number;
  #delimiters = 0;
  #lapses = 0;
  #drops = 0;
  /** Levels of quotation: the most there were, and those of the last line. */
  #deepest = 0;
  #quoted = 0;
  /** The last line with the marker of a block, and the lines without one since. */
  #marked = -1;
  #unmarked = 0;

  constructor(source: string, start: number) {
    this.#source = source;
    this.#start = start;
  }

  /** True if the lines take too long with the next, in [at, end), whose first character is at `first`. */
  isTooMuchWith(at: number, first: number, end: number): boolean {
    const char = this.#source[first]!;
    MARKERS.lastIndex = at;
    const markers = '>-*+0123456789'.includes(char) ? MARKERS.exec(this.#source)?.[0] : undefined;
    if (this.#isNestedTooDeep(markers, at, first, end)) return true;
    if (this.#dropsTooOften(char === '>' ? markers!.match(/>/g)!.length : 0)) return true;
    if ('|:-='.includes(char) && DELIMITERS.test(this.#source.slice(first, Math.min(end, first + 1000))))
      this.#delimiters++;
    return this.#delimiters * (end - this.#start) > MAX_DELIMITERS;
  }

  #isNestedTooDeep(markers: string | undefined, at: number, first: number, end: number): boolean {
    if (markers === undefined) return this.#marked >= 0 && ++this.#unmarked * (end - this.#marked) > MAX_LAZY;
    this.#marked = at;
    this.#unmarked = 0;
    return (first - at) / 2 + markers.match(MARKER)!.length > MAX_DEPTH;
  }

  #dropsTooOften(quoted: number): boolean {
    if (this.#quoted > 0 && quoted === 0) this.#lapses++;
    if (quoted > 0 && quoted < this.#quoted) this.#drops++;
    this.#deepest = Math.max(this.#deepest, quoted);
    this.#quoted = quoted;
    return this.#lapses > MAX_LAPSES || (this.#drops > MAX_DROPS && this.#deepest > MAX_DROPS);
  }
}
