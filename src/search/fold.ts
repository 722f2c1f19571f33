/**
 * Classes and folded forms of UTF-16 units, for tokenising.
 *
 * Folding is lower case, then compatibility decomposition (Unicode NFKD) without the accents, for Latin, Greek and
 * Cyrillic. Letters that Unicode does not decompose, but that are typed as two (œ, æ, ß, þ) or without their stroke
 * (ø, đ, ł), are in a table. Units are classified when they are first seen: filling the tables in advance would take
 * longer than most texts need.
 */

export const Kind = {
  unseen: 0,
  separator: 1,
  /** A letter that folds to one unit, with at most one accent. */
  letter: 2,
  digit: 3,
  /** A combining accent of the letter before it. */
  accent: 4,
  apostrophe: 5,
  hyphen: 6,
  /** Invisible in a word: soft hyphen, joiners, variation selectors. */
  ignored: 7,
  /** Scripts without blanks between words: tokens are pairs of characters. */
  cjk: 8,
  /** A letter that folds to several units or has several accents: see `foldedOf`. */
  complex: 9,
  /** First half of a surrogate pair. */
  surrogate: 10,
} as const;

export interface Folded {
  readonly units: readonly number[];
  /** Accent numbers, one list for each unit. */
  readonly accents: readonly (readonly number[])[];
}

/** The number of all accents that are not in `ACCENTS`. */
const OTHER_ACCENT = 15;
/** Grave, acute, circumflex, tilde, diaeresis, ring, caron, cedilla, ogonek, macron, breve, dot above. */
const ACCENTS = [0x300, 0x301, 0x302, 0x303, 0x308, 0x30a, 0x30c, 0x327, 0x328, 0x304, 0x306, 0x307];

/** Letters that NFKD does not decompose. */
const REPLACEMENTS: Readonly<Record<string, string>> = Object.fromEntries(
  'œ oe,æ ae,ß ss,þ th,ð d,ø o,đ d,ł l,ħ h,ı i,ŋ n,ς σ'.split(',').map((row) => row.split(' ')),
);

const kinds = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);
const accents = new Uint8Array(0x10000);
const complexes = new Map<number, Folded>();

/** The kind of a UTF-16 unit, one of `Kind`. */
export function kindOf(unit: number): number {
  return kinds[unit]! || classify(unit);
}

/** The folded unit of a `letter` or `digit` that `kindOf` has seen. */
export const foldOf = (unit: number): number => folds[unit]!;

/** The number (1–15) of the accent of a `letter` or `accent` that `kindOf` has seen; 0 for no accent. */
export const accentOf = (unit: number): number => accents[unit]!;

/** The folded form of a `complex` code point. */
export const foldedOf = (point: number): Folded | undefined => complexes.get(point);

function classify(unit: number): number {
  const kind = classOf(unit);
  kinds[unit] = kind;
  return kind;
}

function classOf(unit: number): number {
  if (unit === 0x27 || unit === 0x2019 || unit === 0x2bc || unit === 0xff07) return Kind.apostrophe;
  if (unit === 0x2d || unit === 0x2010 || unit === 0x2011) return Kind.hyphen;
  if (unit >= 0xd800 && unit <= 0xdbff) return Kind.surrogate;
  if (isIn(INVISIBLE, unit)) return Kind.ignored;
  if (isIn(COMBINING, unit)) {
    accents[unit] = accentNumber(unit);
    return Kind.accent;
  }
  if (unit < 0x80) return classifyAscii(unit);
  if (isIn(SIGNS, unit)) return Kind.separator;
  const char = String.fromCharCode(unit);
  if (isPaired(char)) {
    folds[unit] = unit;
    return Kind.cjk;
  }
  return classifyLetter(unit, char);
}

function classifyAscii(unit: number): number {
  const lower = unit | 0x20;
  const isLetter = lower >= 0x61 && lower <= 0x7a;
  folds[unit] = isLetter ? lower : unit;
  return isLetter ? Kind.letter : unit >= 0x30 && unit <= 0x39 ? Kind.digit : Kind.separator;
}

