import type { BlockOf, Style, StyledText } from '../document/document.ts';
import { clusterCells, clusterEnd } from '../unicode/clusters.ts';
import { cellWidth, TAB_STOP } from '../unicode/width.ts';
import type { Line, Span } from './line.ts';
import { blankSpan, type LinePrefix } from './line-prefix.ts';
import type { Setting } from './setting.ts';
import { outdentOf, roomFor } from './wide-blocks.ts';

const CODE: Style = { role: 'code' };
const INDENT = 2;
/** Below this measure there is no room for marks and tab stops. */
const NARROW = 8;
const TAB = 0x09;
const SPACE = 0x20;
/** Precedes the continuation of a line of code that did not fit. */
const CONTINUATION = '↪ ';
/** A long line is cut after a blank or else a sign, if there is one within this many cells before its end. */
const NEAR_END = 12;
/** Cells of a line that is not cut, at most: each frame draws all of it. */
const LONGEST_WHOLE = 4000;
const SIGN = /[([{,;:.=+*/|&?]/;

/** Sets code: indented and unchanged. Lines that are too long for the pane are continued after a mark, or scroll sideways. */
export function* setCode(block: BlockOf<'code'>, prefix: LinePrefix, setting: Setting): Generator<Line> {
  const inner = prefix.fits(INDENT) ? prefix.inside(INDENT, [blankSpan(INDENT)]) : prefix;
  const { code, language, runs } = block;
  const lines = code.split('\n');
  const room = Math.max(0, roomFor(prefix, setting) - (inner.indent - prefix.indent));
  const widest = room === 0 ? 0 : Math.max(inner.measure, widestOf(lines));
  const outdent = outdentOf(Math.min(room, widest) + inner.indent - prefix.indent, prefix, setting);
  const scroll = { after: inner.indent, cells: inner.indent + widest };
  const wide = { ...(outdent > 0 && { outdent }), ...(widest > room && { scroll }) };
  const measure = widest > room && setting.options.wholeCode ? LONGEST_WHOLE : Math.min(room, widest);
  const highlighted = language === undefined ? undefined : setting.options.highlight?.(code, language);
  const styled = runs ? linesOf(runs) : highlighted?.values();
  let at = block.start;
  for (const text of lines) {
    const parts = styled?.next().value || undefined;
    const isComplete = parts?.length && parts.map((part) => part.text).join('') === text;
    for (const line of setCodeLine(text, isComplete ? parts : [{ text, style: CODE }], at, inner, measure))
      yield { ...line, ...wide };
    at += text.length + 1;
  }
}

type Parts = readonly StyledText[];

/** The parts of runs on each line. */
function* linesOf(runs: readonly StyledText[]): Generator<Parts, undefined> {
  let line: StyledText[] = [];
  for (const { text, style } of runs) {
    for (let start = 0; ; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      if (end > start) line.push({ text: text.slice(start, end), style });
      if (newline < 0) break;
      yield line;
      line = [];
      start = newline + 1;
    }
  }
  yield line;
}

/** Cells of the widest line, at most those of a line that is not cut. */
const widestOf = (lines: readonly string[]): number =>
  lines.reduce(
    (widest, text) =>
      Math.max(
        widest,
        text.length < LONGEST_WHOLE && !isSimple(text)
          ? cellWidth(text)
          : Math.min(text.length, LONGEST_WHOLE),
      ),
    0,
  );

function* setCodeLine(
  text: string,
  parts: Parts,
  at: number,
  prefix: LinePrefix,
  measure: number,
): Generator<Line> {
  if (text.trim() === '') return yield prefix.blank(at);
  if (isSimple(text) && (measure === 0 || text.length <= measure))
    return yield prefix.line(spansOf(parts, at), text.length, at, at + text.length);
  const narrow = measure > 0 && measure < NARROW;
  const mark = narrow ? '' : CONTINUATION;
  const stop = narrow ? 1 : TAB_STOP;
  const cuts = codeCuts(text, measure, mark.length, stop);
  const lines = cutSpans(parts, cuts, at, stop);
  for (const [index, { from, to, cells }] of cuts.entries()) {
    const spans = lines[index]!;
    const marked = index > 0 && mark !== '';
    if (marked) spans.unshift({ text: mark, style: { role: 'marker' }, at: -1 });
    yield prefix.line(spans, cells + (marked ? mark.length : 0), at + from, at + to);
  }
}

/** Whether each character of a line takes one cell. */
const isSimple = (text: string): boolean => !/[^ -~\xa1-\xac\xae-\u02ff]/.test(text);

/** The spans of a line that is not cut. */
function spansOf(parts: Parts, at: number): Span[] {
  let place = at;
  return parts.map(({ text, style }) => {
    place += text.length;
    return { text, style, at: place - text.length };
  });
}

/** A part of a line of code, and its width. */
interface CodeCut {
  readonly from: number;
  readonly to: number;
  readonly cells: number;
}

/** An offset in a part of a line, and the cells before it in this part. */
interface Place {
  readonly at: number;
  readonly cells: number;
}

/** Cuts a line of code into parts of `measure` cells (0 for no limit), `mark` of which a mark takes in all but the first. */
function codeCuts(text: string, measure: number, mark: number, stop: number): CodeCut[] {
  const cuts: CodeCut[] = [];
  let from = 0;
  let cells = 0;
  let column = 0;
  /** After the last blank and the last sign of the current part. */
  let [blank, sign]: [Place, Place] = [START, START];
  for (let at = 0; at < text.length; ) {
    const tab = text.charCodeAt(at) === TAB;
    const end = tab ? at + 1 : clusterEnd(text, at);
    const width = tab ? stop - (column % stop) : clusterCells(text, at, end);
    const room = (): number => measure - (cuts.length === 0 ? 0 : mark);
    while (measure > 0 && at > from && cells + width > room()) {
      const here = { at, cells };
      const cut = [blank, sign].find((place) => place.at > from && isNear(place, here, room())) ?? here;
      cuts.push({ from, to: cut.at, cells: cut.cells });
      cells -= cut.cells;
      [blank, sign] = [after(blank, cut), after(sign, cut)];
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

const START: Place = { at: 0, cells: 0 };
/** Whether a place is so near to the end of a part of `room` cells that the part may end there. */
const isNear = (place: Place, end: Place, room: number): boolean =>
  end.cells - place.cells < Math.min(NEAR_END, room / 2);
const after = ({ at, cells }: Place, cut: Place): Place => ({ at, cells: cells - cut.cells });

/** The spans of each part of a line of code that begins at offset `at` of the document. */
function cutSpans(parts: Parts, cuts: readonly CodeCut[], at: number, tabStop: number): Span[][] {
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

/** The offset of the next tab; the text's length if there is none. */
function nextTab(text: string, from: number): number {
  const tab = text.indexOf('\t', from);
  return tab < 0 ? text.length : tab;
}
