import { decodeEntities } from '../../unicode/entities.ts';
import * as ascii from './ascii.ts';

/** Characters of a label at most, and levels of parentheses in a destination (CommonMark 0.31, "links"). */
export const MAX_LABEL = 999;
const MAX_PARENTHESES = 32;

/** Where a link leads, from the source after its text. */
export interface Destination {
  /** Decoded, as is `title`. */
  readonly href: string;
  readonly title: string;
  /** The offset after it. */
  readonly end: number;
}

/** Reads `(destination "title")` from its opening parenthesis at `at`; undefined if it is no such thing. */
export function readDestination(source: string, at: number): Destination | undefined {
  const start = skipBlanks(source, at + 1);
  const angled = source.charCodeAt(start) === ascii.LESS;
  const end = angled ? endOfAngled(source, start + 1) : endOfBare(source, start);
  if (end < 0) return undefined;
  const href = unescapeText(angled ? source.slice(start + 1, end) : source.slice(start, end));
  const after = angled ? end + 1 : end;
  let next = skipBlanks(source, after);
  if (source.charCodeAt(next) === ascii.CLOSE_PAREN) return { href, title: '', end: next + 1 };
  const closing = next > after ? endOfTitle(source, next) : -1;
  if (closing < 0) return undefined;
  const title = unescapeText(source.slice(next + 1, closing));
  next = skipBlanks(source, closing + 1);
  return source.charCodeAt(next) === ascii.CLOSE_PAREN ? { href, title, end: next + 1 } : undefined;
}

/** The offset of the bracket that closes the label of a link at `at`; -1 if there is no label. */
export function endOfLabel(source: string, at: number): number {
  const limit = Math.min(source.length, at + 2 + MAX_LABEL);
  for (let end = at + 1; end < limit; end++) {
    const code = source.charCodeAt(end);
    if (code === ascii.CLOSE_BRACKET) return end;
    if (code === ascii.OPEN_BRACKET) return -1;
    if (code === ascii.BACKSLASH) end++;
  }
  return -1;
}

/** A label as labels are compared: Unicode case fold, blanks collapsed. As marked has it for definitions. */
export const labelKey = (label: string): string => {
  const lower = label.trim().replace(/\s+/g, ' ').toLowerCase();
  return ASCII.test(lower) ? lower : lower.toUpperCase().toLowerCase();
};

const ASCII = /^[ -~]*$/;

function skipBlanks(source: string, at: number): number {
  for (; ; at++) {
    const code = source.charCodeAt(at);
    if (code !== ascii.SPACE && code !== ascii.NEWLINE && code !== ascii.TAB) return at;
  }
}

/** The offset of the `>` that ends a destination; -1 without one. */
function endOfAngled(source: string, at: number): number {
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === ascii.GREATER) return at;
    if (code === ascii.LESS || code === ascii.NEWLINE) return -1;
    if (code === ascii.BACKSLASH) at++;
  }
  return -1;
}

/** The offset after a destination without angle brackets, which may be empty; -1 if its parentheses are not balanced. */
function endOfBare(source: string, at: number): number {
  let depth = 0;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code <= ascii.SPACE || code === 127) break;
    if (code === ascii.OPEN_PAREN && ++depth > MAX_PARENTHESES) return -1;
    if (code === ascii.CLOSE_PAREN && --depth < 0) return at;
    if (code === ascii.BACKSLASH && source.charCodeAt(at + 1) > ascii.SPACE) at++;
  }
  return depth === 0 ? at : -1;
}

/** The offset of what closes the title that begins at `at`; -1 if there is none. */
function endOfTitle(source: string, at: number): number {
  const opening = source.charCodeAt(at);
  if (opening !== ascii.DOUBLE_QUOTE && opening !== ascii.SINGLE_QUOTE && opening !== ascii.OPEN_PAREN)
    return -1;
  const closing = opening === ascii.OPEN_PAREN ? ascii.CLOSE_PAREN : opening;
  for (let end = at + 1; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (code === closing) return end;
    if (code === ascii.OPEN_PAREN && opening === ascii.OPEN_PAREN) return -1;
    if (code === ascii.BACKSLASH) end++;
  }
  return -1;
}

/** Text with its backslash escapes and entities decoded. */
function unescapeText(text: string): string {
  if (!text.includes('\\')) return decodeEntities(text);
  return text.replace(ESCAPE, (piece, escaped?: string) => escaped ?? decodeEntities(piece));
}

const ESCAPE = /\\([!-/:-@[-`{-~])|\\|[^\\]+/g;
