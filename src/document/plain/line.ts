/** A line of plain text; an empty `text` is a blank line. */
export interface Line {
  /** Without the blanks around it. */
  readonly text: string;
  /** Offset of `text` in the source. */
  readonly at: number;
  /** Columns of blanks before it, a tab reaching to the next multiple of four. */
  readonly indent: number;
}

/** The lines of `source` between two offsets, one at a time. */
export function* linesOf(source: string, from: number, end: number): Generator<Line> {
  while (from < end) {
    const newline = source.indexOf('\n', from);
    const stop = newline === -1 || newline > end ? end : newline;
    yield lineAt(source, from, stop);
    from = stop + 1;
  }
}

/** The line `source.slice(from, end)`. */
export function lineAt(source: string, from: number, end: number): Line {
  let at = from;
  let indent = 0;
  for (; at < end; at++) {
    const character = source[at]!;
    if (character === ' ') indent++;
    else if (character === '\t') indent += 4 - (indent % 4);
    else if (/\S/.test(character)) break;
  }
  return { text: source.slice(at, end).trimEnd(), at, indent };
}

/** The rest of a line from `offset` of its text on, its indent counted from the line's. */
export function restOf(line: Line, offset: number): Line {
  const rest = lineAt(line.text, offset, line.text.length);
  return { text: rest.text, at: line.at + rest.at, indent: line.indent + offset + rest.indent };
}

/** Lines of a group at most: a text without a blank line must not be read whole before its beginning can be shown. */
const LONGEST_GROUP = 500;

/** Runs of lines between blank ones. */
export function* groupsOf(lines: Iterable<Line>): Generator<Line[]> {
  let group: Line[] = [];
  for (const line of lines) {
    if (line.text !== '') group.push(line);
    if (group.length > 0 && (line.text === '' || group.length === LONGEST_GROUP)) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}
