/**
 * Characters that must not reach a terminal: all that Unicode calls a control, a format character or ignorable, but for a
 * soft hyphen and a single joiner, which serve.
 */
const FORBIDDEN = new RegExp(
  [
    '(?!\\n|\\xad|\\u200c|\\u200d|\\u2060)[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{NChar}\\p{DI}]',
    '(?:\\u200c|\\u200d|\\u2060){2}',
  ].join('|'),
  'u',
);

/** Visible signs that Unicode counts among the format characters, and selectors and joiners where they change a character. */
const SERVING =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]|(?<=[\u1820-\u18aa])[\u180b-\u180f]+|(?<=\p{Ideographic})[\u{e0100}-\u{e01ef}]|(?<=(?![\0-\x7f])[\p{L}\p{S}\p{P}\p{Emoji}])[\ufe00-\ufe0f]|(?<=0)[\ufe00-\ufe0d]|(?<=[\d#*])[\ufe0e\ufe0f](?=\u20e3)/gu;

/** What a text has that must not reach a terminal, and the characters around it; undefined if it has nothing. */
export function forbidden(text: string): string | undefined {
  const rest = text.replace(SERVING, '');
  const found = FORBIDDEN.exec(rest);
  return found
    ? `${JSON.stringify(found[0])} in ${JSON.stringify(rest.slice(Math.max(0, found.index - 30), found.index + 30))}`
    : undefined;
}
