/** Replacements of letters that Unicode does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Folds a text to compare titles and names: lower case, no accents, no ligatures, straight apostrophes. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return SIMPLE.test(lower) ? lower.replace(NOT_ASCII, foldSimple) : foldAny(lower);
}

const ASCII = /^[\0-\x7f]*$/;
const NOT_ASCII = /[^\0-\x7f]/g;
/** Latin letters and general punctuation: none of them changes with the characters around it. */
const SIMPLE = /^[\0-\u024f\u2000-\u206f]*$/;

const simple = new Map<string, string>();

/** Folds one of the characters of `SIMPLE`. Most accented texts have no others, and few different ones. */
function foldSimple(character: string): string {
  const known = simple.get(character);
  if (known !== undefined) return known;
  const folded = foldAny(character);
  simple.set(character, folded);
  return folded;
}

const foldAny = (lower: string): string =>
  lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[œæßøłđðþı]/g, (letter) => LETTERS[letter]!)
    .replace(/[’‘ʼ]/g, "'");

/** Unicode's blocks of combining marks for all scripts. A class like `\p{M}` takes a millisecond to compile. */
const MARKS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;

/** Characters of the longest slug. A file name can have 255 bytes. */
const LONGEST = 80;

/** The slug of a text: its ASCII words joined by hyphens, at most 80 characters, cut between words; perhaps empty. */
export function slugOf(text: string): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= LONGEST) return slug;
  const cut = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, cut > LONGEST / 2 ? cut : LONGEST);
}
