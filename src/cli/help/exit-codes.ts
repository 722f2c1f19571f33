import type { Language, Translated } from '../../messages/locale.ts';
import type { Section } from './content.ts';
import { helpWords } from './words.ts';

/** The meaning of each exit code. */
export const EXIT_CODES: Readonly<Record<0 | 1 | 2 | 130, Translated>> = {
  0: { en: 'success', fr: 'succès' },
  1: { en: 'nothing found', fr: 'aucun résultat' },
  2: { en: 'incorrect usage or unreadable input', fr: 'utilisation incorrecte ou entrée illisible' },
  130: { en: 'interrupted', fr: 'interruption' },
};

/** The exit codes of the program. */
export const exitCodeSection = (language: Language): Section => ({
  title: helpWords[language].exitCodes,
  entries: Object.entries(EXIT_CODES).map(([code, meaning]) => ({ term: code, text: meaning[language] })),
});
