import type { Block, Style } from '../document/document.ts';
import { clusterCells, clusterEnd } from '../unicode/clusters.ts';
import { cellWidth, TAB_STOP } from '../unicode/width.ts';
import type { CodeSpan, Line, Span } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';

const CODE: Style = { role: 'code' };
const INDENT = 2;
/** Below this measure there is no room for marks and tabs. */
const NARROW = 8;
const TAB = 0x09;
const SPACE = 0x20;
/** Stands before the rest of a line of code that did not fit. */
const CONTINUATION = '↪ ';
/** A long line is parted after a blank, else after a sign, if one stands this near to its end, in cells. */
const NEAR_END = 12;
const SIGN = /[([{,;:.=+*/|&?]/;

/** Lines of code: set in, kept as they are, and where too long for the measure continued behind a mark. */
export function* setCode(
  code: Block & { kind: 'code' },
  prefix: LinePrefix,
  setting: Setting,
): Generator<Line> {
  const inner = prefix.fits(INDENT) ? prefix.inside(INDENT, [blankSpan(INDENT)]) : prefix;
  const { language } = code;
  const coloured = language === undefined ? undefined : setting.options.highlight?.(code.code, language);
  let at = code.start;
  for (const [index, text] of code.code.split('\n').entries()) {
    const parts = coloured?.[index];
    const faithful = parts?.length && parts.map((part) => part.text).join('') === text;
    yield* setCodeLine(text, faithful ? parts : [{ text, style: CODE }], at, inner);
    at += text.length + 1;
  }
}

function* setCodeLine(
  text: string,
  parts: readonly CodeSpan[],
  at: number,
  prefix: LinePrefix,
): Generator<Line> {
  if (text.trim() === '') return yield prefix.blank(at);
  if (isSimple(text) && (prefix.measure === 0 || text.length <= prefix.measure))
    return yield prefix.line(spansOf(parts, at), text.length, at, at + text.length);
  const narrow = prefix.measure > 0 && prefix.measure < NARROW;
  const mark = narrow ? '' : CONTINUATION;
  const stop = narrow ? 1 : TAB_STOP;
  const cuts = codeCuts(text, prefix.measure, mark.length, stop);
  const lines = cutSpans(parts, cuts, at, stop);
  for (const [index, { from, to, cells }] of cuts.entries()) {
    const spans = lines[index]!;
    const marked = index > 0 && mark !== '';
    if (marked) spans.unshift({ text: mark, style: { role: 'marker' }, at: -1 });
    yield prefix.line(spans, cells + (marked ? mark.length : 0), at + from, at + to);
  }
}

/** Whether each character of a line is one cell. */
const isSimple = (text: string): boolean => !/[^ -~\xa1-\xac\xae-\u02ff]/.test(text);

/** The spans of a line that is not cut. */
function spansOf(parts: readonly CodeSpan[], at: number): Span[] {
  let place = at;
  return parts.map(({ text, style }) => {
    place += text.length;
    return { text, style, at: place - text.length };
  });
}

interface CodeCut {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/** Parts a line of code at `measure` cells (0 for no limit), `mark` of which go to a mark after the first part. */
function codeCuts(text: string, measure: number, mark: number, stop: number): CodeCut[] {
  const cuts: CodeCut[] = [];
  let from = 0;
  let cells = 0;
  let column = 0;
  let blank = { at: 0, cells: 0 };
  let sign = blank;
  for (let at = 0; at < text.length; ) {
    const tab = text.charCodeAt(at) === TAB;
    const end = tab ? at + 1 : clusterEnd(text, at);
    const width = tab ? stop - (column % stop) : clusterCells(text, at, end);
    while (measure > 0 && at > from) {
      const room = measure - (cuts.length === 0 ? 0 : mark);
      if (cells + width <= room) break;
      const isNear = (place: typeof blank): boolean =>
        place.at > from && cells - place.cells < Math.min(NEAR_END, room / 2);
      const cut = [blank, sign].find(isNear) ?? { at, cells };
      cuts.push({ from, to: cut.at, cells: cut.cells });
      cells -= cut.cells;
      blank = { at: blank.at, cells: blank.cells - cut.cells };
      sign = { at: sign.at, cells: sign.cells - cut.cells };
      from = cut.at;
    }
    cells += width;
    column += width;
    at = end;
    if (tab || text.charCodeAt(at - 1) === SPACE) blank = { at, cells };
    else if (SIGN.test(text[at - 1]!)) sign = { at, cells };
  }
  cuts.push({ from, to: text.length, cells });
  return cuts;
}

/** The spans of each cut of a line of code, which begins at offset `at` of the document. */
function cutSpans(
  parts: readonly CodeSpan[],
  cuts: readonly CodeCut[],
  at: number,
  tabStop: number,
): Span[][] {
  const lines: Span[][] = cuts.map(() => []);
  let line = 0;
  let place = 0;
  let column = 0;
  for (const { text, style } of parts) {
    let tab = nextTab(text, 0);
    for (let from = 0; from < text.length; ) {
      while (place >= cuts[line]!.to && line < cuts.length - 1) line++;
      if (from === tab) {
        const width = tabStop - (column % tabStop);
        lines[line]!.push({ text: ' '.repeat(width), style, at: at + place, wide: true });
        column += width;
        from++;
        place++;
        tab = nextTab(text, from);
        continue;
      }
      const stop = Math.min(tab, from + cuts[line]!.to - place);
      const piece = text.slice(from, stop);
      lines[line]!.push({ text: piece, style, at: at + place });
      column += cellWidth(piece);
      place += stop - from;
      from = stop;
    }
  }
  return lines;
}

/** Where the next tab is; the text's end without one. */
const nextTab = (text: string, from: number): number => {
  const tab = text.indexOf('\t', from);
  return tab < 0 ? text.length : tab;
};
