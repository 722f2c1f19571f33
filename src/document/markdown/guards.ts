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
const MARKER = />|[-*+]|\d+[.)]/g;
const DELIMITERS = /^[ \t]*[|:=-][|:= \t-]*$/;

/** What is known of the lines since the last blank one; `quoted` is how deep in quotations the last line is. */
const newRun = (start: number) => ({ start, delimiters: 0, lapses: 0, drops: 0, deepest: 0, quoted: 0 });

/** Whether marked's block rules would take too long on `source`, or too much stack. */
export function isTooMuch(source: string): boolean {
  const fences = new Fences();
  let run = newRun(0);
  let marked: { at: number; lines: number } | undefined;
  for (let at = 0; at < source.length; ) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const first = at + /^[ \t]*/.exec(source.slice(at, Math.min(end, at + 200)))![0].length;
    const char = source[first] ?? '';
    if (first >= end) {
      run = newRun(end);
      marked = undefined;
    } else if (fences.isOpen || char === '`' || char === '~') fences.isCode(source.slice(first, end));
    else {
      MARKERS.lastIndex = at;
      const markers = '>-*+0123456789'.includes(char) ? MARKERS.exec(source) : null;
      if (markers) {
        const depth = (first - at) / 2 + markers[0].match(MARKER)!.length;
        if (depth > MAX_DEPTH) return true;
        marked = { at, lines: 0 };
      } else if (marked && ++marked.lines * (end - marked.at) > MAX_LAZY) return true;
      const quoted = char === '>' ? markers![0].match(/>/g)!.length : 0;
      if (run.quoted > 0 && quoted === 0 && ++run.lapses > MAX_LAPSES) return true;
      run.deepest = Math.max(run.deepest, quoted);
      if (quoted > 0 && quoted < run.quoted && ++run.drops > MAX_DROPS && run.deepest > MAX_DROPS)
        return true;
      run.quoted = quoted;
      if ('|:-='.includes(char) && DELIMITERS.test(source.slice(first, Math.min(end, first + 1000))))
        run.delimiters++;
      if (run.delimiters * (end - run.start) > MAX_DELIMITERS) return true;
    }
    at = end + 1;
  }
  return false;
}
