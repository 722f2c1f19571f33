import { decodeEntities } from '../../unicode/entities.ts';
import { endOfExpression } from './inline-html.ts';
import { HIDDEN } from './tags.ts';

/** A piece of HTML. Comments, declarations and processing instructions are dropped. */
export type Piece = { readonly type: 'text'; readonly text: string } | Tag;

/** @param name in lower case */
export interface Tag {
  readonly type: 'open' | 'close';
  readonly name: string;
  readonly source: string;
}

/** A tag longer than this is text: scanning for ends that never come stays linear. */
const MAX_TAG = 10_000;

/**
 * The pieces of `html`, in order; names are in lower case, text is decoded. Tolerant as browsers are: anything that is not
 * a tag is text. The content of `script` and `style` is dropped, that of `textarea` and `title` is text; without a closing
 * tag, the opening tag of one of these is text too.
 */
export function* htmlPieces(html: string): Generator<Piece> {
  const closings = new Closings(html);
  let textFrom = 0;
  for (let at = html.indexOf('<'); at >= 0; ) {
    const markup = markupAt(html, at);
    const contentEnd = markup && closings.contentEnd(markup);
    if (!markup || contentEnd === undefined) {
      at = html.indexOf('<', markup?.end ?? at + 1);
      continue;
    }
    if (at > textFrom) yield textPiece(html, textFrom, at);
    yield* markupPieces(html, at, markup, contentEnd);
    textFrom = RAW.has(markup.name ?? '') && !markup.closing ? contentEnd : markup.end;
    at = html.indexOf('<', textFrom);
  }
  if (textFrom < html.length) yield textPiece(html, textFrom, html.length);
}

const textPiece = (html: string, from: number, to: number): Piece => ({
  type: 'text',
  text: decodeEntities(html.slice(from, to), true),
});

/** The pieces for the markup at `at`: a tag, and the content of an element that holds no tags. */
function* markupPieces(html: string, at: number, markup: Markup, contentEnd: number): Generator<Piece> {
  const { name, closing, end } = markup;
  if (!name) return;
  const source = html.slice(at, end);
  if (closing) yield { type: 'close', name, source };
  else {
    yield { type: 'open', name, source };
    if (RAW.has(name) && !DROPPED.has(name)) yield textPiece(html, end, contentEnd);
  }
}

/** Finds the closing tags of one source. A name that is not closed again is not looked for twice, which is linear. */
class Closings {
  readonly #html: string;
  readonly #unclosed = new Set<string>();

  constructor(html: string) {
    this.#html = html;
  }

  /** Where an element's content ends if it may be hidden, else its tag; undefined for an unclosed tag, which is text. */
  contentEnd({ name = '', closing, end }: Markup): number | undefined {
    // At the very end of the source, the closing tag may be in the next one.
    if (closing || end >= this.#html.length || !mayHide(name)) return end;
    if (this.#unclosed.has(name)) return undefined;
    const pattern = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    pattern.lastIndex = end;
    const closingAt = pattern.exec(this.#html)?.index;
    if (closingAt === undefined) this.#unclosed.add(name);
    return closingAt;
  }
}

/** True if an element may keep its content from being read, or from being HTML. */
export const mayHide = (name: string): boolean => RAW.has(name) || HIDDEN.has(name);

/** Elements whose content holds no tags. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp']);
const DROPPED = new Set(['script', 'style']);

interface Markup {
  readonly end: number;
  /** Absent for comments and the like. */
  readonly name?: string;
  readonly closing?: boolean;
}

const NAME = /\/?([A-Za-z][^\s/>]*)/y;

function markupAt(html: string, at: number): Markup | undefined {
  if (html.startsWith('<!--', at)) return { end: after(html, '-->', at + 2) };
  if (html.startsWith('<![CDATA[', at)) return { end: after(html, ']]>', at) };
  if (html.startsWith('<?', at)) return { end: after(html, '?>', at) };
  if (/[A-Za-z]/.test(html[at + 2] ?? '') && html[at + 1] === '!') return { end: after(html, '>', at) };
  NAME.lastIndex = at + 1;
  const match = NAME.exec(html);
  const end = match ? endOfTag(html, NAME.lastIndex) : -1;
  return match && end > 0 ? { end, name: match[1]!.toLowerCase(), closing: html[at + 1] === '/' } : undefined;
}

const after = (html: string, end: string, from: number): number => {
  const at = html.indexOf(end, from);
  return at < 0 ? html.length : at + end.length;
};

/** The end of the tag that is open at `from`: after the first `>` outside of quotes and braces; -1 if there is none near. */
function endOfTag(html: string, from: number): number {
  const limit = Math.min(html.length, from + MAX_TAG);
  let quote = '';
  for (let at = from; at < limit; at++) {
    const char = html[at]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (char === '>') return at + 1;
    else if (char === '{') at = Math.max(at, endOfExpression(html, at) - 1);
    else if (char === '"' || char === "'") quote = char;
  }
  return -1;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The decoded value of an attribute of an opening tag: '' for one without a value, undefined for one that is absent. */
export function attribute(source: string, name: string): string | undefined {
  // Most tags have few attributes, and are asked for several.
  if (!source.toLowerCase().includes(name)) return undefined;
  for (const [, key, double, single, bare] of source.slice(1).matchAll(ATTRIBUTE)) {
    if (key?.toLowerCase() === name) return decodeEntities(double ?? single ?? bare ?? '', true);
  }
  return undefined;
}

/** The names of the elements that a source closes, in lower case; looked for when they are first asked for. */
export class ClosedElements {
  readonly #source: string;
  #names: Set<string> | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  has(name: string): boolean {
    this.#names ??= new Set(
      Array.from(this.#source.matchAll(CLOSING), ([, closed]) => closed!.toLowerCase()),
    );
    return this.#names.has(name);
  }
}

const CLOSING = /<\/([a-z][^\s<>/]*)/gi;
