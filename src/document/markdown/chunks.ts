import { cutBefore } from '../cut-line.ts';
import { Scanner } from './scanner.ts';

/** A part of a Markdown source that can be read by itself. */
export interface Chunk {
  /**
   * `note`: the body of a footnote, without its indentation. `code` and `unformatted`: a piece of a stretch so long
   * that it is not parsed as a whole. `hidden`: nothing to read.
   */
  readonly kind: 'markdown' | 'note' | 'code' | 'unformatted' | 'hidden';
  readonly source: string;
  /** The source line it begins on, from 0. */
  readonly line: number;
  /** The footnote's label. */
  readonly label?: string;
}

/** Sizes in characters. A chunk grows to `target`, then ends at the next place where it may, at `most` anywhere. */
export interface ChunkSizes {
  readonly target: number;
  readonly most: number;
}

export const CHUNK_SIZES: ChunkSizes = { target: 16_384, most: 262_144 };

export const FOOTNOTE = /\[\^([^\]\s]{1,200})\]:[ \t]*/y;

/** The chunks of a Markdown source, in order; the source is read no further than to the end of the last one taken. */
export function* chunksOf(source: string, sizes: ChunkSizes = CHUNK_SIZES): Generator<Chunk> {
  const scanner = new Scanner(source);
  while (!scanner.done) {
    if (scanner.opaque) yield opaqueChunk(scanner, sizes);
    else yield footnote(scanner, sizes) ?? markdown(scanner, sizes);
  }
}

function markdown(scanner: Scanner, { target, most }: ChunkSizes): Chunk {
  const { at: start, line } = scanner.state;
  if (scanner.end - start > most) return longLine(scanner, most);
  let item: State | undefined;
  let kind: Chunk['kind'] = 'markdown';
  for (scanner.next(); !scanner.done && !footnoteAt(scanner); scanner.next()) {
    const size = scanner.state.at - start;
    if (size >= target && scanner.canCut) break;
    if (scanner.indent === 0 && !scanner.opaque && scanner.isItem) item = scanner.save();
    if (scanner.end - start > most) {
      kind = cutAnywhere(scanner, item, size > most / 2);
      break;
    }
  }
  return { kind, source: textOf(scanner, start), line };
}

type State = ReturnType<Scanner['save']>;

/** Ends a chunk that is too long at the scanner's line, or before `item`, the last item of a list; returns its kind. */
function cutAnywhere(scanner: Scanner, item: State | undefined, isLong: boolean): Chunk['kind'] {
  const { opaque } = scanner;
  if (item && !opaque) scanner.rewind(item);
  scanner.state.elements = 0;
  return !item && !opaque && isLong ? 'unformatted' : 'markdown';
}

/** A piece of code or of a comment that is longer than a chunk: up to its end, or as much as a chunk may hold. */
function opaqueChunk(scanner: Scanner, { most }: ChunkSizes): Chunk {
  const start = scanner.state.at;
  const { line, fence, insideHidden } = scanner.state;
  if (scanner.end - start > most) return { ...longLine(scanner, most), kind: fence ? 'code' : 'unformatted' };
  let end = start;
  do {
    end = scanner.state.at;
    scanner.next();
  } while (!scanner.done && scanner.opaque && scanner.end - start <= most);
  // The line that closes a fence is none of its code.
  const source = scanner.source.slice(start, fence && !scanner.state.fence ? end : scanner.state.at);
  return { kind: fence ? 'code' : insideHidden ? 'hidden' : 'unformatted', source, line };
}

/** The beginning of a line that is longer than a chunk. */
function longLine(scanner: Scanner, most: number): Chunk {
  const { at, line } = scanner.state;
  const end = cutBefore(scanner.source, at, at + most);
  scanner.rewind({ ...scanner.state, at: end });
  return { kind: 'unformatted', source: scanner.source.slice(at, end), line };
}

/** The source from `start` to the scanner's line. Unclosed HTML, which would hide the rest of the text, becomes text. */
function textOf({ source, state, regions }: Scanner, start: number): string {
  let text = '';
  let from = start;
  for (const { at, end = at } of regions.unclosed.splice(0).filter((opening) => opening.at < state.at)) {
    // A tag goes, its lines stay; a comment's opening shows.
    text += source.slice(from, at) + (end > at ? source.slice(at, end).replace(/[^\n]+/g, '') : '\\');
    from = end;
  }
  return text + source.slice(from, state.at);
}

function footnoteAt({ source, first, indent, opaque, inItem, state }: Scanner): RegExpExecArray | null {
  if (source[first] !== '[' || indent > 3 || opaque || inItem || state.html) return null;
  FOOTNOTE.lastIndex = first;
  return FOOTNOTE.exec(source);
}

const BLANK_LINES = /^(?:[ \t]*\n)+/;

/** The footnote that begins at the scanner's line: its paragraph, and all that is indented by four columns below. */
function footnote(scanner: Scanner, { most }: ChunkSizes): Chunk | undefined {
  const match = footnoteAt(scanner);
  if (!match) return undefined;
  const { source, state } = scanner;
  const { line, at } = state;
  state.itemColumn = 0;
  let text = source.slice(match.index + match[0].length, scanner.end);
  scanner.next();
  while (!scanner.done && scanner.end - at <= most) {
    const { afterBlank } = scanner.state;
    if (scanner.blank) text += '\n';
    else if (scanner.indent >= 4) text += `\n${dedent(source.slice(scanner.state.at, scanner.end))}`;
    else if (
      !afterBlank &&
      !scanner.opaque &&
      !BEGINS_BLOCK.test(source.slice(scanner.first, scanner.first + 300))
    ) {
      text += `\n${source.slice(scanner.first, scanner.end)}`;
    } else break;
    scanner.next();
  }
  return { kind: 'note', source: text.replace(BLANK_LINES, ''), line, label: match[1]! };
}

const dedent = (line: string): string => line.replace(/^(?: {4}| {0,3}\t)/, '');

const BEGINS_BLOCK =
  /^(?:#{1,6}(?:\s|$)|>|`{3}|~{3}|[-*+][ \t]|\d{1,9}[.)][ \t]|\[\^[^\]\s]{1,200}\]:|<\/?[a-zA-Z!]|(?:[-*_][ \t]*){3,}(?:\n|$))/;
