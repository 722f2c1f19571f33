import type { Document, Run } from '../document/document.ts';
import { findBreaks } from './break.ts';
import { BreakOpportunities, HARD_END } from './break-opportunities.ts';
import { stretch } from './justify.ts';
import type { Line, TextRules } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import { hardEnd, lineEnds } from './optimal-breaks.ts';
import { ParagraphText } from './paragraph-text.ts';
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
  const paragraphText = new ParagraphText(lead === undefined ? referenced : [lead, ...referenced], at);
  // A generator for each line of a list or a poem would take longer than the line.
  if (isRow(paragraphText.text, prefix.measure)) {
    const line = rowOf(paragraphText);
    return [prefix.line(line.spans, line.width, line.start, line.end)];
  }
  return setParts(paragraphText, prefix, setting, justify);
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

/** The only line of a text that is a row. */
function rowOf(paragraphText: ParagraphText): Line {
  const { length } = paragraphText.text;
  breaks.clear();
  breaks.add(0, length, 0, length, HARD_END);
  return paragraphText.line(breaks, 0, 0, true);
}

/** The lines of a text in `width` cells (0 for no limit), without a prefix and not justified. */
export function setParagraphText(paragraphText: ParagraphText, width: number, rules: TextRules): Line[] {
  if (isRow(paragraphText.text, width)) return [rowOf(paragraphText)];
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
