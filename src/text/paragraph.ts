import { cut, type TextRules } from './break.ts';
import type { Run } from './document.ts';
import { hardEnd, lineEnds } from './fit.ts';
import { stretch } from './justify.ts';
import type { Line } from './line.ts';
import type { Margin } from './margin.ts';
import { HARD_END, Pieces } from './pieces.ts';
import { Ribbon } from './ribbon.ts';
import { type Setting, withSigns } from './setting.ts';

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
  const { lead } = margin;
  margin.lead = undefined;
  const referenced = withSigns(runs, setting);
  const ribbon = new Ribbon(lead === undefined ? referenced : [lead, ...referenced], at);
  for (let from = 0; from < ribbon.text.length; ) {
    const { lines, next } = setPart(ribbon, from, margin.measure, setting, justify);
    for (const line of lines) yield margin.line(line.spans, line.width, line.start, line.end);
    from = next;
  }
}

/** Lines of a text at `width` cells (0 for no limit), without a margin, ragged. */
export function setRibbon(ribbon: Ribbon, width: number, rules: TextRules): Line[] {
  let all: Line[] | undefined;
  for (let from = 0; from < ribbon.text.length; ) {
    const { lines, next } = setPart(ribbon, from, width, rules, false);
    all = all === undefined ? lines : all.concat(lines);
    from = next;
  }
  return all ?? [];
}

/** Characters of one cell that join nothing, a blank not last. */
const ROW = /^[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f\u20ac]*(?<! )$/;

/** Whether a text shows as it is on one line, which is quickly told of most headings, items and cells. */
export const isRow = (text: string, width: number): boolean =>
  (text.length <= width || width === 0) && ROW.test(text);

/** Lines of a part of a text that is weighed at once; the last is left to the next part, unless it ends the text. */
function setPart(
  ribbon: Ribbon,
  from: number,
  width: number,
  rules: TextRules,
  justify: boolean,
): { lines: Line[]; next: number } {
  const { length } = ribbon.text;
  pieces.clear();
  if (from === 0 && isRow(ribbon.text, width)) {
    pieces.add(0, length, 0, length, HARD_END);
    return { lines: [ribbon.line(pieces, 0, 0, true)], next: length };
  }
  const to = cut(ribbon, from, width === 0 ? length : PART, { width, rules }, pieces);
  const lines: Line[] = [];
  for (let first = 0; first < pieces.count; ) {
    const hard = hardEnd(pieces, first);
    const ends = lineEnds(pieces, first, hard, width, justify);
    const unfinished = to < length && pieces.end[hard] !== HARD_END;
    for (let index = 0; index < ends.length; index++) {
      const end = ends[index]!;
      const isLast = end === hard;
      if (isLast && unfinished && lines.length > 0) return { lines, next: pieces.start[first]! };
      const extra = justify && !isLast ? stretch(pieces, first, end, width, lines.length) : undefined;
      lines.push(ribbon.line(pieces, first, end, isLast, extra));
      first = end + 1;
    }
  }
  return { lines, next: to };
}
