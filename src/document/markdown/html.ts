import { decodeEntities } from '../../unicode/entities.ts';
import { endOfExpression } from './inline-html.ts';
import { HIDDEN } from './tags.ts';

/** A piece of HTML. Comments, declarations and processing instructions are no pieces: they are dropped. */
export type Piece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open'; readonly name: string; readonly source: string }
  | { readonly type: 'close'; readonly name: string };

/** A tag longer than this is text: scanning for ends that never come stays linear. */
const MAX_TAG = 10_000;

/**
 * The pieces of `html`, in order; names are in lower case, text is decoded. Tolerant, as browsers are: what is no
 * tag is text. The content of `script` and `style` is dropped, that of `textarea` and `title` is text; where nothing
 * closes one of these, its tag was meant to be read.
 */
export function* htmlPieces(html: string): Generator<Piece> {
  let textFrom = 0;
  const unclosed = new Set<string>();
  let at = html.indexOf('<');
  while (at >= 0) {
    const piece = markupAt(html, at);
    if (!piece) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    let close = piece.end;
    const { name = '' } = piece;
    // At the very end it may be closed by what comes after `html`.
    if (!piece.closing && piece.end < html.length && mayHide(name)) {
      close = unclosed.has(name) ? -1 : indexOfClosing(html, name, piece.end);
      if (close < 0) {
        unclosed.add(name);
        at = html.indexOf('<', piece.end);
        continue;
      }
    }
    if (at > textFrom) yield { type: 'text', text: decodeEntities(html.slice(textFrom, at), true) };
    textFrom = piece.end;
    if (piece.name) {
      if (piece.closing) yield { type: 'close', name: piece.name };
      else {
        yield { type: 'open', name: piece.name, source: html.slice(at, piece.end) };
        if (RAW.has(name)) {
          if (!DROPPED.has(piece.name))
            yield { type: 'text', text: decodeEntities(html.slice(piece.end, close), true) };
          textFrom = close;
        }
      }
    }
    at = html.indexOf('<', textFrom);
  }
  if (textFrom < html.length) yield { type: 'text', text: decodeEntities(html.slice(textFrom), true) };
}

/** Whether the element keeps its content from being read, or from being HTML. */
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

/** Where the closing tag of `name` is, from `from` on; -1 where there is none. */
function indexOfClosing(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? -1;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** The decoded value of an attribute of an opening tag; '' where it has none, undefined where it is not there. */
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
