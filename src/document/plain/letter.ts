import { joinLines } from './join.ts';
import { isGreeting, startsLower } from './marks.ts';
import type { Peekable } from './peekable.ts';
import type { Unit } from './unit.ts';

/** Paragraphs of the longest quotation looked for. */
const LONGEST = 60;
/** Lines that one sentence is broken into. */
const BROKEN = 6;

const PAIRS = [
  ['«', '»'],
  ['“', '”'],
] as const;

/**
 * How many of the next units make up a quotation of several paragraphs: a letter, or a sentence that its author broke
 * into lines. It opens with a quotation mark that its own paragraph does not close, and the last one ends on the closing
 * mark. 0 where there is none; speech that goes on over paragraphs, as in novels, is none.
 */
export function quotationLength(units: Peekable<Unit>): number {
  const first = units.peek();
  if (first?.kind !== 'prose') return 0;
  const opening = joinLines(first.lines);
  const pair = PAIRS.find(([open]) => opening.startsWith(open));
  if (!pair) return 0;
  const [open, close] = pair;
  let depth = balanceOf(opening, open, close);
  const second = units.peek(1);
  if (depth <= 0 || !second) return 0;
  const isLetter = isGreeting(opening);
  if (!isLetter && !(second.kind === 'prose' && startsLower(second.lines[0]!.text))) return 0;
  for (let count = 1; count < (isLetter ? LONGEST : BROKEN); count++) {
    const unit = units.peek(count);
    if (!unit || unit.kind === 'heading') return 0;
    const text = unit.lines.map((line) => line.text).join('\n');
    // Another letter begins, and this one has not ended.
    if (text.startsWith(open) && isGreeting(unit.lines[0]!.text)) return 0;
    // French letters may open the mark again at each paragraph.
    depth += balanceOf(text.startsWith(open) ? text.slice(1) : text, open, close);
    if (depth <= 0) return new RegExp(`${close}[\\s.,;!?…]*$`, 'u').test(text) ? count + 1 : 0;
  }
  return 0;
}

const balanceOf = (text: string, open: string, close: string): number =>
  text.split(open).length - text.split(close).length;