/** Whether a unit is in one of the ranges of `bounds`: the first and last unit of each, in turn. */
function isIn(bounds: readonly number[], unit: number): boolean {
  for (let i = 0; i < bounds.length; i += 2) if (unit >= bounds[i]! && unit <= bounds[i + 1]!) return true;
  return false;
}

/** Ranges without letters and digits, so that Unicode's tables, which take milliseconds to compile, are not needed. */
const SIGNS = [
  0x80, 0xa9, 0xab, 0xb1, 0xb6, 0xb8, 0x2000, 0x206f, 0x20a0, 0x20cf, 0x2190, 0x245f, 0x2500, 0x2775,
];
/** Ranges of accents that folding removes. Vowel signs of Indic scripts, Thai and others are kept. */
const COMBINING = [
  0x300, 0x36f, 0x483, 0x487, 0x591, 0x5bd, 0x64b, 0x65f, 0x670, 0x670, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff,
  0x20d0, 0x20ff, 0xfe20, 0xfe2d, 0xfe2f, 0xfe2f,
];
/** Ranges of characters that are invisible in a word. */
const INVISIBLE = [0xad, 0xad, 0x200c, 0x200d, 0x2060, 0x2060, 0xfe00, 0xfe0f, 0xfeff, 0xfeff];

/** Whether a unit is a Latin letter of U+00C0–U+024F. */
const isLatin = (unit: number): boolean => unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7;

function classifyLetter(unit: number, char: string): number {
  if (!isLatin(unit) && !/[\p{L}\p{N}\p{M}]/u.test(char)) return Kind.separator;
  const folded = foldChar(char);
  const [only] = folded.units;
  if (only === undefined) return Kind.ignored;
  if (folded.units.length > 1 || folded.accents[0]!.length > 1) {
    complexes.set(unit, folded);
    return Kind.complex;
  }
  folds[unit] = only;
  accents[unit] = folded.accents[0]![0] ?? 0;
  if (isLatin(unit)) return Kind.letter;
  return /\p{Nd}/u.test(String.fromCharCode(only)) ? Kind.digit : Kind.letter;
}

/**
 * Folds a code point outside the Basic Multilingual Plane; undefined if it is neither a letter nor a digit. NFKD turns
 * mathematical letters into plain ones. Ideographs are `cjk`, unchanged.
 */
export function foldAstral(point: number): { kind: number; folded: Folded } | undefined {
  const char = String.fromCodePoint(point);
  if (!/[\p{L}\p{N}]/u.test(char)) return undefined;
  let folded = complexes.get(point);
  if (!folded) {
    folded = isPaired(char) ? { units: unitsOf(char), accents: [[], []] } : foldChar(char);
    if (complexes.size < 5000) complexes.set(point, folded);
  }
  return { kind: isPaired(char) ? Kind.cjk : Kind.complex, folded };
}

function foldChar(char: string): Folded {
  const lower = char.toLowerCase();
  const replaced = REPLACEMENTS[lower] ?? lower;
  const decomposed =
    isLatin(char.charCodeAt(0)) ||
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{N}]/u.test(char)
      ? replaced.normalize('NFKD').toLowerCase()
      : replaced;
  const units: number[] = [];
  const marks: number[][] = [];
  for (const unit of unitsOf(decomposed)) {
    if (isIn(COMBINING, unit)) marks.at(-1)?.push(accentNumber(unit));
    else if (unit !== 0x2044 && unit !== 0x2bc) {
      units.push(REPLACEMENTS[String.fromCharCode(unit)]?.charCodeAt(0) ?? unit);
      marks.push([]);
    }
  }
  return { units, accents: marks };
}

const unitsOf = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

function accentNumber(unit: number): number {
  const index = ACCENTS.indexOf(unit);
  return index < 0 ? OTHER_ACCENT : index + 1;
}

/** The combining character of accent number `accent`; empty if the number does not tell which it is. */
export function accentChar(accent: number): string {
  const unit = ACCENTS[accent - 1];
  return unit === undefined ? '' : String.fromCharCode(unit);
}

/** Whether the script of `char`'s first character has no blanks between words. */
export const isPaired = (char: string): boolean =>
  // There are none below, and the pattern takes long to compile.
  char.charCodeAt(0) >= 0x1100 &&
  (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char) || char === 'ー');
