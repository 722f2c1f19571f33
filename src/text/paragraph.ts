import type { Document, Run } from '../document/document.ts';
import { findBreaks } from './break.ts';
import { BreakOpportunities, HARD_END } from './break-opportunities.ts';
import { stretch } from './justify.ts';
import type { Line, TextRules } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import { hardEnd, lineEnds } from './optimal-breaks.ts';
import { makeSpan, ParagraphText } from './paragraph-text.ts';
import { type Setting, withSigns } from './setting.ts';
import { typographyOf } from './typography.ts';

/** UTF-16 units for which line ends are optimised together. Longer paragraphs are set part by part. */
const PART = 32_768;

const breaks = new BreakOpportunities();

/** The lines of a paragraph of `runs` at offset `at` of the document, in the width that the prefix leaves. */
export function setParagraph(
  runs: readonly Run[],
  at: number,
  prefix: LinePrefix,
  setting: Setting,
  justify = setting.options.justify === true,
): Iterable<Line> {
  const { lead } = prefix;
  prefix.lead = undefined;
  const referenced = withSigns(runs, setting);
  // Most blocks of lists and poems are a run on a line: the rest of this would take longer than the line.
  if (lead === undefined && referenced.length === 1 && isRow(referenced[0]!.text, prefix.measure))
    return [runLine(referenced[0]!, at, prefix)];
  const paragraphText = new ParagraphText(lead === undefined ? referenced : [lead, ...referenced], at);
  return setParts(paragraphText, prefix, setting, justify);
}

/** The line of a run that is a row; `place` is that of a run that has none. */
function runLine({ text, style, at, link }: Run, place: number, prefix: LinePrefix): Line {
  const start = at < 0 ? place : at;
  const end = at < 0 ? place : at + text.length;
  return prefix.line([makeSpan(text, style, at, link)], text.length, start, end);
}

/** Sets a text part by part, in lines with the prefix. */
function* setParts(
  paragraphText: ParagraphText,
  prefix: LinePrefix,
  rules: TextRules,
  justify: boolean,
): Generator<Line> {
  for (let from = 0; from < paragraphText.text.length; ) {
    const { lines, next } = setPart(paragraphText, from, prefix.measure, rules, justify);
    for (const line of lines) yield prefix.line(line.spans, line.width, line.start, line.end);
    from = next;
  }
}

/** The lines of a text in `width` cells (0 for no limit), without a prefix and not justified. */
export function setParagraphText(paragraphText: ParagraphText, width: number, rules: TextRules): Line[] {
  let all: Line[] | undefined;
  for (let from = 0; from < paragraphText.text.length; ) {
    const { lines, next } = setPart(paragraphText, from, width, rules, false);
    all = all === undefined ? lines : all.concat(lines);
    from = next;
  }
  return all ?? [];
}

/** Sets a text that is in no document (a title, an address), in lines of at most `width` cells; 0 for no limit. */
export function setPlain(text: string, width: number, lang?: Document['lang']): string[] {
  const paragraphText = new ParagraphText([{ text, style: {}, at: -1 }]);
  const lines = setParagraphText(paragraphText, width, { typography: typographyOf(lang) });
  return lines.map(({ spans }) => spans.map((span) => span.text).join(''));
}

/** Characters of one cell that do not combine, the last one not a blank. */
const ROW = /^[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f\u20ac]*(?<! )$/;

/** Whether a text is one line as it is: a quick test that most headings, items and cells pass. */
export const isRow = (text: string, width: number): boolean =>
  text !== '' && (text.length <= width || width === 0) && ROW.test(text);

/** Sets a part of a text. Its last line goes to the next part, unless the text ends with it. */
function setPart(
  paragraphText: ParagraphText,
  from: number,
  width: number,
  rules: TextRules,
  justify: boolean,
): { lines: Line[]; next: number } {
  const { length } = paragraphText.text;
  breaks.clear();
  if (from === 0 && isRow(paragraphText.text, width)) {
    breaks.add(0, length, 0, length, HARD_END);
    return { lines: [paragraphText.line(breaks, 0, 0, true)], next: length };
  }
  const to = findBreaks(paragraphText, from, width === 0 ? length : PART, { width, rules }, breaks);
  const lines: Line[] = [];
  for (let first = 0; first < breaks.count; ) {
    const hard = hardEnd(breaks, first);
    const ends = lineEnds(breaks, first, hard, width, justify);
    const unfinished = to < length && breaks.kind[hard] !== HARD_END;
    for (const end of ends) {
      const isLast = end === hard;
      if (isLast && unfinished && lines.length > 0) return { lines, next: breaks.start[first]! };
      const extra = justify && !isLast ? stretch(breaks, first, end, width, lines.length) : undefined;
      lines.push(paragraphText.line(breaks, first, end, isLast, extra));
      first = end + 1;
    }
  }
  return { lines, next: to };
}
