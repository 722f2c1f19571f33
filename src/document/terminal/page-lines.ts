import { cellWidth } from '../../unicode/width.ts';
import type { StyledText } from '../document.ts';

/** A line of a manual page, its text without indent. */
export interface PageLine {
  /** Columns before the text. */
  readonly indent: number;
  /** Empty if the line is blank. */
  readonly text: string;
  /** The text in its styles. */
  readonly parts: readonly StyledText[];
  /** Line of the source, from 0. */
  readonly number: number;
}

export function pageLine(styled: readonly StyledText[], number: number): PageLine {
  const whole = styled.map(({ text }) => text).join('');
  const text = whole.trim();
  const indent = text === '' ? 0 : whole.search(/\S/);
  return { indent, text, parts: sliceParts(styled, indent, indent + text.length), number };
}

/** A line without its first `length` UTF-16 units and the blanks after them. */
export function restOf({ indent, text, parts, number }: PageLine, length: number): PageLine {
  const from = length + text.slice(length).search(/\S|$/);
  return {
    indent: indent + from,
    text: text.slice(from),
    parts: sliceParts(parts, from, text.length),
    number,
  };
}

/** The part of styled text from one offset to another. */
export function sliceParts(parts: readonly StyledText[], from: number, to: number): StyledText[] {
  const kept: StyledText[] = [];
  let at = 0;
  for (const { text, style } of parts) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== '') kept.push({ text: piece, style });
    at += text.length;
  }
  return kept;
}

/** How a line of a paragraph continues the line above it. */
export type Break = 'space' | 'hyphen' | 'soft-hyphen' | 'line';

/** How the lines of a page were broken. */
export interface Filling {
  /** Column at which lines were filled. */
  readonly margin: number;
  /** Whether filled lines were stretched to the margin, so that others end by intent. */
  readonly isJustified: boolean;
  /** Words with a hyphen inside a line, which keep it at the end of a line. */
  readonly hyphenated: ReadonlySet<string>;
}

const HYPHENATED = /[^\s\u2010]+\u2010[^\s\u2010]+/g;
const IDEOGRAPHIC = /[\u2e80-\u312f\u31c0-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Lines that end this near to the margin are probably filled. */
const NEAR_MARGIN = 8;

export function fillingOf(lines: readonly PageLine[], margin: number): Filling {
  const long = lines.map(endOf).filter((end) => end <= margin && end > margin - NEAR_MARGIN);
  return {
    margin,
    isJustified: long.filter((end) => end === margin).length > long.length / 2,
    hyphenated: new Set(lines.flatMap(({ text }) => text.match(HYPHENATED) ?? [])),
  };
}

const endOf = ({ indent, text }: PageLine): number => indent + cellWidth(text);

/** The break between two lines: a line end is kept if the first word below would have fitted above. */
export function breakBetween(
  above: PageLine,
  below: PageLine,
  { margin, isJustified, hyphenated }: Filling,
): Break {
  const first = /^\S*/.exec(below.text)![0];
  if (/[^\s\d-]\u2010$/.test(above.text)) {
    const last = /\S*$/.exec(above.text.slice(-80))![0];
    return hyphenated.has(last + first) ? 'hyphen' : 'soft-hyphen';
  }
  const end = endOf(above);
  if (end + 1 + cellWidth(first) <= margin || (isJustified && end < margin && above.text.includes(' ')))
    return 'line';
  if (/[^\s\d-]-$/.test(above.text) && /^\w/.test(first)) return 'hyphen';
  // Ideographs and kana are written without spaces.
  return IDEOGRAPHIC.test(above.text.at(-1)!) && IDEOGRAPHIC.test(first[0]!) ? 'hyphen' : 'space';
}

/** Columns that several terms of a page have before their descriptions. */
const MAX_TERM = 32;

/**
 * Length of the term that `line` begins with, if the description stands beside it: in the column where `next`, the line
 * below, begins, or else after several blanks. 0 if there is none.
 */
export function termLength(line: PageLine, next: PageLine | undefined, filling: Filling): number {
  const { text, indent } = line;
  if (next !== undefined && next.indent > indent) {
    const at = next.indent - indent;
    if (at >= text.length || text[at] === ' ' || text[at - 1] !== ' ') return 0;
    const isApart = text[at - 2] === ' ' || breakBetween(line, next, filling) !== 'line';
    return isApart ? at : 0;
  }
  if (next !== undefined) return 0;
  const [, term, blanks] = /^(\S{1,30}(?: \S{1,30}){0,4}?)( {2,})\S/.exec(text) ?? [];
  if (term === undefined || blanks === undefined) return 0;
  const isSentence = blanks.length === 2 && /[.!?:]$/.test(term);
  return isSentence || term.length + blanks.length > MAX_TERM ? 0 : term.length + blanks.length;
}

const BOX = /[\u2500-\u257f]|[-+=|]{4}/;

/** Whether lines without an empty one between them are a table or a program, whose lines and columns are kept. */
export function isPreformatted(lines: readonly PageLine[], filling: Filling): boolean {
  if (lines.length < 2) return false;
  const share = (count: number): number => count / lines.length;
  if (share(lines.filter(({ text }) => BOX.test(text)).length) >= 0.5) return true;
  const [first] = lines;
  const gap = /^.*?\S {2,}(?=\S)/.exec(first!.text)?.[0].length;
  const isItem = gap !== undefined && lines.some(({ indent }) => indent === first!.indent + gap);
  if (isItem) return false;
  const filled = lines
    .slice(1)
    .filter(
      (line, i) => line.indent >= lines[i]!.indent && breakBetween(lines[i]!, line, filling) !== 'line',
    );
  const gaps = (width: number): number =>
    share(lines.filter(({ text }) => new RegExp(`[^\\s.!?:] {${width},}\\S`).test(text)).length);
  if (filled.length > 0) return gaps(3) >= 0.6 && filled.length < lines.length / 2;
  return gaps(2) >= 0.6 || (lines.length > 2 && returns(lines));
}

/** Whether lines go back to an indent after a deeper one, as in a program. */
const returns = (lines: readonly PageLine[]): boolean =>
  lines.some((line, i) => i > 1 && line.indent < lines[i - 1]!.indent);
