/**
 * Letters and sentences by cheap means. A pattern with `\p{…}` takes about a millisecond to compile, and reading a short
 * text meets each pattern a few times only, so that all of it would be compiling.
 */

export const isLower = (character = ''): boolean =>
  character === character.toLowerCase() && character !== character.toUpperCase();

export const isUpper = (character = ''): boolean =>
  character === character.toUpperCase() && character !== character.toLowerCase();

/** Letters of all scripts, nearly: what stands beyond the blocks of punctuation and symbols counts as one. */
const LETTER = 'A-Za-zªµº\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\uffdc';
const WORD_CHARACTER = new RegExp(`[${LETTER}0-9]`);
const TWO_LETTERS = new RegExp(`[${LETTER}]{2}`);
const LONG_WORDS = new RegExp(`[${LETTER}]{3,}`, 'g');

export const hasWord = (text: string): boolean => WORD_CHARACTER.test(text);
export const hasTwoLetters = (text: string): boolean => TWO_LETTERS.test(text);
/** Words of three letters and more. */
export const longWords = (text: string): string[] => text.match(LONG_WORDS) ?? [];

/** Ends a sentence, closing quotation marks and brackets after it aside. */
const SENTENCE_END = /[.!?…:;][\s"'»”’)\]]*$/;
const NEXT_SENTENCE = /([.!?…]+)["»”)]*\s+["«“(]*(\S)/g;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-8));

/** The signs that end the sentences of a text but the last: `.`, `?!`, … */
export function innerEnds(text: string): string[] {
  const ends: string[] = [];
  for (const [, end, next] of text.matchAll(NEXT_SENTENCE)) if (isUpper(next)) ends.push(end!);
  return ends;
}

/** The first character after quotation marks, brackets and dashes. */
export function firstLetter(text: string): string | undefined {
  return /^["'«“‘(\s-]*(\S)/.exec(text.slice(0, 12))?.[1];
}

/** All letters capitals, two of them in a row. */
export const isInCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase() && hasTwoLetters(text);
