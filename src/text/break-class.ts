/**
 * Line-breaking classes of characters, after UAX #14 (“Unicode Line Breaking Algorithm”), reduced to those that differ in
 * running text: for example, kana and emoji behave like ideographs, Hebrew and Hangul (which has spaces) like letters.
 */

/** Letters, and all characters without a rule of their own. */
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;
export const NEWLINE = 4;
/** No-break spaces and hyphens. */
export const GLUE = 5;
export const OPEN = 6;
export const OPEN_WIDE = 7;
export const CLOSE = 8;
export const CLOSE_WIDE = 9;
/** Quotation marks: opening (« “), closing (» ”), and ambiguous (" '). */
export const QUOTE_OPEN = 10;
export const QUOTE_CLOSE = 11;
export const QUOTE = 12;
/** ! and ?. */
export const EXCLAMATION = 13;
/** , . : ;. */
export const INFIX = 14;
export const SLASH = 15;
export const HYPHEN = 16;
/** Hyphens and dashes other than the ASCII one: a break may follow. */
export const DASH = 17;
export const ELLIPSIS = 18;
/** $ € №: they precede a number. */
export const PREFIX = 19;
/** % ° ‰: they follow a number. */
export const POSTFIX = 20;
export const IDEOGRAPH = 21;
/** Small kana, iteration marks and similar: they do not begin a line. */
export const NONSTARTER = 22;
export const SOFT_HYPHEN = 23;
/** U+200B. */
export const ZERO_SPACE = 24;
/** Combining marks, joiners, variation selectors: they belong to the character before. */
export const COMBINING = 25;
/** Half of a surrogate pair: see `pointClass` for the character. */
export const SURROGATE = 26;
/** Thai, Lao, Khmer, Burmese: scripts without spaces between words. */
export const COMPLEX = 27;

/** The word joiner: no break on either side, not even at a blank. */
export const WORD_JOINER = 28;

export const CLASSES = 29;

/** The class of each code point; 0 if `classOf` has not determined it yet. */
export const classes = new Uint8Array(0x110000);

const fill = (characters: string, value: number): void => {
  for (const character of characters) classes[character.codePointAt(0)!] = value;
};
/**
 * Letters, and signs that behave like letters, in the blocks used most. Patterns with `\p{…}`, as below, take a tenth of a
 * millisecond and more to compile.
 */
export const LETTERS: readonly (readonly [number, number])[] = [
  [0x00, 0x2ff],
  [0x370, 0x482],
  [0x48a, 0x52f],
  [0x1e00, 0x1fff],
  [0x2190, 0x2307],
  [0x2500, 0x25fc],
  [0x2600, 0x2613],
];
for (const [first, last] of LETTERS) classes.fill(LETTER, first, last + 1);
fill('0123456789', DIGIT);
fill(' \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f', SPACE);
fill('\n', NEWLINE);
fill('\u00a0\u202f\u2007\u2011\u034f', GLUE);
fill('\u2060', WORD_JOINER);
fill('([{¡¿‚„⸘', OPEN);
fill(')]}', CLOSE);
fill('「『（［｛〈《【〔〖〘〚｟｢', OPEN_WIDE);
fill('」』）］｝〉》】〕〗〙〛｠｣、。，．｡､', CLOSE_WIDE);
fill('«“‘‹‟‛', QUOTE_OPEN);
fill('»”’›', QUOTE_CLOSE);
fill('"\'', QUOTE);
fill('!?‼⁇⁈⁉', EXCLAMATION);
fill(',.:;', INFIX);
fill('！？', CLOSE_WIDE);
fill('：；', NONSTARTER);
fill('/', SLASH);
fill('-', HYPHEN);
fill('\u2010–—―\u2012', DASH);
fill('…‥', ELLIPSIS);
fill('$£¥€№+−±', PREFIX);
fill('%‰‱¢°′″‴℃℉', POSTFIX);
fill('ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶー々〻ゝゞヽヾ゛゜・〜', NONSTARTER);
fill('\u00ad', SOFT_HYPHEN);
fill('\u200b', ZERO_SPACE);

/** The class of a code point; `SURROGATE` for half of a pair. */
export function classOf(point: number): number {
  const known = classes[point]!;
  if (known !== 0) return known;
  const found = find(point);
  classes[point] = found;
  return found;
}

/** Whether a line may begin with a UTF-16 unit: not with closing punctuation. */
export function mayBegin(unit: number): boolean {
  const kind = classOf(unit);
  const closes = kind === CLOSE || kind === CLOSE_WIDE || kind === QUOTE_CLOSE || kind === NONSTARTER;
  return !(closes || kind === EXCLAMATION || kind === INFIX);
}

/** Whether a line may end with a UTF-16 unit: not with an opening mark. */
export function mayEnd(unit: number): boolean {
  const kind = classOf(unit);
  return kind !== OPEN && kind !== OPEN_WIDE && kind !== QUOTE_OPEN;
}

function find(point: number): number {
  if (point >= 0xd800 && point <= 0xdfff) return SURROGATE;
  const character = String.fromCodePoint(point);
  if (/[\p{M}\p{Emoji_Modifier}\u200c\u200d]/u.test(character)) return COMBINING;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Yi}]/u.test(character)) return IDEOGRAPH;
  if (/[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(character)) return COMPLEX;
  if (/[\p{Emoji_Presentation}]/u.test(character)) return IDEOGRAPH;
  if (/\p{Ps}/u.test(character)) return OPEN;
  if (/\p{Pe}/u.test(character)) return CLOSE;
  if (/\p{Pi}/u.test(character)) return QUOTE_OPEN;
  if (/\p{Pf}/u.test(character)) return QUOTE_CLOSE;
  if (/\p{Sc}/u.test(character)) return PREFIX;
  if (/\p{Pd}/u.test(character)) return DASH;
  return point >= 0x1f000 && point <= 0x1faff ? IDEOGRAPH : LETTER;
}
