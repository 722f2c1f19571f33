import { editDistance } from '../algorithms/edit-distance.ts';

/** Longest word that is compared with others, in UTF-16 units. Longer ones are hardly words. */
export const MAX_EDITED = 30;

/** Typos forgiven in a word: none below five letters, one from five on, two from nine on, none if it is too long. */
export const typosAllowed = ({ length }: string): number =>
  length < 5 || length > MAX_EDITED ? 0 : length < 9 ? 1 : 2;

/** True if a folded word has a letter: nearly all have a Latin one, and spare the pattern that takes long to compile. */
export const hasLetter = (folded: string): boolean => /[a-z]/.test(folded) || /\p{L}/u.test(folded);

/**
 * Whether `other`, or its singular, is `word` with no more typos than allowed.
 *
 * @param prefix  whether `word` is still being typed: then a beginning of `other` is enough
 */
export function isTypo(word: string, other: string, prefix = false): boolean {
  const limit = typosAllowed(word);
  if (limit === 0 || !hasLetter(word)) return false;
  if (editDistance(word, other, limit, prefix) <= limit) return true;
  return /[sx]$/.test(other) && editDistance(word, other.slice(0, -1), limit) <= limit;
}
