import { editDistance } from '../algorithms/edit-distance.ts';
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
    synopsis: { en: 'kiosque show ARTICLE', fr: 'kiosque show ARTICLE' },
    help: {
      en: 'print an article: styled on a terminal, plain text in a pipe',
      fr: 'afficher un article\u00a0: mis en forme dans un terminal, en texte brut dans un tube',
    },
    examples: { en: ['kiosque show bienvenue --width 66'], fr: ['kiosque show bienvenue --width 66'] },
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

/** The command that a mistyped word was probably meant to be: `serch`, `lst`, `ls`. */
export function commandMeantBy(word: string): CommandName | undefined {
  const lower = word.toLowerCase().slice(0, 20);
  return COMMAND_NAMES.find(
    (name) =>
      name !== 'read' &&
      lower.length > 1 &&
      (editDistance(lower, name) <= (name.length > 4 ? 2 : 1) || isAbbreviation(lower, name)),
  );
}

/** True if `short` has the first letter of `word`, and its other letters come in the same order. */
function isAbbreviation(short: string, word: string): boolean {
  if (short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of short) {
    const found = word.indexOf(letter, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}
