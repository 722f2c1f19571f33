import { LANGUAGES, type Translated } from '../messages/locale.ts';

interface SettingBase {
  /** What it sets, as a phrase. */
  readonly help: Translated;
  /** The environment variable that sets it for a while. */
  readonly env: `KIOSQUE_${string}`;
  /** The name of the option that sets it for one start, as in `src/cli/option-table.ts`. */
  readonly option?: string;
  /** Environment variables that other programs read, too, and that give its default; the first one that is set counts. */
  readonly fallbacks?: readonly string[];
  /** True if it changes only how a text looks, so that `.kiosque.toml` beside the articles may set it. */
  readonly ofProject?: true;
}

/** `true` or `false`. */
interface SwitchSetting extends SettingBase {
  readonly type: 'switch';
  readonly default: boolean;
}

/** A whole number within limits, both included. */
interface NumberSetting extends SettingBase {
  readonly type: 'number';
  readonly min: number;
  readonly max: number;
  /** What the number counts. */
  readonly unit: Translated;
  readonly default: number;
}

/** One of a few words; without a default, `fallbacks` decide. */
interface ChoiceSetting extends SettingBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
  /** What each choice means. */
  readonly glosses: Readonly<Record<string, Translated>>;
  readonly default?: string;
}

/** A name of something that the user may add to: a theme, a library. */
interface NameSetting extends SettingBase {
  readonly type: 'theme' | 'library';
  readonly default: string;
}

/** A program with its arguments: a line, or an array of words; never run by a shell. */
interface CommandSetting extends SettingBase {
  readonly type: 'command';
  /** A program to begin with. */
  readonly example: string;
}

export type Setting = SwitchSetting | NumberSetting | ChoiceSetting | NameSetting | CommandSetting;

/** The name of the bundled library. */
export const BUNDLED = 'kiosque';

/**
 * Every setting by its name, which is its key in `config.toml`, in the order in which they are shown. Reading, checking, the
 * commented file, `kiosque config` and the manual are made from this table.
 */
const TABLE = {
  default: {
    type: 'library',
    env: 'KIOSQUE_LIBRARY',
    option: 'library',
    default: BUNDLED,
    help: { en: 'library to open', fr: 'bibliothèque à ouvrir' },
  },
  language: {
    type: 'choice',
    env: 'KIOSQUE_LANGUAGE',
    option: 'lang',
    fallbacks: ['LC_ALL', 'LC_MESSAGES', 'LANG'],
    choices: LANGUAGES,
    glosses: { fr: { en: 'French', fr: 'français' }, en: { en: 'English', fr: 'anglais' } },
    help: { en: 'language of the interface', fr: 'langue de l’interface' },
  },
  theme: {
    type: 'theme',
    env: 'KIOSQUE_THEME',
    option: 'theme',
    ofProject: true,
    default: 'auto',
    help: { en: 'colors', fr: 'couleurs' },
  },
  measure: {
    type: 'number',
    env: 'KIOSQUE_MEASURE',
    option: 'width',
    ofProject: true,
    min: 40,
    max: 80,
    unit: { en: 'columns', fr: 'colonnes' },
    default: 72,
    help: { en: 'width of the text in the reader', fr: 'largeur du texte dans le lecteur' },
  },
  justification: {
    type: 'switch',
    env: 'KIOSQUE_JUSTIFICATION',
    option: 'justify',
    ofProject: true,
    default: false,
    help: { en: 'justify the text', fr: 'justifier le texte' },
  },
  hyphenation: {
    type: 'switch',
    env: 'KIOSQUE_HYPHENATION',
    option: 'hyphenate',
    ofProject: true,
    default: false,
    help: { en: 'hyphenate words', fr: 'couper les mots en fin de ligne' },
  },
  typography: {
    type: 'choice',
    env: 'KIOSQUE_TYPOGRAPHY',
    ofProject: true,
    choices: ['auto', ...LANGUAGES],
    glosses: {
      auto: { en: 'by the language of the article', fr: 'selon la langue de l’article' },
      fr: { en: 'French', fr: 'française' },
      en: { en: 'English', fr: 'anglaise' },
    },
    default: 'auto',
    help: {
      en: 'rules for line breaks, spaces and hyphens',
      fr: 'règles des fins de ligne, des espaces et de la césure',
    },
  },
  mouse: {
    type: 'switch',
    env: 'KIOSQUE_MOUSE',
    option: 'mouse',
    default: true,
    help: {
      en: 'scroll, select and click with the mouse',
      fr: 'défiler, sélectionner et cliquer à la souris',
    },
  },
  'escape-time': {
    type: 'number',
    env: 'KIOSQUE_ESCAPE_TIME',
    fallbacks: ['ESCDELAY'],
    min: 0,
    max: 5_000,
    unit: { en: 'milliseconds', fr: 'millisecondes' },
    default: 50,
    help: {
      en: 'how long a lone Escape may be the beginning of another key',
      fr: 'temps pendant lequel Échap seul peut commencer une autre touche',
    },
  },
  editor: {
    type: 'command',
    env: 'KIOSQUE_EDITOR',
    fallbacks: ['VISUAL', 'EDITOR'],
    example: 'code --wait',
    help: {
      en: 'program that edits articles and notes',
      fr: 'programme qui modifie les articles et les notes',
    },
  },
  browser: {
    type: 'command',
    env: 'KIOSQUE_BROWSER',
    fallbacks: ['BROWSER'],
    example: 'firefox --new-window %s',
    help: {
      en: 'program that opens links; %s stands for the address',
      fr: 'programme qui ouvre les liens\u202f; %s représente l’adresse',
    },
  },
  'keys.preset': {
    type: 'choice',
    env: 'KIOSQUE_KEYS',
    option: 'keys',
    choices: ['standard', 'less', 'vim', 'emacs'],
    glosses: {
      standard: { en: 'those of the help', fr: 'celles de l’aide' },
      less: { en: 'as in less', fr: 'comme less' },
      vim: { en: 'as in Vim', fr: 'comme Vim' },
      emacs: { en: 'as in Emacs', fr: 'comme Emacs' },
    },
    default: 'standard',
    help: { en: 'keys to begin with', fr: 'touches de départ' },
  },
} as const satisfies Readonly<Record<string, Setting>>;

