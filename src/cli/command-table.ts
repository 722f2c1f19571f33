import type { Translated } from '../messages/locale.ts';

interface Command {
  /** How to call it. */
  readonly synopsis: Translated;
  readonly help: Translated;
  /** Before the help of options that only some commands take, if not the command's name. */
  readonly label?: Translated;
  readonly examples: Translated<readonly string[]>;
  /** The words that can follow it, for completion: a list of them, or the kind of thing that they name. */
  readonly words?: readonly string[] | 'paths' | 'articles' | 'topics';
  /** True if it is not for people to type, so that no help names it. */
  readonly isHidden?: true;
}

/** The words that `kiosque config` takes. Without one, it prints the settings. */
export const CONFIG_ACTIONS = ['edit', 'check'] as const;

/** The shells that `kiosque completion` has a script for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The commands, in the order of `--help`. `read` is `kiosque` without a command word. */
const TABLE = {
  read: {
    synopsis: { en: 'kiosque [PATH…]', fr: 'kiosque [CHEMIN…]' },
    help: {
      en: 'open the reader on these files, folders and web pages, or on the bundled articles',
      fr: 'ouvrir le lecteur sur ces fichiers, dossiers et pages du web, ou sur les articles fournis',
    },
    label: { en: 'reader', fr: 'lecteur' },
    examples: {
      en: ['kiosque ~/articles', 'kiosque https://example.org/post'],
      fr: ['kiosque ~/articles', 'kiosque https://example.org/billet'],
    },
    words: 'paths',
  },
  list: {
    synopsis: { en: 'kiosque list', fr: 'kiosque list' },
    help: { en: 'list the articles, one per line', fr: 'lister les articles, un par ligne' },
    examples: {
      en: ['kiosque list --tag vente --sort title'],
      fr: ['kiosque list --tag vente --sort title'],
    },
  },
  search: {
    synopsis: { en: 'kiosque search WORDS…', fr: 'kiosque search MOTS…' },
    help: {
      en: 'print the matching articles, best first, each with a snippet',
      fr: 'afficher les articles correspondants, les meilleurs d’abord, avec un extrait de chacun',
    },
    examples: {
      en: [`kiosque search 'bon client -prix after:2020'`],
      fr: [`kiosque search 'bon client -prix après:2020'`],
    },
  },
  show: {
    synopsis: { en: 'kiosque show ARTICLE…', fr: 'kiosque show ARTICLE…' },
    help: {
      en: 'print articles: styled on a terminal, plain text in a pipe',
      fr: 'afficher des articles\u00a0: mis en forme dans un terminal, en texte brut dans un tube',
    },
    examples: { en: ['kiosque show bienvenue --width 66'], fr: ['kiosque show bienvenue --width 66'] },
    words: 'articles',
  },
  save: {
    synopsis: { en: 'kiosque save URL…', fr: 'kiosque save URL…' },
    help: {
      en: 'save pages from the web as files, to be read and searched like others',
      fr: 'enregistrer des pages du web dans des fichiers, pour les lire et y chercher comme ailleurs',
    },
    examples: {
      en: ['kiosque save https://example.org/post --to ~/articles'],
      fr: ['kiosque save https://example.org/billet --to ~/articles'],
    },
  },
  publish: {
    synopsis: { en: 'kiosque publish PATH…', fr: 'kiosque publish CHEMIN…' },
    help: {
      en: 'write a library as files that any web server can serve, and others read and search',
      fr: 'écrire une bibliothèque en fichiers que tout serveur web sait servir, et que d’autres lisent et cherchent',
    },
    examples: {
      en: ['kiosque publish ~/articles --to ~/public/library'],
      fr: ['kiosque publish ~/articles --to ~/public/bibliotheque'],
    },
    words: 'paths',
  },
  pull: {
    synopsis: { en: 'kiosque pull URL…', fr: 'kiosque pull URL…' },
    help: {
      en: 'fetch all of a published library, to read and search it without a network',
      fr: 'télécharger toute une bibliothèque publiée, pour la lire et y chercher sans réseau',
    },
    examples: {
      en: ['kiosque pull https://example.org/library/'],
      fr: ['kiosque pull https://example.org/bibliotheque/'],
    },
  },
  notes: {
    synopsis: { en: 'kiosque notes [ARTICLE…]', fr: 'kiosque notes [ARTICLE…]' },
    help: {
      en: 'print highlights and notes, of all articles or of these',
      fr: 'afficher les surlignages et les notes, de tous les articles ou de ceux-ci',
    },
    examples: { en: ['kiosque notes > notes.md'], fr: ['kiosque notes > notes.md'] },
    words: 'articles',
  },
  stats: {
    synopsis: { en: 'kiosque stats', fr: 'kiosque stats' },
    help: {
      en: 'print how much there is to read, and what was read each month',
      fr: 'afficher ce qu’il y a à lire, et ce qui a été lu chaque mois',
    },
    examples: { en: [], fr: [] },
  },
  config: {
    synopsis: { en: 'kiosque config [edit|check]', fr: 'kiosque config [edit|check]' },
    help: {
      en: 'print the settings and where each comes from, edit their file, or check it',
      fr: 'afficher les réglages et d’où vient chacun, modifier leur fichier, ou le vérifier',
    },
    examples: { en: ['kiosque config edit'], fr: ['kiosque config edit'] },
    words: CONFIG_ACTIONS,
  },
  reset: {
    synopsis: { en: 'kiosque reset', fr: 'kiosque reset' },
    help: {
      en: 'restore the terminal after the reader was killed',
      fr: 'remettre en état le terminal après l’arrêt forcé du lecteur',
    },
    examples: { en: [], fr: [] },
  },
  completion: {
    synopsis: { en: 'kiosque completion SHELL', fr: 'kiosque completion SHELL' },
    help: {
      en: 'print a script that completes commands, options, articles and tags in bash, zsh or fish',
      fr: 'afficher un script qui complète commandes, options, articles et étiquettes dans bash, zsh ou fish',
    },
    examples: {
      en: ['source <(kiosque completion bash)', 'kiosque completion fish | source'],
      fr: ['source <(kiosque completion bash)', 'kiosque completion fish | source'],
    },
    words: SHELLS,
  },
  complete: {
    synopsis: { en: 'kiosque complete -- WORDS…', fr: 'kiosque complete -- MOTS…' },
    help: { en: 'print completions of the last word', fr: 'afficher les compléments du dernier mot' },
    examples: { en: [], fr: [] },
    isHidden: true,
  },
  help: {
    synopsis: { en: 'kiosque help [TOPIC]', fr: 'kiosque help [SUJET]' },
    help: {
      en: 'show this help, or that of a command or a topic',
      fr: 'afficher cette aide, ou celle d’une commande ou d’un sujet',
    },
    examples: { en: ['kiosque help keys'], fr: ['kiosque help keys'] },
    words: 'topics',
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof TABLE;
export const COMMANDS: Readonly<Record<CommandName, Command>> = TABLE;
export const COMMAND_NAMES = Object.keys(TABLE) as CommandName[];
/** The commands that people type. */
export const VISIBLE_COMMANDS: readonly CommandName[] = COMMAND_NAMES.filter(
  (name) => !COMMANDS[name].isHidden,
);

/** The command that a word names, if any. */
export const commandNamed = (word: string | undefined): CommandName | undefined =>
  COMMAND_NAMES.find((name) => name !== 'read' && name === word);

/** How a command is called: `kiosque list`. */
export const commandText = (name: CommandName): string => (name === 'read' ? 'kiosque' : `kiosque ${name}`);
