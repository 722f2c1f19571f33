import type { Block, Document, Link } from '../document/document.ts';
import { decodeHref } from '../document/markdown/link.ts';
import { setLines } from '../text/layout.ts';
import type { LayoutOptions, Line } from '../text/line.ts';
import { setPlain } from '../text/paragraph.ts';
import { clean } from '../unicode/clean.ts';

export interface TextOptions extends Pick<LayoutOptions, 'width' | 'justify' | 'hyphenate' | 'typography'> {
  readonly title?: string;
  /** A line of author, date and reading time, as far as they are known. */
  readonly byline?: string;
  /** The blocks of the document, if it does not keep them. */
  readonly blocks?: Iterable<Block>;
}

/** The text of a line without styles, and without blanks at its end. */
export function plainLine(line: Line): string {
  let text = '';
  for (const span of line.spans) text += span.text;
  return text.trimEnd();
}

/** A document as plain text in one string: see `textLines`. */
export const renderText = (document: Document, options: TextOptions): string =>
  [...textLines(document, options)].join('');

/**
 * A document as plain text: title, byline, body, and the addresses of its links as a numbered list. Lines end with LF, without
 * blanks before it; the text ends with one newline. Each line is laid out when it is requested; empty lines are yielded
 * together with the next line that is not empty.
 */
export function* textLines(document: Document, options: TextOptions): Generator<string> {
  let empty = '';
  let isEmpty = true;
  for (const line of allLines(document, options)) {
    empty += `${line}\n`;
    if (line === '') continue;
    yield empty;
    empty = '';
    isEmpty = false;
  }
  if (isEmpty) yield '\n';
}

/** The lines of a document as plain text, without newlines. The last ones may be empty. */
function* allLines(document: Document, options: TextOptions): Generator<string> {
  const links = new Numbering();
  const { width, title, byline } = options;
  const { typography = document.lang } = options;
  if (title) yield* setPlain(title, width, typography);
  if (byline) yield* setPlain(byline, width, typography);
  if (title || byline) yield '';
  const set = { ...options, plain: true, reference: links.reference.bind(links) };
  let body = false;
  for (const line of setLines(document, set, options.blocks)) {
    yield plainLine(line);
    body = true;
  }
  const list = links.list(width);
  if (list.length > 0 && body) yield '';
  yield* list;
}

/** Numbers the addresses of a document in the order in which they first appear. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  /** The reference `[n]` to put after a link; undefined if its text is its address, or it leads to a place in the document. */
  reference(link: Link, text: string): string | undefined {
    if (link.kind === 'footnote' || link.kind === 'backlink' || /^(?:#|$)/.test(link.href)) return undefined;
    const address = readable(link);
    if (bare(text) === bare(address)) return undefined;
    const number = this.#numbers.get(address) ?? this.#numbers.size + 1;
    this.#numbers.set(address, number);
    return `[${number}]`;
  }

  /** The numbered list of all addresses, in lines of at most `width` cells; 0 for no limit. */
  list(width: number): string[] {
    const widest = `[${this.#numbers.size}]`.length + 1;
    const hangs = width === 0 || width - widest >= LEAST_MEASURE;
    return [...this.#numbers].flatMap(([href, number]) => {
      const mark = `[${number}]`;
      if (!hangs) return setPlain(`${mark} ${href}`, width);
      const lines = setPlain(href, width === 0 ? 0 : width - widest);
      return lines.map((line, index) => `${(index === 0 ? mark : '').padStart(widest - 1)} ${line}`);
    });
  }
}

/** Addresses are indented behind their numbers if this many cells are left for them. */
const LEAST_MEASURE = 20;

/** The address of a link as its author wrote it; that of a web page stays as a browser takes it. */
const readable = ({ href, kind }: Link): string =>
  kind === 'web' || !href.includes('%') ? href : clean(decodeHref(href)).replace(/\s+/g, ' ').trim();

/** An address without the scheme and the final slash, which writers omit. */
const bare = (href: string): string => href.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
