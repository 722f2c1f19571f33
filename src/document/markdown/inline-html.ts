import * as ascii from './ascii.ts';

/** An expression of JSX in braces is at most this long. */
const MAX_EXPRESSION = 1000;

const isBlank = (code: number): boolean =>
  code === ascii.SPACE || code === ascii.TAB || code === ascii.NEWLINE;

/** The offset after the name of the element that begins at `at`; `at` itself without one. */
export function endOfName(source: string, at: number): number {
  if (!ascii.isLetter(source.charCodeAt(at))) return at;
  let end = at + 1;
  for (; ; end++) {
    const code = source.charCodeAt(end);
    if (!ascii.isLetter(code) && !ascii.isDigit(code) && code !== ascii.HYPHEN) return end;
  }
}

/**
 * The offset after the opening tag whose name ends at `at`; -1 if it is no tag. As CommonMark defines it, and an
 * attribute may be an expression of JSX (`style={{a: 1}}`, `{...props}`).
 *
 * Time is linear in the source even if many tags have no end: outside of quotes a tag ends at the next `<`.
 */
export function endOfTag(source: string, at: number): number {
  for (;;) {
    const from = skipBlanks(source, at);
    const code = source.charCodeAt(from);
    if (code === ascii.GREATER) return from + 1;
    if (code === ascii.SLASH) return source.charCodeAt(from + 1) === ascii.GREATER ? from + 2 : -1;
    if (from === at) return -1;
    at = code === ascii.OPEN_BRACE ? endOfExpression(source, from) : endOfAttribute(source, from);
    if (at < 0) return -1;
  }
}

/** The offset after the closing tag whose name ends at `at`; -1 if it is no tag. */
export function endOfClosingTag(source: string, at: number): number {
  const end = skipBlanks(source, at);
  return source.charCodeAt(end) === ascii.GREATER ? end + 1 : -1;
}

function skipBlanks(source: string, at: number): number {
  while (isBlank(source.charCodeAt(at))) at++;
  return at;
}

function endOfAttribute(source: string, at: number): number {
  const end = endOfAttributeName(source, at);
  if (end === at) return -1;
  const equals = skipBlanks(source, end);
  if (source.charCodeAt(equals) !== ascii.EQUALS) return end;
  const value = skipBlanks(source, equals + 1);
  const code = source.charCodeAt(value);
  if (code === ascii.DOUBLE_QUOTE || code === ascii.SINGLE_QUOTE) {
    return source.indexOf(source[value]!, value + 1) + 1 || -1;
  }
  const expression = code === ascii.OPEN_BRACE ? endOfExpression(source, value) : -1;
  return expression < 0 ? endOfUnquoted(source, value) : expression;
}

function endOfAttributeName(source: string, at: number): number {
  const first = source.charCodeAt(at);
  if (!ascii.isLetter(first) && first !== ascii.UNDERSCORE && first !== ascii.COLON) return at;
  let end = at + 1;
  for (; ; end++) {
    const code = source.charCodeAt(end);
    // Letters, digits, and `_`, `:`, `.`, `-`.
    if (
      !ascii.isLetter(code) &&
      !ascii.isDigit(code) &&
      code !== 95 &&
      code !== 58 &&
      code !== 46 &&
      code !== 45
    )
      return end;
  }
}

function endOfUnquoted(source: string, at: number): number {
  let end = at;
  for (; end < source.length; end++) {
    const code = source.charCodeAt(end);
    if (
      isBlank(code) ||
      code === ascii.DOUBLE_QUOTE ||
      code === ascii.SINGLE_QUOTE ||
      code === ascii.BACKTICK
    )
      break;
    if (code === ascii.LESS || code === ascii.EQUALS || code === ascii.GREATER) break;
  }
  return end > at ? end : -1;
}

/** The offset after the brace that closes the one at `at`; -1 without one before the next `<`. */
export function endOfExpression(source: string, at: number): number {
  const limit = Math.min(source.length, at + MAX_EXPRESSION);
  let depth = 0;
  for (let end = at; end < limit; end++) {
    const code = source.charCodeAt(end);
    if (code === ascii.OPEN_BRACE) depth++;
    else if (code === ascii.CLOSE_BRACE && --depth === 0) return end + 1;
    else if (code === ascii.LESS) return -1;
  }
  return -1;
}
