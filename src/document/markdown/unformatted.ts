import { cutBefore } from '../cut-line.ts';
import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';

/** Characters of a paragraph at most: where lines have no end, one is made. */
const MAX_PARAGRAPH = 4000;

/** Writes a source that is not to be parsed as paragraphs between blank lines, its text as it stands. */
export function writeUnformatted(source: string, writer: DocumentWriter, line: number): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let length = 0;
  let first = line;
  const flush = () => {
    if (lines.length === 0) return;
    const block = writer.paragraph(writer.textLeaf(lines.join('\n')), first);
    if (block) blocks.push(block);
    lines = [];
    length = 0;
  };
  for (const text of source.split('\n')) {
    const isBlank = text.trim() === '';
    if (isBlank || length + text.length > MAX_PARAGRAPH) flush();
    if (lines.length === 0) first = line;
    for (const piece of isBlank ? [] : pieces(text)) {
      if (length + piece.length > MAX_PARAGRAPH) flush();
      lines.push(piece);
      length += piece.length;
    }
    line++;
  }
  flush();
  return blocks;
}

/** A line in pieces that fit a paragraph, cut at blanks where there are some. */
function pieces(text: string): readonly string[] {
  if (text.length <= MAX_PARAGRAPH) return [text];
  const result: string[] = [];
  let from = 0;
  while (text.length - from > MAX_PARAGRAPH) {
    const to = cutBefore(text, from, from + MAX_PARAGRAPH);
    result.push(text.slice(from, to));
    from = to;
  }
  result.push(text.slice(from));
  return result;
}

/** UTF-16 units that are written at a time. */
const PART = 65_536;

/**
 * Writes a source from an offset on without formatting, below a line that says so.
 *
 * @param firstLine  the line at the offset
 */
export function* unformattedRest(
  source: string,
  from: number,
  writer: DocumentWriter,
  firstLine: number,
): Generator<readonly Block[]> {
  let line = firstLine;
  writer.isSpent = true;
  yield writer.restIsPlain(line);
  for (let at = from; at < source.length; ) {
    const end = source.indexOf('\n', at + PART) + 1 || source.length;
    const part = source.slice(at, end);
    yield writeUnformatted(part, writer, line);
    line += part.split('\n').length - 1;
    at = end;
  }
}
