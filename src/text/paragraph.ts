import { type BreakRules, cut } from './break.ts';
import type { Run } from './document.ts';
import { hardEnd, lineEnds } from './fit.ts';
import { stretch } from './justify.ts';
import type { Line } from './line.ts';
import type { Margin } from './margin.ts';
import { HARD_END, Pieces } from './pieces.ts';
import { Ribbon } from './ribbon.ts';
import { type Setting, withReferences } from './setting.ts';

/** UTF-16 units of a paragraph that are weighed together; longer ones are set part by part. */
const PART = 32_768;

const pieces = new Pieces();

/** Lines of a paragraph of `runs`, which stands at offset `at`, at the width the margin leaves. */
export function* setParagraph(
  runs: readonly Run[],
  at: number,
  margin: Margin,
  setting: Setting,
  justify = setting.options.justify === true,
): Generator<Line> {
  const lead = margin.lead;
  margin.lead = undefined;
  const referenced = withReferences(runs, setting);
  const ribbon = new Ribbon(lead === undefined ? referenced : [lead, ...referenced], at);
  for (const line of setRibbon(ribbon, margin.measure, setting, justify))
    yield margin.line(line.spans, line.width, line.start, line.end);
}

/** Lines of a ribbon of text at `width` cells (0 for no limit), without a margin. */
export function* setRibbon(
  ribbon: Ribbon,
  width: number,
  { french, hyphenate }: Pick<Setting, 'french' | 'hyphenate'>,
  justify: boolean,
): Generator<Line> {
  const rules: BreakRules = {
    width,
    french,
    hyphenate,
    isCode: (at) => ribbon.isCode(at),
  };
  for (let from = 0; from < ribbon.text.length; ) {
    pieces.clear();
    const part = width === 0 ? ribbon.text.length : PART;
    const to = cut(ribbon.text, from, part, rules, pieces);
    const { lines, next } = setPieces(ribbon, from, to, width, justify && width > 0);
    yield* lines;
    from = next;
  }
}

/** Lines of the pieces of `ribbon.text[from, to)`; of a part, the last line is left to the next. */
function setPieces(
  ribbon: Ribbon,
  from: number,
  to: number,
  width: number,
  justify: boolean,
): { lines: Line[]; next: number } {
  const lines: Line[] = [];
  const whole = to >= ribbon.text.length;
  for (let first = 0; first < pieces.count; ) {
    const last = hardEnd(pieces, first);
    const ends = lineEnds(pieces, first, last, width, justify);
    const open = !whole && pieces.end[last] !== HARD_END;
    for (const [index, end] of ends.entries()) {
      const isLast = index === ends.length - 1;
      if (open && isLast && lines.length > 0) return { lines, next: pieces.start[first]! };
      const extra = justify && !isLast ? stretch(pieces, first, end, width, lines.length) : undefined;
      lines.push(ribbon.line(pieces, first, end, isLast, extra));
      first = end + 1;
    }
  }
  return { lines, next: Math.max(to, from + 1) };
}
