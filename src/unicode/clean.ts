import { firstUnits } from './units.ts';

/**
 * Cleans untrusted text, all of which must pass here before it can reach the terminal. Removed are C0 and C1 controls except tab
 * and newline, DEL, bidi overrides and isolates (Trojan Source, CVE-2021-42574), whole escape sequences (ECMA-48), and invisible
 * characters, which can hide a message: format characters, tags, fillers, noncharacters, and selectors and joiners where they
 * change nothing. Of a sequence without an end only the first characters are removed, not the text after it. Line ends other
 * than newlines become spaces, as do blank Braille cells outside Braille; lone surrogates become U+FFFD.
 *
 * Kept are characters that text needs: a variation selector after a character that can have one (emoji, ideographs, Mongolian),
 * single joiners and non-joiners (emoji, Arabic and Indic scripts), no-break spaces, U+2060 where a line could break, soft
 * hyphens, and the Arabic and Indic number signs, which are visible.
 *
 * Takes time linear in the length of the text.
 */
export function clean(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  suspect ??= new RegExp(
    [...INVISIBLE, SELECTOR.source, JOINER.source, SPACE.source, '\\p{Cs}'].join('|'),
    'u',
  );
  if (!suspect.test(text)) return text;
  invisible ??= regExp(INVISIBLE);
  return withoutUseless(text.replace(SEQUENCE, '').replace(SPACE, ' ').replace(invisible, '')).toWellFormed();
}

/** Removes variation selectors and joiners where they change nothing. */
function withoutUseless(text: string): string {
  const hasJoiner = JOINER.test(text);
  let useful = hasJoiner ? text.replace(JOINERS, '$1') : text;
  if (SELECTOR.test(useful)) {
    selectors ??= regExp(SELECTORS);
    useful = useful.replace(selectors, '');
  }
  if (!hasJoiner) return useful;
  joiners ??= regExp(MISPLACED);
  return useful.replace(joiners, '');
}

const regExp = (alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'gu');

/** Characters that few texts have. Other texts do not need the patterns below, which take milliseconds to compile. */
const UNUSUAL =
  /[^\t\n -~\xa0-\xac\xae-\u02ff\u0370-\u05ff\u2010-\u2027\u202f-\u205e\u20a0-\u27ff\u2900-\u2bff\u3000-\u312f\u3400-\u9fff\uac00-\ud7a3]/;
let suspect: RegExp | undefined;
let invisible: RegExp | undefined;
let selectors: RegExp | undefined;
let joiners: RegExp | undefined;

/** Invisible characters wherever they stand, as alternatives of a pattern with the flag `u`. */
const INVISIBLE = [
  // Controls.
  '[\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029]',
  // Format characters, but for those that text needs.
  '(?![\\u00ad\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u180e\\u200c\\u200d\\u2060\\u{110bd}\\u{110cd}])\\p{Cf}',
  // The grapheme joiner and fillers, which are blank, and characters that are assigned to nothing.
  '[\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u2061-\\u206f\\u3164\\uffa0\\ufff0-\\ufffb\\u{e0000}-\\u{e00ff}\\u{e01f0}-\\u{e0fff}]',
  '\\p{Noncharacter_Code_Point}',
];

const EMOJI = '(?![\\0-\\x7f])[\\p{Emoji}\\p{S}]';

/**
 * Variation selectors where they select nothing: of Mongolian, of ideographs, and of emoji and other symbols. The patterns
 * look back from behind the selector, since looking back at each character of a text takes ten times as long.
 */
const SELECTORS = [
  '\\u180e(?<![\\u1820-\\u18aa][\\u180b-\\u180d]?.)|[\\u180b-\\u180d\\u180f](?<![\\u1820-\\u18aa].)',
  '[\\u{e0100}-\\u{e01ef}](?<!\\p{Ideographic}.)',
  '[\\ufe00-\\ufe0d](?<!(?:0|(?![\\0-\\x7f])[\\p{P}\\p{S}]|(?!\\p{Script=Latin})\\p{L}).)',
  `[\\ufe0e\\ufe0f](?<!${EMOJI}.)(?!(?<=[\\d#*].)\\u20e3)`,
];

/** Scripts that join letters or keep them apart: Hebrew to Myanmar, Khmer, Mongolian, and more of Asia and Africa. */
const JOINED =
  '[\\u0590-\\u109f\\u1780-\\u18af\\u1900-\\u1cff\\ua800-\\uabff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10a00}-\\u{11fff}\\u{1e900}-\\u{1e95f}]';
const ALPHABETIC = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}]';

/** Joiners where they join nothing: beside letters of other scripts, and inside a word, which has no break to prevent. */
const MISPLACED = [
  `[\\u200c\\u200d](?<!(?:${JOINED}|${EMOJI}\\ufe0f?).)(?!${JOINED})`,
  `\\u2060(?<=${ALPHABETIC}.)(?=${ALPHABETIC})`,
];

/** Line ends, and blank Braille cells that stand beside no other cell. */
const SPACE = /\r(?!\n)|[\v\f\x85\u2028\u2029]|(?<![\u2800-\u28ff])\u2800+(?![\u2800-\u28ff])/g;
const SELECTOR = /[\u180b-\u180f\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u;
const JOINER = /\u200c|\u200d|\u2060/;
const JOINERS = /(\u200c|\u200d|\u2060)(?:\u200c|\u200d|\u2060)+/g;

/**
 * Escape sequences: CSI; OSC, DCS, SOS, PM and APC up to their terminator, which must come before the end of the line and
 * before another sequence; other sequences of two characters. The 8-bit forms are often just text in a wrong encoding, so
 * CSI must have a parameter, and the others a terminator.
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

/**
 * Removes controls and escape sequences alone, as they belong to the output of a program for a terminal. What remains is
 * not clean: invisible characters may be left in it.
 */
export const withoutControls = (text: string): string =>
  UNUSUAL.test(text) ? text.replace(SEQUENCE, '').replace(SPACE, ' ').replace(CONTROLS, '') : text;

const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Cleans a text of one line (a title, a name, a tag): white space becomes single spaces. */
export function cleanLine(text: string): string {
  return clean(text)
    .replace(/[\t\n ]+/g, ' ')
    .trim();
}

/** UTF-16 units of a text in a message, and how many of them are its end. */
const LONGEST_EXCERPT = 300;
const ENDING = 100;

/**
 * Cleans a text that a message repeats: a word, a name or a path that was typed or received. A long one loses its middle, since
 * a path ends in the name of the file.
 */
export function cleanExcerpt(text: string): string {
  const line = cleanLine(text);
  if (line.length <= LONGEST_EXCERPT) return line;
  const beginning = firstUnits(line, LONGEST_EXCERPT - ENDING - 1).trimEnd();
  const ending = line
    .slice(-ENDING)
    .replace(/^[\udc00-\udfff]/, '')
    .trimStart();
  return cleanLine(`${beginning}…${ending}`);
}
