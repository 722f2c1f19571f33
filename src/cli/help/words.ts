import type { Translated } from '../../messages/locale.ts';

const en = {
  about: 'Read and search articles in the terminal.',
  usage: 'Usage',
  options: 'Options',
  /** After the synopsis of a command. */
  optionsLeft: '[OPTION…]',
  article:
    'Name an article by its id, its number in the list, a part of its id or title, or the path of its file; -\u00a0stands for standard input.',
  examples: 'Examples',
  topics: 'More help',
  exitCodes: 'Exit codes',
  byDefault: (value: string) => `; default: ${value}`,
};

/** Words of the help besides those of the tables. */
export const helpWords: Translated<typeof en> = {
  en,
  fr: {
    about: 'Lire et chercher des articles dans le terminal.',
    usage: 'Utilisation',
    options: 'Options',
    optionsLeft: '[OPTION…]',
    article:
      'Désignez un article par son identifiant, son numéro dans la liste, une partie de son identifiant ou de son titre, ou le chemin de son fichier\u202f; -\u00a0représente l’entrée standard.',
    examples: 'Exemples',
    topics: 'Autres aides',
    exitCodes: 'Codes de sortie',
    byDefault: (value) => `\u202f; par défaut\u00a0: ${value}`,
  },
};
