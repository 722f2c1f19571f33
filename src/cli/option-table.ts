import { INPUT_FORMATS } from '../document/formats.ts';
import { FIELDS, RESULT_FIELDS } from '../library/fields.ts';
import { ORDERS } from '../library/sort-articles.ts';
import { LANGUAGES } from '../messages/locale.ts';
import { MOST_HISTORY } from '../published/format.ts';
import { settingOf } from '../settings/table.ts';
import { THEME_NAMES } from '../style/theme-names.ts';
import type { CommandName } from './command-table.ts';
import type { ChoiceOption, NumberOption, Option, SwitchOption } from './option.ts';

/** Results that `search` prints at most, unless told otherwise. */
export const SEARCH_LIMIT = 20;

/** Earlier publications whose files are kept, unless told otherwise. */
export const KEPT_PUBLICATIONS = 3;

/**
 * Every option, in the order of `--help`. Parsing, validation, messages and help are made from this table. Of an option
 * given twice the last counts, so that the command line overrides a shell alias; lists add up.
 */
const TABLE = {
  from: {
    type: 'list',
    short: 'f',
    placeholder: { en: 'PATH', fr: 'CHEMIN' },
    names: 'paths',
    commands: ['read', 'list', 'search', 'show', 'publish', 'notes', 'stats'],
    help: {
      en: 'read articles from this file or folder; repeatable',
      fr: 'lire les articles de ce fichier ou dossier\u202f; répétable',
    },
  },
  library: {
    type: 'text',
    short: 'l',
    placeholder: { en: 'NAME', fr: 'NOM' },
    names: 'libraries',
    commands: ['read', 'list', 'search', 'show', 'publish', 'pull', 'notes', 'stats'],
    help: {
      en: 'a library of the settings; kiosque is the bundled one',
      fr: 'une bibliothèque des réglages\u202f; kiosque est celle fournie',
    },
  },
  input: {
    type: 'choice',
    short: 'i',
    placeholder: { en: 'FORMAT', fr: 'FORMAT' },
    choices: INPUT_FORMATS,
    commands: ['read', 'list', 'search', 'show', 'publish', 'notes', 'stats'],
    help: { en: 'read as', fr: 'lire en tant que' },
  },
  ignore: {
    type: 'switch',
    form: '--no-name',
    commands: ['read', 'list', 'search', 'show', 'publish', 'notes', 'stats'],
    help: {
      en: 'also files that .gitignore leaves out, packages, licenses, templates',
      fr: 'aussi les fichiers que .gitignore écarte, les paquets, les licences, les modèles',
    },
  },
  search: {
    type: 'text',
    short: 's',
    placeholder: { en: 'WORDS', fr: 'MOTS' },
    commands: ['read'],
    help: { en: 'start with this search', fr: 'commencer par cette recherche' },
  },
  at: {
    type: 'text',
    placeholder: { en: 'PLACE', fr: 'ENDROIT' },
    pagerForm: { pattern: /^\+(?:\/.|G$|\d+%?$)/s, shown: '+/WORDS, +G, +40, +40%' },
    commands: ['read'],
    help: {
      en: 'start at the first match, the end, a line or a percentage',
      fr: 'commencer à la première correspondance, à la fin, à une ligne ou à un pourcentage',
    },
  },
  pager: {
    type: 'switch',
    pagerForm: { pattern: /^-[eFNRSX]+$/, shown: '-e -F -N -R -S -X' },
    commands: ['read'],
    help: { en: 'options of less, ignored', fr: 'options de less, ignorées' },
  },
  accessible: {
    type: 'switch',
    commands: ['read'],
    help: {
      en: 'linear text mode for screen readers',
      fr: 'mode texte linéaire, pour lecteurs d’écran',
    },
  },
  memory: {
    type: 'switch',
    form: '--no-name',
    help: {
      en: 'private session: save no positions, marks, settings, texts or search index',
      fr: 'session privée\u00a0: n’enregistrer ni positions, ni marques, ni réglages, ni textes, ni index de recherche',
    },
  },
  justify: {
    type: 'switch',
    form: '--[no-]name',
    commands: ['read', 'show'],
    help: { en: 'justify the text', fr: 'justifier le texte' },
  },
  hyphenate: {
    type: 'switch',
    form: '--[no-]name',
    commands: ['read', 'show'],
    help: { en: 'hyphenate words', fr: 'activer la césure' },
  },
  width: {
    type: 'number',
    short: 'w',
    placeholder: { en: 'N', fr: 'N' },
    min: 0,
    max: 10_000,
    commands: ['read', 'show'],
    help: {
      en: 'text width in columns; in show, 0 turns wrapping off',
      fr: 'largeur du texte en colonnes\u202f; dans show, 0\u00a0: sans retour à la ligne',
    },
  },
  theme: {
    type: 'text',
    placeholder: { en: 'NAME', fr: 'NOM' },
    names: 'themes',
    commands: ['read', 'list', 'search', 'show'],
    help: {
      en: `colors: ${THEME_NAMES.join(', ')}, or a theme of your own`,
      fr: `couleurs\u00a0: ${THEME_NAMES.join(', ')}, ou un thème personnel`,
    },
  },
  keys: {
    type: 'choice',
    placeholder: { en: 'PRESET', fr: 'JEU' },
    choices: settingOf('keys.preset').choices,
    commands: ['read'],
    help: { en: 'keys to begin with:', fr: 'touches de départ\u00a0:' },
  },
  mouse: {
    type: 'switch',
    form: '--no-name',
    commands: ['read'],
    help: { en: 'leave the mouse to the terminal', fr: 'laisser la souris au terminal' },
  },
  format: {
    type: 'choice',
    placeholder: { en: 'FORMAT', fr: 'FORMAT' },
    choices: ['text', 'ansi', 'markdown', 'html', 'pdf', 'json'],
    commands: ['show', 'notes'],
    help: { en: 'print as', fr: 'afficher en' },
  },
  section: {
    type: 'text',
    placeholder: { en: 'TITLE', fr: 'TITRE' },
    commands: ['show'],
    help: {
      en: 'print only the section with this title',
      fr: 'n’afficher que la section de ce titre',
    },
  },
  template: {
    type: 'text',
    typedAs: 'format',
    placeholder: { en: 'TEMPLATE', fr: 'MODÈLE' },
    commands: ['list', 'search'],
    help: {
      en: "print a line for each article, such as '{id}\\t{title}'; {{ is a brace",
      fr: "afficher pour chaque article une ligne comme '{id}\\t{title}'\u202f; {{ est une accolade",
    },
  },
  fields: {
    type: 'text',
    placeholder: { en: 'FIELD,…', fr: 'CHAMP,…' },
    parts: { list: FIELDS, search: RESULT_FIELDS },
    commands: ['list', 'search'],
    help: {
      en: `print these fields, with tabs between them, or in JSON: ${FIELDS.join(', ')}; in search also score and snippet`,
      fr: `afficher ces champs, séparés par des tabulations, ou en JSON\u00a0: ${FIELDS.join(', ')}\u202f; dans search aussi score et snippet`,
    },
  },
  null: {
    type: 'switch',
    short: '0',
    commands: ['list', 'search'],
    help: {
      en: 'print paths, or what --fields or --format say, with a NUL character after each article, for xargs -0',
      fr: 'afficher les chemins, ou ce que disent --fields ou --format, avec un caractère NUL après chaque article, pour xargs -0',
    },
  },
  import: {
    type: 'text',
    placeholder: { en: 'FILE', fr: 'FICHIER' },
    names: 'paths',
    commands: ['notes'],
    help: {
      en: 'add the highlights and notes in this JSON file',
      fr: 'ajouter les surlignages et les notes de ce fichier JSON',
    },
  },
  to: {
    type: 'text',
    placeholder: { en: 'FOLDER', fr: 'DOSSIER' },
    names: 'paths',
    commands: ['save', 'publish'],
    help: {
      en: 'write to this folder; default in save: that of the default library, or the working directory',
      fr: 'écrire dans ce dossier\u202f; par défaut dans save, celui de la bibliothèque par défaut, ou le dossier courant',
    },
  },
  title: {
    type: 'text',
    placeholder: { en: 'TITLE', fr: 'TITRE' },
    commands: ['publish'],
    help: {
      en: 'title of the library; default: the last one, or the name of its folder',
      fr: 'titre de la bibliothèque\u202f; par défaut, le dernier, ou le nom de son dossier',
    },
  },
  keep: {
    type: 'number',
    placeholder: { en: 'N', fr: 'N' },
    min: 0,
    max: MOST_HISTORY,
    commands: ['publish'],
    help: {
      en: `keep the files of N earlier publications, for those who still read them (${KEPT_PUBLICATIONS})`,
      fr: `garder les fichiers de N publications antérieures, pour qui les lit encore (${KEPT_PUBLICATIONS})`,
    },
  },
  'dry-run': {
    type: 'switch',
    commands: ['publish'],
    help: {
      en: 'write nothing, and say what would be written and removed',
      fr: 'ne rien écrire, et dire ce qui serait écrit et supprimé',
    },
  },
  json: {
    type: 'switch',
    commands: ['list', 'search', 'show', 'notes', 'stats', 'config'],
    help: { en: 'print JSON', fr: 'afficher du JSON' },
  },
  sort: {
    type: 'choice',
    placeholder: { en: 'ORDER', fr: 'ORDRE' },
    choices: ORDERS,
    glosses: {
      title: { fr: 'titre' },
      length: { fr: 'longueur' },
      read: { en: 'last read', fr: 'dernière lecture' },
    },
    default: 'date',
    commands: ['list'],
    help: { en: 'sort by', fr: 'trier par' },
  },
  reverse: {
    type: 'switch',
    commands: ['list'],
    help: { en: 'reverse the order', fr: 'inverser l’ordre' },
  },
  tag: {
    type: 'list',
    placeholder: { en: 'TAG', fr: 'ÉTIQUETTE' },
    names: 'tags',
    commands: ['list', 'search'],
    help: {
      en: 'only articles with this tag; repeatable',
      fr: 'seulement les articles qui portent cette étiquette\u202f; répétable',
    },
  },
  is: {
    type: 'choices',
    placeholder: { en: 'MARK', fr: 'MARQUE' },
    choices: ['starred', 'read', 'unread', 'started', 'highlighted', 'noted'],
    glosses: {
      starred: { fr: 'favori' },
      read: { fr: 'lu' },
      unread: { fr: 'non lu' },
      started: { fr: 'commencé' },
      highlighted: { fr: 'surligné' },
      noted: { en: 'with notes', fr: 'annoté' },
    },
    commands: ['list', 'search'],
    help: {
      en: 'only articles with this mark (repeatable):',
      fr: 'seulement les articles qui ont cette marque (répétable)\u00a0:',
    },
  },
  all: {
    type: 'switch',
    commands: ['search'],
    help: {
      en: 'also articles with only some of the words',
      fr: 'aussi les articles qui n’ont qu’une partie des mots',
    },
  },
  drafts: {
    type: 'switch',
    commands: ['list', 'search', 'publish'],
    help: {
      en: 'also drafts, and articles whose dates are to come',
      fr: 'aussi les brouillons et les articles datés de l’avenir',
    },
  },
  verbose: {
    type: 'switch',
    commands: ['list', 'search', 'show', 'publish'],
    help: {
      en: 'say why the cache is not used; in a list, name the files left out',
      fr: 'dire pourquoi le cache ne sert pas\u202f; dans une liste, nommer les fichiers laissés de côté',
    },
  },
  limit: {
    type: 'number',
    short: 'n',
    placeholder: { en: 'N', fr: 'N' },
    min: 1,
    commands: ['list', 'search'],
    help: {
      en: `at most N articles (search: ${SEARCH_LIMIT})`,
      fr: `au plus N articles (search\u00a0: ${SEARCH_LIMIT})`,
    },
  },
  lang: {
    type: 'choice',
    placeholder: { en: 'LANGUAGE', fr: 'LANGUE' },
    choices: LANGUAGES,
    help: { en: 'language of the interface:', fr: 'langue de l’interface\u00a0:' },
  },
  color: {
    type: 'choice',
    placeholder: { en: 'WHEN', fr: 'QUAND' },
    choices: ['auto', 'always', 'never'],
    glosses: { always: { fr: 'toujours' }, never: { fr: 'jamais' } },
    default: 'auto',
    negative: 'never',
    help: { en: 'use colors:', fr: 'couleurs\u00a0:' },
  },
  help: { type: 'switch', short: 'h', help: { en: 'show this help', fr: 'afficher cette aide' } },
  version: { type: 'switch', short: 'v', help: { en: 'show the version', fr: 'afficher la version' } },
} as const satisfies Record<string, Option>;

