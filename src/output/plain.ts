import type { Document } from '../text/document.ts';
import { layout } from '../text/layout.ts';
import type { LayoutOptions, Line } from '../text/line.ts';
import { setPlain } from '../text/set-plain.ts';
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

/**
 * A document as plain text: the title, the line on author, date and length, the body, and the addresses of
 * its links as a numbered list. LF line ends, no blanks at their ends, one newline at the end of all.
 */
export function renderText(document: Document, options: TextOptions): string {
  const links = new Numbering(document);
  const { width } = options;
  const head: string[] = [];
  if (options.title) head.push(...setPlain(options.title, width, document.lang));
  if (options.byline) head.push(...setPlain(options.byline, width, document.lang));
  if (head.length > 0) head.push('');
  const flow = layout(document, { ...options, underline: true, reference: (link) => links.reference(link) });
  const body: string[] = [];
  for (let index = 0; ; index++) {
    const line = flow.line(index);
    if (line === undefined) break;
    body.push(plainLine(line));
  }
  const list = links.list();
  if (list.length > 0 && body.length > 0) body.push('');
  return `${[...head, ...body, ...list].join('\n').trimEnd()}\n`;
}
