import type { Language, Translated } from '../../messages/locale.ts';
import { QUERY_NOTES, QUERY_OPERATORS } from '../../messages/query-language.ts';
import type { Section } from './content.ts';

const TITLE: Translated = { en: 'What can be searched for', fr: 'Ce que l’on peut chercher' };

/** The query language: its operators, each with an example, and what they have in common. */
export const querySections = (language: Language): readonly [operators: Section, notes: Section] => [
  {
    title: TITLE[language],
    entries: QUERY_OPERATORS.map(({ form, meaning, example }) => ({
      term: form[language],
      text: meaning[language],
      examples: [example[language]],
    })),
  },
  { paragraphs: [QUERY_NOTES[language]] },
];
