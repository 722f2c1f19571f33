import type { Translated } from '../../messages/locale.ts';

const en = {
  names: {
    kiosque: 'read and search articles in the terminal',
    'kiosque-config': 'settings of kiosque',
    'kiosque-search': 'query language of kiosque',
  },
  description: [
    'Kiosque lists the articles of a folder, searches them as you type, in French and English, and sets each as carefully as a terminal allows. Without a path it opens the articles that come with it.',
    'In a pipe, the commands print tab-separated fields, plain text or JSON.',
  ],
  headings: {
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    options: 'OPTIONS',
    keys: 'KEYS',
    formats: 'FORMATS',
    settings: 'SETTINGS',
    tables: 'TABLES',
    operators: 'OPERATORS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    exitStatus: 'EXIT STATUS',
    examples: 'EXAMPLES',
    seeAlso: 'SEE ALSO',
  },
};

export type Heading = keyof typeof en.headings;

/** Words of the manual besides those of the help. */
export const manualWords: Translated<typeof en> = {
  en,
  fr: {
    names: {
      kiosque: 'lire et chercher des articles dans le terminal',
      'kiosque-config': 'réglages de kiosque',
      'kiosque-search': 'langage de recherche de kiosque',
    },
    description: [
      'Kiosque liste les articles d’un dossier, y cherche à mesure que vous tapez, en français et en anglais, et compose chacun avec autant de soin qu’un terminal le permet. Sans chemin, il ouvre les articles fournis.',
      'Dans un tube, les commandes affichent des champs séparés par des tabulations, du texte brut ou du JSON.',
    ],
    headings: {
      name: 'NOM',
      synopsis: 'SYNOPSIS',
      description: 'DESCRIPTION',
      commands: 'COMMANDES',
      options: 'OPTIONS',
      keys: 'TOUCHES',
      formats: 'FORMATS',
      settings: 'RÉGLAGES',
      tables: 'TABLES',
      operators: 'OPÉRATEURS',
      environment: 'ENVIRONNEMENT',
      files: 'FICHIERS',
      exitStatus: 'CODE DE SORTIE',
      examples: 'EXEMPLES',
      seeAlso: 'VOIR AUSSI',
    },
  },
};
