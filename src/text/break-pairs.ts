import * as c from './break-class.ts';

/** Where a line may break between two characters: even without a blank, only at a blank, or never. */
export const ANYWHERE = 0;
const AT_BLANK = 1;
export const NEVER = 2;

/**
 * The pair table of UAX #14 for running text: `PAIRS[before * CLASSES + after]`. Unless set otherwise below, lines break at
 * blanks only. It is stricter than the standard in one respect: there is no break inside what readers see as one word
 * (“a…b”, “Yahoo!s”, “et/ou”, before a dash).
 */
export const PAIRS = new Uint8Array(c.CLASSES * c.CLASSES).fill(AT_BLANK);

const EVERY = Array.from({ length: c.CLASSES }, (_, index) => index);
const set = (before: readonly number[], after: readonly number[], value: number): void => {
  for (const one of before) for (const other of after) PAIRS[one * c.CLASSES + other] = value;
};

const WORDS = [c.LETTER, c.DIGIT, c.PREFIX, c.POSTFIX, c.COMPLEX];
const EAST_ASIAN = [c.IDEOGRAPH, c.NONSTARTER, c.CLOSE_WIDE];

// LB31 for ideographs: a break on either side, unless a rule below forbids it.
set(EAST_ASIAN, [...WORDS, c.IDEOGRAPH, c.OPEN, c.OPEN_WIDE, c.QUOTE_OPEN], ANYWHERE);
set(
  [...WORDS, c.CLOSE, c.QUOTE_CLOSE, c.EXCLAMATION, c.INFIX, c.ELLIPSIS],
  [c.IDEOGRAPH, c.OPEN_WIDE],
  ANYWHERE,
);
// LB21 and LB20a: a break after a hyphen or a dash. `break.ts` handles those that begin a word or precede a number.
set([c.HYPHEN, c.DASH], [...WORDS, c.IDEOGRAPH, c.OPEN, c.OPEN_WIDE, c.QUOTE_OPEN], ANYWHERE);
// LB23a, LB24, LB25: signs stay with their number.
set([c.PREFIX], [c.IDEOGRAPH], AT_BLANK);
set([c.IDEOGRAPH], [c.POSTFIX], AT_BLANK);
// LB13: no line begins with closing punctuation.
set(EVERY, [c.CLOSE, c.CLOSE_WIDE, c.EXCLAMATION, c.INFIX, c.SLASH], NEVER);
// LB11.
set(EVERY, [c.WORD_JOINER], NEVER);
// LB14: no line ends with an opening mark.
set([c.OPEN, c.OPEN_WIDE], EVERY, NEVER);
// LB1: between words of scripts without spaces, as far as the dictionary confirms them.
set([c.COMPLEX], [c.COMPLEX], ANYWHERE);
// LB8.
set([c.ZERO_SPACE], EVERY, ANYWHERE);
