import type { Document } from '../document/document.ts';
import { setLines } from '../text/layout.ts';
import type { LayoutOptions, Line } from '../text/line.ts';
import { setPlain } from '../text/set-plain-text.ts';
import { Numbering } from './numbering.ts';

export interface TextOptions extends Pick<LayoutOptions, 'width' | 'justify' | 'hyphenate'> {
  readonly title?: string;
  /** What is known of author, date and reading time, in one line. */
  readonly byline?: string;
}

/** A line without styles and without blanks at its end. */
export function plainLine(line: Line): string {
  let text = '';
  for (const span of line.spans) text += span.text;
  return text.trimEnd();
}

/** A document as plain text, in one string: see `textLines`. */
export function renderText(document: Document, options: TextOptions): string {
  let text = '';
  for (const line of textLines(document, options)) text += line;
  return text;
}

/**
 * A document as plain text: the title, the line on author, date and length, the body, and the addresses of its links as
 * a numbered list. LF line ends, no blanks at their ends, one newline at the end of all. Each line is set when it is
 * asked for; empty lines come with the next that is not.
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

/** The lines of a document as plain text, without their ends; the last ones may be empty. */
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
