import type { Translated } from '../../messages/locale.ts';

/** What there is help on besides the commands. A topic may have the name of a command, whose help then comes first. */
export const TOPICS = {
  keys: { en: 'keys of the reader', fr: 'touches du lecteur' },
  search: { en: 'query language', fr: 'langage de recherche' },
  formats: { en: 'formats and names of files', fr: 'formats et noms de fichiers' },
  config: {
    en: 'settings, folders and environment variables',
    fr: 'réglages, dossiers et variables d’environnement',
  },
  'exit-codes': { en: 'exit codes', fr: 'codes de sortie' },
} as const satisfies Readonly<Record<string, Translated>>;

export type Topic = keyof typeof TOPICS;
export const TOPIC_NAMES = Object.keys(TOPICS) as Topic[];