type Table = typeof TABLE;
export type SettingName = keyof Table;
/** The options that stand for settings. */
export type SettingOption = {
  [N in SettingName]: Table[N] extends { readonly option: infer O } ? O : never;
}[SettingName];
export const SETTINGS: Readonly<Record<SettingName, Setting & { readonly option?: SettingOption }>> = TABLE;
export const SETTING_NAMES = Object.keys(TABLE) as SettingName[];

/** The entry of a setting, in its own type. */
export const settingOf = <N extends SettingName>(name: N): Table[N] => TABLE[name];

/** A program with its arguments. */
export type CommandLine = readonly [program: string, ...args: string[]];

type ValueOf<S extends Setting> = S extends SwitchSetting
  ? boolean
  : S extends NumberSetting
    ? number
    : S extends ChoiceSetting
      ? S['choices'][number]
      : S extends CommandSetting
        ? CommandLine
        : string;

/** The values of some settings. */
export type SettingValues = { readonly [N in SettingName]?: ValueOf<Table[N]> };

/** A table of `config.toml` whose keys are the user's own, or names of something else than settings. */
export interface Section {
  /** How a key is written, after the name of the table. */
  readonly placeholder: Translated;
  /** What a value is: words as a text with commas or an array, a command, or a table of its own. */
  readonly type: 'words' | 'command' | 'keys' | 'library';
  readonly help: Translated;
  /** Lines to begin with. */
  readonly example: Translated<readonly string[]>;
}

const SECTION_TABLE = {
  library: {
    placeholder: { en: 'NAME', fr: 'NOM' },
    type: 'library',
    help: {
      en: `files and folders that --library NAME opens, or the address of a published library, whose token_command prints the token to log in; “${BUNDLED}” is the bundled one`,
      fr: `fichiers et dossiers que --library NOM ouvre, ou l’adresse d’une bibliothèque publiée, dont token_command affiche le jeton d’accès\u202f; «\u00a0${BUNDLED}\u00a0» est celle fournie`,
    },
    example: {
      en: [
        '[library.notes]',
        'paths = ["~/notes"]',
        '[library.team]',
        'paths = ["https://docs.example.org/library/"]',
        'token_command = ["pass", "show", "docs"]',
      ],
      fr: [
        '[library.notes]',
        'paths = ["~/notes"]',
        '[library.equipe]',
        'paths = ["https://docs.example.org/bibliotheque/"]',
        'token_command = ["pass", "show", "docs"]',
      ],
    },
  },
  keys: {
    placeholder: { en: 'COMMAND', fr: 'COMMANDE' },
    type: 'keys',
    help: {
      en: 'keys of a command, in place of its own: a key, a sequence of keys with blanks between them, or an array of these',
      fr: 'touches d’une commande, à la place des siennes\u00a0: une touche, une suite de touches séparées par des espaces, ou un tableau',
    },
    example: {
      en: ['[keys]', 'first = ["g g", "home"]', 'quit = "ctrl-x ctrl-c"'],
      fr: ['[keys]', 'first = ["g g", "home"]', 'quit = "ctrl-x ctrl-c"'],
    },
  },
  convert: {
    placeholder: { en: 'SUFFIX', fr: 'SUFFIXE' },
    type: 'command',
    help: {
      en: 'programs that turn files with a suffix into text, Markdown or HTML; {} stands for the file',
      fr: 'programmes qui changent les fichiers d’un suffixe en texte, Markdown ou HTML\u202f; {} représente le fichier',
    },
    example: {
      en: ['[convert]', 'pdf = "pdftotext -layout {} -"', 'odt = ["pandoc", "-t", "html", "{}"]'],
      fr: ['[convert]', 'pdf = "pdftotext -layout {} -"', 'odt = ["pandoc", "-t", "html", "{}"]'],
    },
  },
  synonyms: {
    placeholder: { en: 'WORD', fr: 'MOT' },
    type: 'words',
    help: {
      en: 'words that a search for a word finds, too',
      fr: 'mots que trouve aussi la recherche d’un mot',
    },
    example: {
      en: ['[synonyms]', 'SDF = "sans-abri, sans domicile fixe"'],
      fr: ['[synonyms]', 'SDF = "sans-abri, sans domicile fixe"'],
    },
  },
} as const satisfies Readonly<Record<string, Section>>;

export type SectionName = keyof typeof SECTION_TABLE;
export const SECTIONS: Readonly<Record<SectionName, Section>> = SECTION_TABLE;
export const SECTION_NAMES = Object.keys(SECTION_TABLE) as SectionName[];

/** The settings that `.kiosque.toml` may set. */
export const PROJECT_SETTINGS: readonly SettingName[] = SETTING_NAMES.filter(
  (name) => SETTINGS[name].ofProject,
);
