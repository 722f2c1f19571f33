import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

/** The conditions of the query language, as a message suggests to type them. */
export const conditionSpellings: Translated<readonly string[]> = {
  en: [
    'is:starred',
    'is:read',
    'is:unread',
    'is:started',
    'has:highlight',
    'has:note',
    'lang:en',
    'minutes:<5',
  ],
  fr: [
    'est:favori',
    'est:lu',
    'est:non-lu',
    'est:commencé',
    'avec:surlignage',
    'avec:note',
    'lang:fr',
    'minutes:<5',
  ],
};

/** Conditions on the date of an article, as a message suggests to type them. */
export const dateSpellings: Translated<readonly string[]> = {
  en: ['after:2024', 'after:2024-05', 'before:2024-05-31'],
  fr: ['après:2024', 'après:2024-05', 'avant:2024-05-31'],
};

/** Says that there is no such condition, and which there are. */
interface ConditionTexts {
  readonly unknown: (typed: string) => string;
  readonly known: string;
}

/** The texts of the reader for each kind of unknown condition. */
export const conditionTexts: Translated<Record<'mark' | 'date', ConditionTexts>> = {
  en: {
    mark: {
      unknown: (typed) => `No condition is called ${english.quote(typed)}.`,
      known: `There are ${conditionSpellings.en.join(', ')}.`,
    },
    date: {
      unknown: (typed) => `No date in ${english.quote(typed)}.`,
      known: `For example ${dateSpellings.en.join(', ')}`,
    },
  },
  fr: {
    mark: {
      unknown: (typed) => `Aucune condition ne se nomme ${french.quote(typed)}.`,
      known: `Conditions possibles\u00a0: ${conditionSpellings.fr.join(', ')}.`,
    },
    date: {
      unknown: (typed) => `Aucune date dans ${french.quote(typed)}.`,
      known: `Par exemple ${dateSpellings.fr.join(', ')}`,
    },
  },
};
