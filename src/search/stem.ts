import { stemEnglish } from './stem-en.ts';
import { irregularForms, stemFrench } from './stem-fr.ts';

/**
 * Whether two folded words are inflections of one, in French or in English: texts and queries do not tell their
 * language word by word.
 */
export const isSameStem = (word: string, other: string): boolean =>
  word === other || stemFrench(word) === stemFrench(other) || stemEnglish(word) === stemEnglish(other);

/**
 * A beginning that all words of the same stem as `word` share, but for those that `formsOf` lists: where to look for
 * them in a sorted list. Rules change at most the last letter of what stays of a word, and never the first three.
 */
export function stemReach(word: string): string {
  const length = Math.min(stemFrench(word).length, stemEnglish(word).length) - 1;
  return word.slice(0, Math.max(Math.min(3, word.length), length));
}

/** The forms of an irregular word, however they begin. */
export const formsOf = (word: string): readonly string[] => irregularForms(word);
