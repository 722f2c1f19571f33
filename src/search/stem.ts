import { familyOf, familyPrefixes } from './family-fr.ts';
import { irregularForms as englishForms, stemEnglish } from './stem-en.ts';
import { irregularForms as frenchForms, prefixesOf, stemFrench } from './stem-fr.ts';

/** How a word is related to another: inflections of one word, words of one family, or not at all. */
export const Kinship = { none: 0, family: 1, inflection: 2 } as const;

/**
 * How folded words are related to `word`, in French or in English: texts and queries do not tell their language word by
 * word.
 */
export const kinshipWith = remembered((word: string): ((other: string) => number) => {
  // Of words of a letter or two, only the irregular ones have inflections.
  if (word.length < 3) {
    const forms = new Set(formsOf(word));
    return (other) => (other === word || forms.has(other) ? Kinship.inflection : Kinship.none);
  }
  const french = stemFrench(word);
  const english = stemEnglish(word);
  const family = familyOf(word);
  const reaches = stemPrefixes(word);
  const forms = new Set(formsOf(word));
  return (other) => {
    // Nearly all words are strangers, and their stems need not be worked out.
    if (!reaches.some((reach) => other.startsWith(reach)) && !forms.has(other)) return Kinship.none;
    if (other === word || stemFrench(other) === french || stemEnglish(other) === english)
      return Kinship.inflection;
    return familyOf(other) === family ? Kinship.family : Kinship.none;
  };
});

/**
 * Beginnings of which each word related to `word` has one, but for those that `formsOf` lists and those that `familyPrefixes`
 * leaves out: where to look for them in a sorted list, none of them within another.
 */
export const stemPrefixes = remembered((word: string): readonly string[] => {
  if (word.length < 3) return [];
  const stems = [stemFrench(word), stemEnglish(word)];
  const reaches = [...new Set([...stems.flatMap(prefixesOf), ...familyPrefixes(word)])];
  return reaches.filter((reach) => !reaches.some((other) => other !== reach && reach.startsWith(other)));
});

/** The irregular forms of the word that `word` is a form of, with an -s too. */
export const formsOf = remembered((word: string): readonly string[] =>
  [...frenchForms(stemFrench(word)), ...englishForms(stemEnglish(word))].flatMap((form) => [
    form,
    `${form}s`,
  ]),
);

/** Words that something is remembered of. */
const MOST = 100;

/** `make`, but of a word that was asked about lately: the words of a query are asked about again and again. */
function remembered<T>(make: (word: string) => T): (word: string) => T {
  const made = new Map<string, T>();
  return (word) => {
    let known = made.get(word);
    if (known === undefined) {
      known = make(word);
      if (made.size === MOST) made.clear();
      made.set(word, known);
    }
    return known;
  };
}
