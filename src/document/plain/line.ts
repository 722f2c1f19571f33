import { CUT_WINDOW, cutBefore } from '../cut-line.ts';

/** Character codes of ASCII. */
const TAB = 9;
export const NEWLINE = 10;
const SPACE = 32;
const DELETE = 127;

/** A line of plain text; blank if `text` is empty. */
export interface Line {
  /** The line without white space at either end. */
  readonly text: string;
  /** Offset of `text` in the source. */
  readonly at: number;
  /** Columns of white space before it, with tab stops every four columns. */
  readonly indent: number;
}

/** UTF-16 units of the longest line that is read as one. Longer ones, of which no person wrote any, are cut at blanks. */
const MAX_LINE = 262_144;

/**
 * The lines of `source` between two offsets, lazily; of empty lines below each other only the first.
 *
 * @param isLeftOut  called for each line, in order; true for lines to leave out
 */
export function* linesOf(
  source: string,
  from: number,
  end: number,
  isLeftOut?: (line: Line) => boolean,
): Generator<Line> {
  while (from < end) {
    const newline = source.indexOf('\n', from);
    const stop = newline === -1 || newline > end ? end : newline;
    while (stop - from > MAX_LINE) {
      const cut = cutBefore(source, from, from + MAX_LINE);
      const line = lineAt(source, from, cut);
      if (!isLeftOut?.(line)) yield line;
      from = cut;
    }
    const line = lineAt(source, from, stop);
    if (!isLeftOut?.(line)) yield line;
    if (stop > from) from = stop + 1;
    else while (source.charCodeAt(from) === NEWLINE) from++;
  }
}

/** The line `source.slice(from, end)`. */
export function lineAt(source: string, from: number, end: number): Line {
  let at = from;
  let indent = 0;
  for (; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code > SPACE && code < DELETE) break;
    if (code === SPACE) indent++;
    else if (code === TAB) indent += 4 - (indent % 4);
    else if (/\S/.test(source[at]!)) break;
  }
  return { text: source.slice(at, end).trimEnd(), at, indent };
}

/** The part of a line after `offset` UTF-16 units of its text, with its indent in the whole line. */
export function restOf(line: Line, offset: number): Line {
  const rest = lineAt(line.text, offset, line.text.length);
  return { text: rest.text, at: line.at + rest.at, indent: line.indent + offset + rest.indent };
}

/**
 * A group is cut after so many lines or units, so that a text without blank lines need not be read whole to show its start.
 * Each part of a line that was cut is a group: to join them would copy the text.
 */
const MAX_GROUP = 500;
const MAX_UNITS = MAX_LINE - CUT_WINDOW - 1;

/** Groups of consecutive lines that are not blank. */
export function* groupsOf(lines: Iterable<Line>): Generator<Line[]> {
  let group: Line[] | undefined;
  let units = 0;
  for (const line of lines) {
    if (line.text !== '') {
      // Most groups are a line. V8 gives an array that grows room for seventeen.
      if (group) group.push(line);
      else group = [line];
    }
    units += line.text.length;
    if (group && (line.text === '' || group.length === MAX_GROUP || units > MAX_UNITS)) {
      yield group;
      group = undefined;
      units = 0;
    }
  }
  if (group) yield group;
}
