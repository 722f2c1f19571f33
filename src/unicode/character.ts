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

/** Characters that take two cells. As in UAX #11, unassigned code points among them are wide as well. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;

/**
 * The most frequent characters (Latin, Greek, Cyrillic, punctuation, arrows, lines and shapes), which take one cell and do not
 * combine. Most texts have no others, and spare the patterns with `\p{…}`, which take a tenth of a millisecond to compile.
 */
export const ORDINARY =
  /[\u0020-\u007e\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u200a\u2010-\u2027\u202f-\u203b\u203d-\u2048\u204a-\u205e\u2070-\u20cf\u213a-\u2193\u219a-\u21a8\u21ab-\u2319\u2500-\u25a9\u25c1-\u25fa\u2605-\u260d\u260f-\u2610]/;

/** ☑, which is frequent in task lists. */
const TICKED = 0x2611;

const KNOWN = 0x80;
const FIRST_UNCACHED = 0x20000;
/** By code point: KNOWN, the class in bits 2–5, the cells in bits 0–1; 0 if it has not been seen yet. */
const cache = new Uint8Array(FIRST_UNCACHED);

function lookUp(point: number): number {
  const known = point < FIRST_UNCACHED ? cache[point]! : 0;
  if (known !== 0) return known;
  const character = String.fromCodePoint(point);
  const found = KNOWN | (ORDINARY.test(character) ? (OTHER << 2) | 1 : determine(point, character));
  if (point < FIRST_UNCACHED) cache[point] = found;
  return found;
}

function determine(point: number, character: string): number {
  if (point === TICKED) return (PICTOGRAPH << 2) | 1;
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
  if (WIDE.test(character)) return 2;
  return /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}

/** The cells of a single character: 0, 1 or 2. */
export const cellsOf = (point: number): number => lookUp(point) & 3;

/** The grapheme cluster class of a character. */
export const classOf = (point: number): number => (lookUp(point) >> 2) & 15;
