import * as c from './break-class.ts';

/** What may happen between two characters: a break even without a blank, only over a blank, or never. */
export const ANYWHERE = 0;
const AT_BLANK = 1;
export const NEVER = 2;

/**
 * The pair table of UAX #14 for running text: `PAIRS[before * CLASSES + after]`. Without an exception below, a line
 * breaks at blanks only. Stricter than the standard in one respect: a break that it allows inside what a reader takes
 * for one word ("a…b", "Yahoo!s", "et/ou", before a dash) is not taken.
 */
export const PAIRS = new Uint8Array(c.CLASSES * c.CLASSES).fill(AT_BLANK);

const EVERY = Array.from({ length: c.CLASSES }, (_, index) => index);
const set = (before: readonly number[], after: readonly number[], value: number): void => {
  for (const one of before) for (const other of after) PAIRS[one * c.CLASSES + other] = value;
};

const WORDS = [c.LETTER, c.DIGIT, c.PREFIX, c.POSTFIX, c.COMPLEX];
const EAST_ASIAN = [c.IDEOGRAPH, c.NONSTARTER, c.CLOSE_WIDE];

// LB31 for ideographs: on either side of them, unless a rule below says no.
set(EAST_ASIAN, [...WORDS, c.IDEOGRAPH, c.OPEN, c.OPEN_WIDE, c.QUOTE_OPEN], ANYWHERE);
set(
  [...WORDS, c.CLOSE, c.QUOTE_CLOSE, c.EXCLAMATION, c.INFIX, c.ELLIPSIS],
  [c.IDEOGRAPH, c.OPEN_WIDE],
  ANYWHERE,
);
// LB21 and LB20a: after a hyphen or a dash; the scanner sees to those that begin a word or stand before a number.
set([c.HYPHEN, c.DASH], [...WORDS, c.IDEOGRAPH, c.OPEN, c.OPEN_WIDE, c.QUOTE_OPEN], ANYWHERE);
// LB23a, LB24, LB25: signs stay with what they count.
set([c.PREFIX], [c.IDEOGRAPH], AT_BLANK);
set([c.IDEOGRAPH], [c.POSTFIX], AT_BLANK);
// LB13: no line begins with closing punctuation, whatever stands before it.
set(EVERY, [c.CLOSE, c.CLOSE_WIDE, c.EXCLAMATION, c.INFIX, c.SLASH], NEVER);
// LB11.
set(EVERY, [c.WORD_JOINER], NEVER);
// LB14: none ends with an opening one.
set([c.OPEN, c.OPEN_WIDE], EVERY, NEVER);
// LB1: between words where no space shows them; the scanner asks a dictionary.
set([c.COMPLEX], [c.COMPLEX], ANYWHERE);
// LB8.
set([c.ZERO_SPACE], EVERY, ANYWHERE);
