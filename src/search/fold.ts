/**
 * What each UTF-16 unit is to the analysis: a letter with its folded form, a digit, a joiner, a separator.
 *
 * Folding is lower case, then compatibility decomposition (Unicode NFKD) without the accents, for Latin, Greek and
 * Cyrillic; letters that Unicode does not decompose but that are typed in two (œ, æ, ß, þ) or without their
 * stroke (ø, đ, ł) have a row of their own. Units are classified the first time they are seen: a table that
 * is filled in advance would cost more at start than most texts need.
 */

export const Kind = {
  unseen: 0,
  separator: 1,
  /** Folds to one unit, with at most one accent. */
  letter: 2,
  digit: 3,
  /** A combining accent of the letter before it. */
  accent: 4,
  apostrophe: 5,
  hyphen: 6,
  /** Invisible inside words: soft hyphen, joiners, variation selectors. */
  ignored: 7,
  /** Written without blanks: tokens are pairs of characters. */
  cjk: 8,
  /** Folds to several units or carries several accents: see `foldedOf`. */
  complex: 9,
  /** First half of a surrogate pair. */
  surrogate: 10,
} as const;

export interface Folded {
  readonly units: readonly number[];
  /** Accent numbers, one list for each unit. */
  readonly accents: readonly (readonly number[])[];
}

/** Number of an accent that has no number of its own. */
const OTHER_ACCENT = 15;
/** Grave, acute, circumflex, tilde, diaeresis, ring, caron, cedilla, ogonek, macron, breve, dot above. */
const ACCENTS = [0x300, 0x301, 0x302, 0x303, 0x308, 0x30a, 0x30c, 0x327, 0x328, 0x304, 0x306, 0x307];

/** Letters that NFKD leaves whole. */
const OPENED: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  þ: 'th',
  ð: 'd',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};

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

/** The number (1–15) of the accent of a `letter` or `accent` that `kindOf` has seen; 0 for none. */
export const accentOf = (unit: number): number => accents[unit]!;

/** What a `complex` code point becomes. */
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
  if (isIgnored(unit)) return Kind.ignored;
  if (isAccent(unit)) {
    accents[unit] = accentNumber(unit);
    return Kind.accent;
  }
  if (unit < 0x80) return asciiClassOf(unit);
  if (isSign(unit)) return Kind.separator;
  const char = String.fromCharCode(unit);
  if (isPaired(char)) {
    folds[unit] = unit;
    return Kind.cjk;
  }
  return lettersOf(unit, char);
}

function asciiClassOf(unit: number): number {
  const lower = unit | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) {
    folds[unit] = lower;
    return Kind.letter;
  }
  folds[unit] = unit;
  return unit >= 0x30 && unit <= 0x39 ? Kind.digit : Kind.separator;
}

/** Where Unicode has no letters and no digits: told without its tables, which take milliseconds to compile. */
const SIGNS: readonly (readonly [first: number, last: number])[] = [
  [0x80, 0xa9],
  [0xab, 0xb1],
  [0xb6, 0xb8],
  [0x2000, 0x206f],
  [0x20a0, 0x20cf],
  [0x2190, 0x245f],
  [0x2500, 0x2775],
];
const isSign = (unit: number): boolean => SIGNS.some(([first, last]) => unit >= first && unit <= last);

/** Letters of Latin scripts, told likewise: U+00C0–U+024F. */
const isLatin = (unit: number): boolean => unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7;

function lettersOf(unit: number, char: string): number {
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
 * Folds a code point outside the Basic Multilingual Plane; undefined for what is not a letter or a digit.
 * Mathematical letters become plain ones by NFKD, ideographs are `cjk` (one unit list, no accents).
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
  const opened = OPENED[lower] ?? lower;
  const decomposed =
    isLatin(char.charCodeAt(0)) ||
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{N}]/u.test(char)
      ? opened.normalize('NFKD').toLowerCase()
      : opened;
  const units: number[] = [];
  const marks: number[][] = [];
  for (const unit of unitsOf(decomposed)) {
    if (isAccent(unit)) marks.at(-1)?.push(accentNumber(unit));
    else if (unit !== 0x2044 && unit !== 0x2bc) {
      units.push(OPENED[String.fromCharCode(unit)]?.charCodeAt(0) ?? unit);
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

/** The combining character of accent number `accent`; empty for one that has no number of its own. */
export function accentChar(accent: number): string {
  const unit = ACCENTS[accent - 1];
  return unit === undefined ? '' : String.fromCharCode(unit);
}

/** Accents that fold away. Vowel signs of Indic scripts, Thai and others are parts of the word and are kept. */
function isAccent(unit: number): boolean {
  return (
    (unit >= 0x300 && unit <= 0x36f) ||
    (unit >= 0x1ab0 && unit <= 0x1aff) ||
    (unit >= 0x1dc0 && unit <= 0x1dff) ||
    (unit >= 0x20d0 && unit <= 0x20ff) ||
    (unit >= 0x483 && unit <= 0x487) ||
    (unit >= 0x591 && unit <= 0x5bd) ||
    (unit >= 0x64b && unit <= 0x65f) ||
    unit === 0x670 ||
    (unit >= 0xfe20 && unit <= 0xfe2f && unit !== 0xfe2e)
  );
}

const isIgnored = (unit: number): boolean =>
  unit === 0xad ||
  unit === 0x200c ||
  unit === 0x200d ||
  unit === 0x2060 ||
  unit === 0xfeff ||
  (unit >= 0xfe00 && unit <= 0xfe0f);

/** Whether the first character of `char` is written without blanks. */
export const isPaired = (char: string): boolean =>
  // None is before, and the pattern takes long to compile.
  char.charCodeAt(0) >= 0x1100 &&
  (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char) || char === 'ー');
