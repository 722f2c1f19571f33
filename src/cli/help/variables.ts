import type { Language, Translated } from '../../messages/locale.ts';
import { BASE_FOLDERS } from '../environment-variables.ts';
import type { Section } from './content.ts';

/** What each folder of the program holds. */
const FOLDERS: Readonly<Record<keyof typeof BASE_FOLDERS, Translated>> = {
  config: { en: 'settings (config.toml) and themes', fr: 'réglages (config.toml) et thèmes' },
  state: {
    en: 'positions, read and starred articles, what was chosen in the reader',
    fr: 'positions, articles lus et favoris, choix faits dans le lecteur',
  },
  data: {
    en: 'highlights and notes, and notes that are being written',
    fr: 'surlignages et notes, et notes en cours d’écriture',
  },
  cache: {
    en: 'search indexes, parsed articles, compiled code; safe to delete',
    fr: 'index de recherche, articles analysés, code compilé\u202f; peut être effacé sans risque',
  },
};

/** Variables of the environment that are read, besides those of settings and folders; what goes together is in one row. */
export const VARIABLES: readonly { readonly names: readonly string[]; readonly help: Translated }[] = [
  {
    names: ['LC_ALL', 'LC_MESSAGES', 'LANG'],
    help: {
      en: 'language of the interface; the first that is set counts',
      fr: 'langue de l’interface\u202f; la première qui est définie compte',
    },
  },
  {
    names: ['NO_COLOR', 'FORCE_COLOR', 'TERM', 'COLORTERM'],
    help: {
      en: 'colors: --color comes first, then FORCE_COLOR, then NO_COLOR',
      fr: 'couleurs\u00a0: d’abord --color, puis FORCE_COLOR, puis NO_COLOR',
    },
  },
  {
    names: ['COLORFGBG'],
    help: {
      en: 'whether the background of the terminal is dark, if the terminal does not answer',
      fr: 'fond sombre ou clair du terminal, si celui-ci ne répond pas',
    },
  },
  {
    names: ['VISUAL', 'EDITOR'],
    help: { en: 'editor that e starts', fr: 'éditeur que lance e' },
  },
  {
    names: ['BROWSER'],
    help: { en: 'browser that o starts', fr: 'navigateur que lance o' },
  },
  {
    names: ['ESCDELAY'],
    help: {
      en: 'milliseconds after which a lone Escape is the key',
      fr: 'millisecondes après lesquelles Échap seul est la touche',
    },
  },
  {
    names: ['INK_SCREEN_READER'],
    help: { en: 'true: like --accessible', fr: 'true\u00a0: comme --accessible' },
  },
  {
    names: ['DISPLAY', 'WAYLAND_DISPLAY', 'WSL_DISTRO_NAME'],
    help: {
      en: 'whether there is a screen for a browser, and a clipboard',
      fr: 'présence d’un écran pour le navigateur, et d’un presse-papiers',
    },
  },
  {
    names: ['TMUX', 'STY', 'SSH_TTY', 'SSH_CONNECTION'],
    help: {
      en: 'which clipboard is within reach; with STY (GNU screen), the mouse is left to the terminal',
      fr: 'presse-papiers à portée\u202f; avec STY (GNU screen), la souris est laissée au terminal',
    },
  },
  {
    names: ['APPDATA', 'LOCALAPPDATA'],
    help: {
      en: 'the folders on Windows, unless those above are set',
      fr: 'les dossiers sous Windows, sauf si ceux ci-dessus sont définis',
    },
  },
  {
    names: ['KIOSQUE_NO_CACHE'],
    help: { en: '1: do not use the cache', fr: '1\u00a0: ne pas utiliser le cache' },
  },
  {
    names: ['KIOSQUE_DEBUG'],
    help: {
      en: '1: print stack traces with errors, and why the cache is not used',
      fr: '1\u00a0: afficher l’origine des erreurs, et pourquoi le cache n’est pas utilisé',
    },
  },
];

const TITLES: Translated<Readonly<Record<'folders' | 'variables', string>>> = {
  en: { folders: 'Folders', variables: 'Environment variables' },
  fr: { folders: 'Dossiers', variables: 'Variables d’environnement' },
};

/** The folders in which the program keeps its files. */
export const foldersSection = (language: Language): Section => ({
  title: TITLES[language].folders,
  entries: (Object.keys(FOLDERS) as (keyof typeof FOLDERS)[]).map((kind) => {
    const [variable, fallback] = BASE_FOLDERS[kind];
    return { term: `$${variable}/kiosque (~/${fallback}/kiosque)`, text: FOLDERS[kind][language] };
  }),
});

/** The variables of the environment that are read, besides those that stand for settings. */
export const variablesSection = (language: Language): Section => ({
  title: TITLES[language].variables,
  entries: VARIABLES.map(({ names, help }) => ({ term: names.join(', '), text: help[language] })),
});
