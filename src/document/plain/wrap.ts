import { endsSentence, isLower } from './letters.ts';
import type { Line } from './line.ts';
import { firstWordLength, isTabular, markOf, startsLower } from './marks.ts';

/** How a text is laid out in its file. */
export interface Wrap {
  /** Column at which its lines were broken; undefined where each line is a whole paragraph, or a verse. */
  readonly column?: number;
  /** Columns most of its lines are indented by. */
  readonly indent: number;
  /** Each line is a paragraph, also where no blank line parts them. */
  readonly linewise?: boolean;
  /** Words are divided at the ends of lines. */
  readonly hyphenated?: boolean;
}

/** Lines wrapped by a program are seldom longer; longer ones take more to be believed. */
const WIDEST = 140;
/** Lines longer than this are paragraphs where they are not wrapped. */
const LONG = 120;
/** Lines wrapped by a program are seldom shorter; verse is. */
const NARROWEST = 50;

/**
 * Tells hard-wrapped text from text of one line a paragraph. In the former most lines end where the next word would not
 * have fitted any more, and many within a sentence that the next line takes up in lower case.
 */
export function wrapOf(groups: readonly (readonly Line[])[]): Wrap {
  const indent = commonIndent(groups);
  const joins = groups.flatMap((group) => group.slice(1).map((line, i) => [group[i]!, line] as Join));
  const prose = joins.filter(
    ([above, below]) => !isTabular(above.text) && markOf(below.text)?.kind !== 'bullet',
  );
  if (prose.length < 2) return { indent };
  const widths = prose.map(([above]) => widthOf(above)).sort((a, b) => a - b);
  const column = widths[Math.min(widths.length - 1, Math.floor(widths.length * 0.97))]!;
  let forced = 0;
  let continued = 0;
  for (const [above, below] of prose) {
    if (isForced(above, below, column)) forced++;
    if (isContinued(above, below)) continued++;
  }
  forced /= prose.length;
  continued /= prose.length;
  const wrapped =
    column > WIDEST || prose.length < 4
      ? continued >= 0.6
      : column >= NARROWEST
        ? continued >= 0.45 || (forced >= 0.5 && continued >= 0.2)
        : prose.length >= 3 && forced >= 0.6 && continued >= 0.35;
  if (wrapped) return { column, indent, hyphenated: isHyphenated(prose) };
  const long = prose.filter((pair) => pair.some(({ text }) => text.length > LONG)).length;
  return { indent, linewise: long > prose.length / 20 };
}

/** Enough to tell one word from another. */
const LONGEST_WORD = 40;

type Join = readonly [above: Line, below: Line];

/**
 * Whether so many lines end within a word that a program must have divided them. One word often cut in two tells
 * nothing: its hyphen may be its own (`peut-être`).
 */
function isHyphenated(joins: readonly Join[]): boolean {
  const divided = joins.filter(([above, below]) => isDivided(above, below));
  if (divided.length < 3 || divided.length < joins.length / 25) return false;
  const words = divided.map(
    ([above, below]) =>
      /\p{L}*.$/u.exec(above.text.slice(-LONGEST_WORD))![0] + /^\p{L}*/u.exec(below.text)![0],
  );
  return new Set(words).size >= 3;
}

/** Whether a line ends in a hyphen after a letter, and the next goes on in lower case. */
export const isDivided = (above: Line, below: Line): boolean =>
  /[^\s\d-][-\u2010\u00ad]$/.test(above.text.slice(-3)) && isLower(below.text[0]);

const widthOf = (line: Line): number => line.indent + line.text.length;

/** Whether the first word of the line below would not have fitted on the one above. */
export const isForced = (above: Line, below: Line, column: number): boolean =>
  widthOf(above) + 1 + firstWordLength(below.text) > column;

/** Whether the line below goes on with the sentence of the one above. */
export const isContinued = (above: Line, below: Line): boolean =>
  startsLower(below.text) && !endsSentence(above.text);

function commonIndent(groups: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const line of groups.flat()) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0] as [
    number,
    number,
  ])[0];
}

/**
 * Lines of one group as paragraphs, each a run of lines to be joined; undefined where the lines stand for themselves
 * (verse, addresses).
 */
export function paragraphsOf(lines: readonly Line[], wrap: Wrap): Line[][] | undefined {
  if (lines.length === 1) return [[...lines]];
  const column = wrap.column ?? Math.max(...lines.slice(0, -1).map(widthOf));
  const isSoft = (above: Line, below: Line): boolean =>
    isContinued(above, below) || (isForced(above, below, column) && isTelling(above, column, wrap));
  let soft = 0;
  for (let i = 1; i < lines.length; i++) if (isSoft(lines[i - 1]!, lines[i]!)) soft++;
  if (soft < (lines.length - 1) * (wrap.column === undefined ? 0.6 : 0.5)) {
    return areWholeParagraphs(lines, wrap) ? lines.map((line) => [line]) : undefined;
  }
  const runs: Line[][] = [[lines[0]!]];
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!;
    const below = lines[i]!;
    if (!isSoft(above, below) && startsParagraph(above, below, column)) runs.push([below]);
    else runs.at(-1)!.push(below);
  }
  return runs;
}

/** Whether it means something that a word would not have fitted: not by the line that is itself the measure. */
const isTelling = (above: Line, column: number, wrap: Wrap): boolean =>
  wrap.column !== undefined || (column >= NARROWEST && widthOf(above) < column);

/** Whether a line that does not continue the one above begins a paragraph, in text wrapped at `column`. */
function startsParagraph(above: Line, below: Line, column: number): boolean {
  const indented = below.indent > above.indent + 1 && endsSentence(above.text);
  const room = widthOf(above) + 1 + firstWordLength(below.text) <= 0.75 * column;
  return indented || room || markOf(below.text)?.kind === 'dialogue';
}

/** Lines that are sentences of some length rather than verses or the lines of an address. */
function areWholeParagraphs(lines: readonly Line[], wrap: Wrap): boolean {
  if (
    lines.some(({ text }) => text.length > LONG || (wrap.linewise && text.length > 60 && endsSentence(text)))
  )
    return true;
  const sentences = lines.filter(({ text }) => endsSentence(text) && text.length > 60).length;
  return sentences >= lines.length / 2;
}