type Table = typeof TABLE;
export type OptionName = keyof Table;
export const OPTIONS: Readonly<Record<OptionName, Option>> = TABLE;
export const OPTION_NAMES = Object.keys(TABLE) as OptionName[];

/** The options that have names of their own. */
export const TYPED_NAMES: readonly OptionName[] = OPTION_NAMES.filter((name) => !OPTIONS[name].typedAs);

/** The name of an option as it is typed, without its dashes. */
export const typedName = (name: OptionName): string => OPTIONS[name].typedAs ?? name;

/** The type of an option's value. */
type ValueOf<O extends Option> = O extends SwitchOption
  ? boolean | undefined
  : O extends NumberOption
    ? number | undefined
    : O extends ChoiceOption
      ? O extends { type: 'choices' }
        ? readonly O['choices'][number][]
        : O['choices'][number] | (O extends { default: string } ? never : undefined)
      : O extends { type: 'list' }
        ? readonly string[]
        : string | undefined;

type NamesFor<C> = {
  [N in OptionName]: Table[N] extends { commands: readonly (infer D)[] }
    ? C extends D
      ? N
      : never
    : C extends 'kiosque'
      ? N
      : never;
}[OptionName];

/** The values of the options that a command takes; of `kiosque`, those of the program itself. */
export type OptionsOf<C extends CommandName | 'kiosque'> = {
  readonly [N in NamesFor<C>]: ValueOf<Table[N]>;
};
