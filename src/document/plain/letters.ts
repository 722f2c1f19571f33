/**
 * Letters, words and sentences, without `\p{…}`: such a pattern takes about a millisecond to compile, and reading a short
 * text tries each pattern so few times that compiling would take most of the time.
 */

export const isLower = (character = ''): boolean =>
  character < '\x80'
    ? character >= 'a' && character <= 'z'
    : character === character.toLowerCase() && character !== character.toUpperCase();

export const isUpper = (character = ''): boolean =>
  character < '\x80'
    ? character >= 'A' && character <= 'Z'
    : character === character.toUpperCase() && character !== character.toLowerCase();

/** Letters of nearly all scripts: every character outside the blocks of punctuation and symbols counts as a letter. */
const LETTER = 'A-Za-zªµº\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\uffdc';
const WORD_CHARACTER = new RegExp(`[${LETTER}0-9]`);
const TWO_LETTERS = new RegExp(`[${LETTER}]{2}`);
const WORDS = new RegExp(`[${LETTER}0-9]\\S*`, 'g');
const LONG_WORDS = new RegExp(`[${LETTER}]{3,}`, 'g');

export const hasWord = (text: string): boolean => WORD_CHARACTER.test(text);
export const hasTwoLetters = (text: string): boolean => TWO_LETTERS.test(text);
/** How many of the parts between white space have a letter or a digit. */
export const countWords = (text: string): number => text.match(WORDS)?.length ?? 0;
/** Words of three letters and more. */
export const longWords = (text: string): string[] => text.match(LONG_WORDS) ?? [];

/** Punctuation at the end of a sentence, and the closing quotation marks and brackets after it. */
const SENTENCE_END = /[.!?…:;][\s"'»”’)\]]*$/;
const NEXT_SENTENCE = /(?<![.!?…])([.!?…]+)["»”)]*\s+["«“(]*(\S)/g;

export const endsSentence = (text: string): boolean => SENTENCE_END.test(text.slice(-8));

/** The punctuation that ends each sentence of a text except the last: `.`, `?!`, … */
export function innerEnds(text: string): string[] {
  if (!/[.!?…]/.test(text)) return [];
  const ends: string[] = [];
  for (const [, end, next] of text.matchAll(NEXT_SENTENCE)) if (isUpper(next)) ends.push(end!);
  return ends;
}

/** Whether the first character after quotation marks, brackets and dashes is a lower-case letter. */
export const startsLower = (text: string): boolean =>
  isLower(/^["'«“‘(\s-]*(\S)/.exec(text.slice(0, 12))?.[1]);

/** UTF-16 units of the first word. */
export function firstWordLength(text: string): number {
  const length = text.slice(0, 200).search(/\s/);
  return length === -1 ? Math.min(text.length, 200) : length;
}

/** Whether all letters are capitals, two of them in a row. */
export const isInCapitals = (text: string): boolean =>
  !/[a-z]/.test(text) && text === text.toUpperCase() && text !== text.toLowerCase() && hasTwoLetters(text);
