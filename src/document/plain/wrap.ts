import { endsSentence, firstWordLength, isLower, startsLower } from './letters.ts';
import type { Line } from './line.ts';
import { isTabular, markOf } from './line-patterns.ts';

/** How the lines of a text were broken. */
export interface Wrap {
  /** Column at which lines were wrapped; undefined if each line is a whole paragraph, or a verse. */
  readonly column?: number | undefined;
  /** The commonest indent, in columns. */
  readonly indent: number;
  /** True if each line is a paragraph even without a blank line after it. */
  readonly linewise?: boolean;
  /** True if words are hyphenated at the ends of lines. */
  readonly hyphenated?: boolean;
  /** True if lines are never joined. */
  readonly keepLines?: boolean;
}

/** Programs seldom wrap wider than this; wider text needs more evidence. */
const MAX_COLUMN = 140;
/** Programs seldom wrap narrower than this; verse is narrower. */
const MIN_COLUMN = 50;
/** A longer line is a paragraph if lines are not wrapped. */
const LONG_LINE = 120;

/**
 * Tells hard-wrapped text from text with a line for each paragraph. Most lines of wrapped text end where the next word
 * would not have fitted, and many end inside a sentence, which the next line continues in lower case.
 */
export function wrapOf(groups: readonly (readonly Line[])[]): Wrap {
  const indent = commonIndent(groups);
  const pairs = groups.flatMap((group) => group.slice(1).map((line, i) => [group[i]!, line] as LinePair));
  const prose = pairs.filter(
    ([above, below]) => !isTabular(above.text) && markOf(below.text)?.kind !== 'bullet',
  );
  if (prose.length < 2) return { indent };
  const widths = prose.map(([above]) => widthOf(above)).sort((a, b) => a - b);
  const column = widths[Math.min(widths.length - 1, Math.floor(widths.length * 0.97))]!;
  if (isWrapped(prose, column)) return { column, indent, hyphenated: isHyphenated(prose) };
  const long = prose.filter((pair) => pair.some(({ text }) => text.length > LONG_LINE)).length;
  return { indent, linewise: long > prose.length / 20 };
}

type LinePair = readonly [above: Line, below: Line];

function isWrapped(pairs: readonly LinePair[], column: number): boolean {
  const forced = pairs.filter(([above, below]) => isForced(above, below, column)).length / pairs.length;
  const continued = pairs.filter(([above, below]) => isContinued(above, below)).length / pairs.length;
  if (column > MAX_COLUMN || pairs.length < 4) return continued >= 0.6;
  if (column >= MIN_COLUMN) return continued >= 0.45 || (forced >= 0.5 && continued >= 0.2);
  return forced >= 0.6 && continued >= 0.35;
}

/** UTF-16 units that are enough to tell one word from another. */
const MAX_WORD = 40;

/** Whether several words are divided at line ends. A single one may have a hyphen of its own (`peut-être`). */
function isHyphenated(pairs: readonly LinePair[]): boolean {
  const divided = pairs.filter(([above, below]) => isDivided(above, below));
  if (divided.length < 3 || divided.length < pairs.length / 25) return false;
  const words = divided.map(
    ([above, below]) => /\p{L}*.$/u.exec(above.text.slice(-MAX_WORD))![0] + /^\p{L}*/u.exec(below.text)![0],
  );
  return new Set(words).size >= 3;
}

/** Whether a line ends in a hyphen after a letter, and the next continues in lower case. */
const isDivided = (above: Line, below: Line): boolean =>
  /[^\s\d-][-\u2010\u00ad]$/.test(above.text.slice(-3)) && isLower(below.text[0]);

const widthOf = (line: Line): number => line.indent + line.text.length;

/** Whether the first word of a line would not have fitted on the line above. */
export const isForced = (above: Line, below: Line, column: number): boolean =>
  widthOf(above) + 1 + firstWordLength(below.text) > column;

/** Whether a line continues the sentence of the line above. */
export const isContinued = (above: Line, below: Line): boolean =>
  startsLower(below.text) && !endsSentence(above.text);

function commonIndent(groups: readonly (readonly Line[])[]): number {
  const counts = new Map<number, number>();
  for (const line of groups.flat()) counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  const [common] = [...counts].sort(([, a], [, b]) => b - a);
  return common?.[0] ?? 0;
}

