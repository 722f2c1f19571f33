import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';

const SPACE = 0x20;

/** Any character that may be markup, has to be cleaned away, or belongs to a script that is joined without blanks. */
const SPECIAL =
  /[^\n !"'-),-;?A-Za-z\xa0-\xac\xae-\u02ff\u0370-\u05ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]/;
/**
 * What the other characters can still spell: the start of a list, a rule, an underline, a definition, a container or a
 * module, indented code, a hard line break, an address, the name of an emoji.
 */
const CONSTRUCT =
  /^ *(?:[-:!?\xa0]|\d{1,9}[.)](?: |$)|(?:import|export)\b)|^ {4}| {2}\n|:\/\/|www\.|:[a-z\d+-][\w+-]*:/im;

/** True if a source is nothing but paragraphs of text, in which Markdown and its dialects have nothing to read. */
export const isPlain = (source: string): boolean => !SPECIAL.test(source) && !CONSTRUCT.test(source);

/**
 * Writes a source for which `isPlain` holds, as parsing it would: most prose is written without markup, and an index that
 * reads thousands of articles spends six times as long on parsing them.
 *
 * @param line  the source line on which `source` begins, from 0
 */
export function writePlainParagraphs(source: string, writer: DocumentWriter, line: number): readonly Block[] {
  const blocks: Block[] = [];
  let start = -1;
  let startLine = line;
  for (let at = 0; at <= source.length; line++) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const isBlank = isBlankLine(source, at, end);
    if (!isBlank && start < 0) [start, startLine] = [at, line];
    if (start >= 0 && (isBlank || end === source.length)) {
      const leaf = writer.leaf();
      leaf.write(onOneLine(source, start, isBlank ? at : end));
      blocks.push(writer.paragraph(leaf, startLine)!);
      start = -1;
    }
    at = end + 1;
  }
  return blocks;
}

/** The lines in [from, to) as one, with single blanks and none at either end. */
function onOneLine(source: string, from: number, to: number): string {
  let [start, end] = [from, to];
  while (source.charCodeAt(start) === SPACE) start++;
  while (source.charCodeAt(end - 1) <= SPACE) end--;
  const text = source.slice(start, end);
  return /\n| {2}/.test(text) ? text.replace(/ *\n *| {2,}/g, ' ') : text;
}

function isBlankLine(source: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (source.charCodeAt(at) !== SPACE) return false;
  return true;
}
