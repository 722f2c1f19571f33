/**
 * The width of characters in a terminal, and their classes for grapheme clusters (UAX #29). Classes come from the JavaScript
 * engine's Unicode tables, when a character is first seen. Wide ranges are those of UAX #11 (East Asian Width), which
 * regular expressions cannot query.
 */

/** Grapheme cluster classes. */
const OTHER = 0;
export const EXTEND = 1;
export const SPACING = 2;
export const REGIONAL = 3;
export const PICTOGRAPH = 4;
export const HANGUL_L = 5;
export const HANGUL_V = 6;
export const HANGUL_T = 7;
export const HANGUL_LV = 8;
export const HANGUL_LVT = 9;
export const JOINER = 10;
export const PREPEND = 11;
export const CONTROL = 12;

/** Ranges of characters that take two cells. As in UAX #11, unassigned code points in them are wide as well. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4c6],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18df2],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/**
 * Ranges of the most frequent characters (Latin, Greek, Cyrillic, punctuation, arrows, lines and shapes), which take one cell
 * and do not combine. For most texts they suffice, and no pattern with `\p{…}`, which takes a tenth of a millisecond and more,
 * has to be compiled.
 */
export const ORDINARY: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xa8],
  [0xaa, 0xac],
  [0xaf, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x1e00, 0x200a],
  [0x2010, 0x2027],
  [0x202f, 0x203b],
  [0x203d, 0x2048],
  [0x204a, 0x205e],
  [0x2070, 0x20cf],
  [0x213a, 0x2193],
  [0x219a, 0x21a8],
  [0x21ab, 0x2319],
  [0x2500, 0x25a9],
  [0x25c1, 0x25fa],
  [0x2605, 0x260d],
  [0x260f, 0x2610],
];

/** ☑, which is frequent in task lists. */
const TICKED = 0x2611;

const isWithin = (ranges: typeof ORDINARY, point: number): boolean =>
  ranges.some(([first, last]) => point >= first && point <= last);

const KNOWN = 0x80;
const FIRST_UNCACHED = 0x20000;
/** By code point: KNOWN, the class in bits 2–5, the cells in bits 0–1; 0 if it has not been seen yet. */
const cache = new Uint8Array(FIRST_UNCACHED);

function lookUp(point: number): number {
  const known = point < FIRST_UNCACHED ? cache[point]! : 0;
  if (known !== 0) return known;
  const found = isWithin(ORDINARY, point) ? KNOWN | (OTHER << 2) | 1 : KNOWN | determine(point);
  if (point < FIRST_UNCACHED) cache[point] = found;
  return found;
}

function determine(point: number): number {
  if (point === TICKED) return (PICTOGRAPH << 2) | 1;
  const character = String.fromCodePoint(point);
  const join = classify(point, character);
  return (join << 2) | measure(point, character, join);
}

function classify(point: number, character: string): number {
  if (point === 0x200d) return JOINER;
  // Symbols (U+2100 to U+2BFF) never extend.
  if ((point < 0x2100 || point > 0x2bff) && /[\p{Grapheme_Extend}\p{Emoji_Modifier}]/u.test(character))
    return EXTEND;
  if (point >= 0x1f1e6 && point <= 0x1f1ff) return REGIONAL;
  if (/\p{Extended_Pictographic}/u.test(character)) return PICTOGRAPH;
  // Thai and Lao SARA AM are letters that combine with the one before.
  if (point === 0xe33 || point === 0xeb3 || /\p{Mc}/u.test(character)) return SPACING;
  if (isPrepend(point)) return PREPEND;
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character)) return CONTROL;
  return hangulClass(point);
}

const HANGUL: readonly (readonly [hangul: number, first: number, last: number])[] = [
  [HANGUL_L, 0x1100, 0x115f],
  [HANGUL_L, 0xa960, 0xa97c],
  [HANGUL_V, 0x1160, 0x11a7],
  [HANGUL_V, 0xd7b0, 0xd7c6],
  [HANGUL_T, 0x11a8, 0x11ff],
  [HANGUL_T, 0xd7cb, 0xd7fb],
];

function hangulClass(point: number): number {
  if (point >= 0xac00 && point <= 0xd7a3) return (point - 0xac00) % 28 === 0 ? HANGUL_LV : HANGUL_LVT;
  return HANGUL.find(([, first, last]) => point >= first && point <= last)?.[0] ?? OTHER;
}

/** Whether a character is a number sign that precedes its digits (Arabic, Syriac, Kaithi). */
const isPrepend = (point: number): boolean =>
  (point >= 0x600 && point <= 0x605) || point === 0x6dd || point === 0x70f || point === 0x110bd;

function measure(point: number, character: string, join: number): number {
  if (point >= 0x1f3fb && point <= 0x1f3ff) return 2;
  if (join === EXTEND) return /\p{Mc}/u.test(character) ? 1 : 0;
  if (join === JOINER || join === CONTROL || join === HANGUL_V || join === HANGUL_T) return 0;
  if (join === REGIONAL) return 1;
  if (isWithin(WIDE, point)) return 2;
  return /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}

/** The cells of a single character: 0, 1 or 2. */
export const cellsOf = (point: number): number => lookUp(point) & 3;

/** The grapheme cluster class of a character. */
export const classOf = (point: number): number => (lookUp(point) >> 2) & 15;
