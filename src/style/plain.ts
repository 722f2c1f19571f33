import type { Document } from '../document/document.ts';
import { setLines } from '../text/layout.ts';
import type { LayoutOptions, Line } from '../text/line.ts';
import { setPlain } from '../text/set-plain-text.ts';
import { Numbering } from './numbering.ts';

export interface TextOptions extends Pick<LayoutOptions, 'width' | 'justify' | 'hyphenate'> {
  readonly title?: string;
  /** A line of author, date and reading time, as far as they are known. */
  readonly byline?: string;
}

/** The text of a line without styles, and without blanks at its end. */
export function plainLine(line: Line): string {
  let text = '';
  for (const span of line.spans) text += span.text;
  return text.trimEnd();
}

/** A document as plain text in one string: see `textLines`. */
export function renderText(document: Document, options: TextOptions): string {
  let text = '';
  for (const line of textLines(document, options)) text += line;
  return text;
}

/**
 * A document as plain text: title, byline, body, and the addresses of its links as a numbered list. Lines end with LF, without
 * blanks before it; the text ends with one newline. Each line is laid out when it is requested; empty lines are yielded
 * together with the next line that is not empty.
 */
export function* textLines(document: Document, options: TextOptions): Generator<string> {
  let empty = '';
  let none = true;
  for (const line of allLines(document, options)) {
    if (line === '') empty += '\n';
    else {
      yield `${empty}${line}\n`;
      empty = '';
      none = false;
    }
  }
  if (none) yield '\n';
}

/** The lines of a document as plain text, without newlines. The last ones may be empty. */
function* allLines(document: Document, options: TextOptions): Generator<string> {
  const links = new Numbering();
  const { width, title, byline } = options;
  if (title) yield* setPlain(title, width, document.lang);
  if (byline) yield* setPlain(byline, width, document.lang);
  if (title || byline) yield '';
  const set = { ...options, plain: true, reference: links.reference.bind(links) };
  let body = false;
  for (const line of setLines(document, set)) {
    yield plainLine(line);
    body = true;
  }
  const list = links.list(width);
  if (list.length > 0 && body) yield '';
  yield* list;
}
