import type { Run } from '../document/document.ts';
import { cut } from './break.ts';
import { HARD_END, Pieces } from './break-opportunities.ts';
import { stretch } from './justify.ts';
import type { Line, TextRules } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import { hardEnd, lineEnds } from './optimal-breaks.ts';
import { ParagraphText } from './paragraph-text.ts';
import { type Setting, withSigns } from './setting.ts';

/** UTF-16 units of a paragraph that are weighed together; longer ones are set part by part. */
const PART = 32_768;

const pieces = new Pieces();

/** Lines of a paragraph of `runs`, which stands at offset `at`, at the width the prefix leaves. */
export function* setParagraph(
  runs: readonly Run[],
  at: number,
  prefix: LinePrefix,
  setting: Setting,
  justify = setting.options.justify === true,
): Generator<Line> {
  const { lead } = prefix;
  prefix.lead = undefined;
  const referenced = withSigns(runs, setting);
  const paragraphText = new ParagraphText(lead === undefined ? referenced : [lead, ...referenced], at);
  for (let from = 0; from < paragraphText.text.length; ) {
    const { lines, next } = setPart(paragraphText, from, prefix.measure, setting, justify);
    for (const line of lines) yield prefix.line(line.spans, line.width, line.start, line.end);
    from = next;
  }
}

/** Lines of a text at `width` cells (0 for no limit), without a prefix, ragged. */
export function setParagraphText(paragraphText: ParagraphText, width: number, rules: TextRules): Line[] {
  let all: Line[] | undefined;
  for (let from = 0; from < paragraphText.text.length; ) {
    const { lines, next } = setPart(paragraphText, from, width, rules, false);
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
  paragraphText: ParagraphText,
  from: number,
  width: number,
  rules: TextRules,
  justify: boolean,
): { lines: Line[]; next: number } {
  const { length } = paragraphText.text;
  pieces.clear();
  if (from === 0 && isRow(paragraphText.text, width)) {
    pieces.add(0, length, 0, length, HARD_END);
    return { lines: [paragraphText.line(pieces, 0, 0, true)], next: length };
  }
  const to = cut(paragraphText, from, width === 0 ? length : PART, { width, rules }, pieces);
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
      lines.push(paragraphText.line(pieces, first, end, isLast, extra));
      first = end + 1;
    }
  }
  return { lines, next: to };
}
