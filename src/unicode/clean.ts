/**
 * The only door for untrusted text. Nothing that passes here can be a control on a terminal: C0 and C1 controls other
 * than tab and newline, DEL, bidi overrides and isolates (Trojan Source, CVE-2021-42574), invisible format
 * characters and tags are taken out; an escape character takes its whole sequence (ECMA-48) along. A sequence that
 * nothing ends takes its first characters only, not the text behind it. Line ends that are no newline become blanks,
 * half characters U+FFFD.
 *
 * Kept, because text needs them: ZWJ and variation selectors (emoji), ZWNJ, no-break spaces, U+2060, soft hyphens, and
 * the Arabic and Indic number signs, which show.
 *
 * The time is linear in the text.
 */
export function clean(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  suspect ??= new RegExp(`${CONTROL}|\\p{Cs}|${FORMAT}`, 'u');
  if (!suspect.test(text)) return text;
  invisible ??= new RegExp(`${CONTROL}|${FORMAT}`, 'gu');
  return text.replace(SEQUENCE, '').replace(BREAK, ' ').replace(invisible, '').toWellFormed();
}

/** What most texts are not made of; the others do without the patterns below, which take milliseconds to compile. */
const UNUSUAL =
  /[^\t\n -~\xa0-\xac\xae-\u02ff\u0370-\u05ff\u2010-\u2027\u202f-\u205e\u20a0-\u2bff\u3000-\u312f\u3400-\u9fff\uac00-\ud7a3]/;
let suspect: RegExp | undefined;
let invisible: RegExp | undefined;

const FORMAT =
  '(?![\\u00ad\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u200c\\u200d\\u2060\\u{110bd}\\u{110cd}])\\p{Cf}';
const CONTROL =
  '[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u2061-\\u206f\\u3164\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]';
const BREAK = /\r(?!\n)|[\v\f\x85\u2028\u2029]/g;

/**
 * Escape sequences: CSI; OSC, DCS, SOS, PM and APC up to their terminator, which has to come before the line ends and
 * another begins; other two-character ones. The 8-bit forms are as often text in a wrong encoding: of these, CSI needs
 * a parameter and the others a terminator.
 */
const SEQUENCE = new RegExp(
  [
    '\\x1b\\[[0-?]*[ -/]*[@-~]',
    '\\x9b[0-?]+[ -/]*[@-~]',
    '(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^\\x07\\x1b\\x90\\x98\\x9c-\\x9f\\n]*(?:\\x07|\\x1b\\\\|\\x9c)',
    '\\x1b[ -/]*[0-~]?',
  ].join('|'),
  'g',
);

/** `clean` for what stands on one line (titles, names, tags): white space becomes single spaces. */
export function cleanLine(text: string): string {
  return clean(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim();
}
