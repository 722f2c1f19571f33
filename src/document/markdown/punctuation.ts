/** What a character is to the delimiters of emphasis beside it (CommonMark 0.31, "Unicode punctuation character"). */
export const OTHER = 0;
export const WHITE_SPACE = 1;
export const PUNCTUATION = 2;

/** Punctuation and symbols, `\p{P}` and `\p{S}`, among common characters: pairs of first and last. */
const SIGNS = [
  ...[0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e, 0xa1, 0xa9, 0xab, 0xac, 0xae, 0xb1, 0xb4, 0xb4],
  ...[0xb6, 0xb8, 0xbb, 0xbb, 0xbf, 0xbf, 0xd7, 0xd7, 0xf7, 0xf7],
  ...[0x2010, 0x2027, 0x2030, 0x205e, 0x20a0, 0x20bf, 0x2190, 0x2429, 0x2500, 0x2775, 0x2794, 0x27ff],
  ...[0x3001, 0x3003, 0x3008, 0x3011, 0xff01, 0xff0f, 0x1f300, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f90c, 0x1f9ff],
];

/** Common letters: Latin, Cyrillic, kana, Han, Hangul; and variation selectors, which follow emoji. */
const LETTERS = [
  ...[0x100, 0x2c1, 0x400, 0x481, 0x48a, 0x52f, 0x5d0, 0x5ea, 0x3041, 0x3096, 0x30a1, 0x30fa],
  ...[0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xfe00, 0xfe0f],
];

const includes = (ranges: readonly number[], code: number): boolean => {
  for (let index = 0; index < ranges.length; index += 2)
    if (code >= ranges[index]! && code <= ranges[index + 1]!) return true;
  return false;
};

/** The classes of Latin-1. */
const LATIN = new Uint8Array(0x100);
for (const code of [9, 10, 11, 12, 13, 0x20, 0xa0]) LATIN[code] = WHITE_SPACE;
for (let index = 0; SIGNS[index]! < LATIN.length; index += 2)
  LATIN.fill(PUNCTUATION, SIGNS[index], SIGNS[index + 1]! + 1);

/** The class of a code point. Rare characters are looked up by `\p{…}`, whose pattern takes long to compile. */
export function characterClass(code: number): number {
  if (code < LATIN.length) return LATIN[code]!;
  if (includes(LETTERS, code)) return OTHER;
  if (includes(SIGNS, code)) return PUNCTUATION;
  if (isSpace(code)) return WHITE_SPACE;
  rare ??= /[\p{P}\p{S}]/u;
  return rare.test(String.fromCodePoint(code)) ? PUNCTUATION : OTHER;
}

let rare: RegExp | undefined;

/** Whether a code point above Latin-1 is a space, `\p{Zs}`, or parts lines. */
const isSpace = (code: number): boolean =>
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0x1680 ||
  code === 0x2028 ||
  code === 0x2029;

/** The characters that French and English texts are made of. */
const COMMON = /^[\t\n -~\xa0-\u02c1\u2010-\u2027\u202f-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u257f]*$/;

/** Whether a text holds common characters only. */
export const isCommon = (text: string): boolean => COMMON.test(text);
