import type { Translated } from '../messages/locale.ts';

interface Command {
  /** How to call it. */
  readonly synopsis: Translated;
  readonly help: Translated;
  /** Before the help of options that only some commands take, if not the command's name. */
  readonly label?: Translated;
  readonly examples: Translated<readonly string[]>;
}

/** The commands, in the order of `--help`. `read` is `kiosque` without a command word. */
const TABLE = {
  read: {
    synopsis: { en: 'kiosque [PATH…]', fr: 'kiosque [CHEMIN…]' },
    help: {
      en: 'open the reader on these files and folders, or on the bundled articles',
      fr: 'ouvrir le lecteur sur ces fichiers et dossiers, ou sur les articles fournis',
    },
    label: { en: 'reader', fr: 'lecteur' },
    examples: {
      en: ['kiosque ~/articles', 'curl -s https://example.org/post.md | kiosque'],
      fr: ['kiosque ~/articles', 'curl -s https://example.org/billet.md | kiosque'],
    },
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
  },
  notes: {
    synopsis: { en: 'kiosque notes [ARTICLE…]', fr: 'kiosque notes [ARTICLE…]' },
    help: {
      en: 'print highlights and notes, of all articles or of these',
      fr: 'afficher les surlignages et les notes, de tous les articles ou de ceux-ci',
    },
    examples: { en: ['kiosque notes > notes.md'], fr: ['kiosque notes > notes.md'] },
  },
  stats: {
    synopsis: { en: 'kiosque stats', fr: 'kiosque stats' },
    help: {
      en: 'print how much there is to read, and what was read each month',
      fr: 'afficher ce qu’il y a à lire, et ce qui a été lu chaque mois',
    },
    examples: { en: [], fr: [] },
  },
  reset: {
    synopsis: { en: 'kiosque reset', fr: 'kiosque reset' },
    help: {
      en: 'restore the terminal after the reader was killed',
      fr: 'remettre en état le terminal après l’arrêt forcé du lecteur',
    },
    examples: { en: [], fr: [] },
  },
  help: {
    synopsis: { en: 'kiosque help', fr: 'kiosque help' },
    help: { en: 'show this help', fr: 'afficher cette aide' },
    examples: { en: [], fr: [] },
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof TABLE;
export const COMMANDS: Readonly<Record<CommandName, Command>> = TABLE;
export const COMMAND_NAMES = Object.keys(TABLE) as CommandName[];

/** The command that a word names, if any. */
export const commandNamed = (word: string | undefined): CommandName | undefined =>
  COMMAND_NAMES.find((name) => name !== 'read' && name === word);

/** How a command is called: `kiosque list`. */
export const commandText = (name: CommandName): string => (name === 'read' ? 'kiosque' : `kiosque ${name}`);