/** The paragraphs of a group, as lines to join; undefined if its lines are to be kept (verse, an address). */
export function paragraphsOf(lines: readonly Line[], wrap: Wrap): Line[][] | undefined {
  if (lines.length === 1) return [[...lines]];
  const column = wrap.column ?? Math.max(...lines.slice(0, -1).map(widthOf));
  const isSoft = (above: Line, below: Line): boolean =>
    isContinued(above, below) || (isForced(above, below, column) && isEvidence(above, column, wrap));
  let soft = 0;
  for (let i = 1; i < lines.length; i++) if (isSoft(lines[i - 1]!, lines[i]!)) soft++;
  if (soft < (lines.length - 1) * (wrap.column === undefined ? 0.6 : 0.5)) {
    return areWholeParagraphs(lines, wrap) ? lines.map((line) => [line]) : undefined;
  }
  const paragraphs: Line[][] = [[lines[0]!]];
  for (let i = 1; i < lines.length; i++) {
    const above = lines[i - 1]!;
    const below = lines[i]!;
    if (!isSoft(above, below) && startsParagraph(above, below, column)) paragraphs.push([below]);
    else paragraphs.at(-1)!.push(below);
  }
  return paragraphs;
}

/** Whether a full line is evidence of wrapping: not if it is itself the widest line, and the column is unknown. */
const isEvidence = (above: Line, column: number, wrap: Wrap): boolean =>
  wrap.column !== undefined || (column >= MIN_COLUMN && widthOf(above) < column);

/** Whether a line that does not continue the one above begins a paragraph, in text wrapped at `column`. */
function startsParagraph(above: Line, below: Line, column: number): boolean {
  const indented = below.indent > above.indent + 1 && endsSentence(above.text);
  const hasRoom = widthOf(above) + 1 + firstWordLength(below.text) <= 0.75 * column;
  return indented || hasRoom || markOf(below.text)?.kind === 'dialogue';
}

/** Whether the lines of a group are kept, whatever their ends look like. */
export const areKept = (lines: readonly Line[], wrap: Wrap): boolean =>
  lines.length > 1 && (wrap.keepLines === true || areWords(lines));

/** Lines of a list without marks: at least so many, of a few words each. */
const MIN_LIST = 2;
const MAX_WORDS = 3;
const MAX_WORDS_LENGTH = 30;

/** Whether lines are a list of words: none is a sentence, and the next words would have fitted on each. */
export const areWords = (lines: readonly Pick<Line, 'text'>[]): boolean =>
  lines.length >= MIN_LIST &&
  lines.every(
    ({ text }) =>
      text.length <= MAX_WORDS_LENGTH && text.split(/\s+/).length <= MAX_WORDS && !/[.,;:!?…]$/.test(text),
  );

/** Whether lines are sentences of some length rather than verse or an address. */
function areWholeParagraphs(lines: readonly Line[], wrap: Wrap): boolean {
  const isLongSentence = ({ text }: Line): boolean => text.length > 60 && endsSentence(text);
  if (lines.some((line) => line.text.length > LONG_LINE || (wrap.linewise && isLongSentence(line))))
    return true;
  return lines.filter(isLongSentence).length >= lines.length / 2;
}

/** Joins lines with spaces, and none after a hyphen; the hyphen is dropped if the text is hyphenated. */
export function joinLines(lines: readonly Line[], wrap?: Wrap): string {
  let text = squeeze(lines[0]!.text);
  for (let i = 1; i < lines.length; i++) {
    const next = squeeze(lines[i]!.text);
    if (!isDivided(lines[i - 1]!, lines[i]!)) text += ` ${next}`;
    else text = (wrap?.hyphenated ? text.slice(0, -1) : text) + next;
  }
  return text;
}

/** A text with single spaces for its tabs and blanks. */
export const squeeze = (text: string): string =>
  text.includes('  ') || text.includes('\t') ? text.replace(/[\t ]+/g, ' ') : text;

/** Lines as they are, but without the indent that all share. */
export function keepLines(lines: readonly Line[]): string[] {
  const shared = Math.min(...lines.map((line) => line.indent));
  return lines.map((line) => ' '.repeat(Math.min(line.indent - shared, MAX_INDENT)) + line.text);
}

/** Columns of indent kept. */
const MAX_INDENT = 40;
