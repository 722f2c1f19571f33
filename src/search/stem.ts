import { memoized } from '../algorithms/memoized.ts';
import { familyOf, familyPrefixes } from './family-fr.ts';
import { irregularForms as englishForms, stemEnglish } from './stem-en.ts';
import { irregularForms as frenchForms, prefixesOf, stemFrench } from './stem-fr.ts';

/** Words whose results are kept: the same few words of a query are passed again and again. */
const KEPT = 100;

/** How two words are related: inflections of one word, words of one family, or not at all. */
export const Kinship = { none: 0, family: 1, inflection: 2 } as const;

/**
 * Returns a function that tells how a folded word is related to `word`, in French or in English: the language of a single
 * word is not known.
 */
export const kinshipWith = memoized((word: string): ((other: string) => number) => {
  // Words of one or two letters have inflections only if they are irregular.
  if (word.length < 3) {
    const forms = new Set(formsOf(word));
    return (other) => (other === word || forms.has(other) ? Kinship.inflection : Kinship.none);
  }
  const french = stemFrench(word);
  const english = stemEnglish(word);
  const family = familyOf(word);
  const prefixes = stemPrefixes(word);
  const forms = new Set(formsOf(word));
  return (other) => {
    // Most words share no prefix with `word`, and need not be stemmed.
    if (!prefixes.some((prefix) => other.startsWith(prefix)) && !forms.has(other)) return Kinship.none;
    if (other === word || stemFrench(other) === french || stemEnglish(other) === english)
      return Kinship.inflection;
    return familyOf(other) === family ? Kinship.family : Kinship.none;
  };
}, KEPT);

/**
 * Prefixes to scan in a sorted list: every word related to `word` starts with one of them, except for the forms of `formsOf`
 * and those that `familyPrefixes` leaves out. No prefix starts with another.
 */
export const stemPrefixes = memoized((word: string): readonly string[] => {
  if (word.length < 3) return [];
  const stems = [stemFrench(word), stemEnglish(word)];
  const prefixes = [...new Set([...stems.flatMap(prefixesOf), ...familyPrefixes(word)])];
  return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)));
}, KEPT);

/** The irregular forms of the word that `word` is a form of, each also with an -s. */
export const formsOf = memoized((word: string): readonly string[] => {
  const forms = [...frenchForms(stemFrench(word)), ...englishForms(stemEnglish(word))];
  return forms.flatMap((form) => [form, `${form}s`]);
}, KEPT);
