import * as ascii from './ascii.ts';
import { characterClass, OTHER, WHITE_SPACE } from './punctuation.ts';

/** Characters that end the sentence around an address, not the address. */
const TRAILING = new Set(Array.from('?!.,:*_~\'">»”’…', (char) => char.charCodeAt(0)));

/** The offset after a bare web address whose host begins at `at`, by GitHub's rules; -1 if there is none. */
export function endOfAddress(source: string, at: number, inBrackets: boolean): number {
  const host = endOfHost(source, at);
  if (host < 0) return -1;
  let end = host;
  for (; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (
      code <= 32 ||
      code === ascii.LESS ||
      code === ascii.BACKTICK ||
      (inBrackets && code === ascii.CLOSE_BRACKET)
    )
      break;
    if (code >= 0x80 && characterClass(code) === WHITE_SPACE) break;
  }
  return withoutTrailing(source, at, end);
}

/** The offset after a host; -1 if there is none. The last two parts of its name hold no underscore. */
function endOfHost(source: string, at: number): number {
  let end = at;
  while (isHostCharacter(source.charCodeAt(end))) end++;
  // At its end they close an emphasis.
  while (end > at && source.charCodeAt(end - 1) === ascii.UNDERSCORE) end--;
  const host = source.slice(at, end);
  if (host === '' || host.startsWith('.')) return -1;
  const last = host.includes('_') ? host.split('.').slice(-2) : [];
  return last.some((part) => part.includes('_')) ? -1 : end;
}

const isHostCharacter = (code: number): boolean =>
  code < 0x80 ? isDomainCharacter(code) : code >= 0xc0 && characterClass(code) === OTHER;

const isDomainCharacter = (code: number): boolean =>
  ascii.isLetter(code) ||
  ascii.isDigit(code) ||
  code === ascii.DOT ||
  code === ascii.HYPHEN ||
  code === ascii.UNDERSCORE;

/** The end of an address without the punctuation, entities and unmatched parentheses it ends with; -1 if that is all. */
function withoutTrailing(source: string, start: number, address: number): number {
  let end = address;
  /** Closing parentheses more than opening ones. */
  let surplus = surplusOf(source, start, end);
  while (end > start) {
    const code = source.charCodeAt(end - 1);
    if (code === ascii.CLOSE_PAREN && surplus > 0) surplus--;
    else if (code === ascii.OPEN_PAREN) surplus++;
    else if (code === ascii.SEMICOLON) end = startOfEntity(source, end) + 1;
    else if (!TRAILING.has(code)) return end;
    end--;
  }
  return -1;
}

/** Where the entity begins that ends before `end` with a semicolon; the semicolon without one. */
function startOfEntity(source: string, end: number): number {
  let at = end - 2;
  while (ascii.isLetter(source.charCodeAt(at)) || ascii.isDigit(source.charCodeAt(at))) at--;
  return at < end - 2 && source[at] === '&' ? at : end - 1;
}

function surplusOf(source: string, start: number, end: number): number {
  let surplus = 0;
  for (let at = start; at < end; at++) {
    if (source[at] === ')') surplus++;
    else if (source[at] === '(') surplus--;
  }
  return surplus;
}

/** Where `http`, `https` or `ftp` begins that ends at `colon`, not before `floor`; -1 if it is none of them. */
export function startOfScheme(source: string, colon: number, floor: number): number {
  let start = colon;
  while (start > floor && colon - start < 6 && ascii.isLetter(source.charCodeAt(start - 1))) start--;
  return SCHEMES.has(source.slice(start, colon).toLowerCase()) ? start : -1;
}

const SCHEMES = new Set(['http', 'https', 'ftp']);

/**
 * An e-mail address without markup, around its `@`; `mailto:` and `xmpp:` before it belong to it.
 *
 * @param floor where it may begin at the earliest
 * @param inEmphasis whether a `_` after it may close an emphasis
 */
export function emailAt(
  source: string,
  at: number,
  floor: number,
  inEmphasis: boolean,
): { readonly start: number; readonly end: number; readonly scheme: boolean } | undefined {
  let start = at;
  while (start > floor && isLocalCharacter(source.charCodeAt(start - 1))) start--;
  const end = start < at ? endOfDomain(source, at + 1, inEmphasis) : -1;
  if (end < 0) return undefined;
  const scheme = /(?:^|[^a-z0-9])(mailto|xmpp):$/i.exec(source.slice(Math.max(floor, start - 8), start))?.[1];
  if (!scheme) return { start, end, scheme: false };
  RESOURCE.lastIndex = end;
  const resource = scheme.toLowerCase() === 'xmpp' && RESOURCE.test(source);
  return { start: start - scheme.length - 1, end: resource ? RESOURCE.lastIndex : end, scheme: true };
}

const RESOURCE = /\/[A-Za-z0-9@.]+/y;

const isLocalCharacter = (code: number): boolean => isDomainCharacter(code) || code === ascii.PLUS;

/** The offset after the domain of an e-mail address: it has a dot in it, and ends in a letter or a digit. */
function endOfDomain(source: string, at: number, inEmphasis: boolean): number {
  let end = at;
  let dots = 0;
  for (; isDomainCharacter(source.charCodeAt(end)); end++) if (source.charCodeAt(end) === ascii.DOT) dots++;
  for (; source.charCodeAt(end - 1) === ascii.DOT; end--) dots--;
  if (inEmphasis) while (source.charCodeAt(end - 1) === ascii.UNDERSCORE) end--;
  const last = source.charCodeAt(end - 1);
  return dots > 0 && source.charCodeAt(at) !== ascii.DOT && (ascii.isLetter(last) || ascii.isDigit(last))
    ? end
    : -1;
}
