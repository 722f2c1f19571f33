import type { Line } from './line.ts';
import { endsSentence, firstWordLength, isTabular, markOf, startsLower } from './marks.ts';

/** How a text is laid out in its file. */
export interface Wrap {
  /** Column at which its lines were broken; undefined where each line is a whole paragraph, or a verse. */
  readonly column?: number;
  /** Columns most of its lines are indented by. */
  readonly indent: number;
}

/** Lines wrapped by a program are seldom longer; longer ones take more to be believed. */
const WIDEST = 140;
/** Lines wrapped by a program are seldom shorter; verse is. */
const NARROWEST = 50;

/**
 * Tells hard-wrapped text from text of one line a paragraph. In the former most lines end where the next word would not
 * have fitted any more, and many within a sentence that the next line takes up in lower case.
 */
export function wrapOf(groups: readonly (readonly Line[])[]): Wrap {
  const indent = commonIndent(groups);
  const joins = groups.flatMap((group) => group.slice(1).map((line, i) => [group[i]!, line] as const));
  const prose = joins.filter(
    ([above, below]) => !isTabular(above.text) && markOf(below.text)?.kind !== 'bullet',
  );
  if (prose.length === 0) return { indent };
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
    column > WIDEST
      ? continued >= 0.6
      : column >= NARROWEST
        ? continued >= 0.45 || (forced >= 0.5 && continued >= 0.2)
        : prose.length >= 3 && forced >= 0.6 && continued >= 0.35;
  return wrapped ? { column, indent } : { indent };
}

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
    isContinued(above, below) || (wrap.column !== undefined && isForced(above, below, column));
  let soft = 0;
  for (let i = 1; i < lines.length; i++) if (isSoft(lines[i - 1]!, lines[i]!)) soft++;
  if (soft < (lines.length - 1) * (wrap.column === undefined ? 0.6 : 0.5)) {
    return areWholeParagraphs(lines) ? lines.map((line) => [line]) : undefined;
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

/** Whether a line that does not continue the one above begins a paragraph, in text wrapped at `column`. */
function startsParagraph(above: Line, below: Line, column: number): boolean {
  const indented = below.indent > above.indent + 1 && endsSentence(above.text);
  const room = widthOf(above) + 1 + firstWordLength(below.text) <= 0.75 * column;
  return indented || room || markOf(below.text)?.kind === 'dialogue';
}

/** Lines that are sentences of some length rather than verses or the lines of an address. */
function areWholeParagraphs(lines: readonly Line[]): boolean {
  if (lines.some(({ text }) => text.length > 120)) return true;
  const sentences = lines.filter(({ text }) => endsSentence(text) && text.length > 60).length;
  return sentences >= lines.length / 2;
}
