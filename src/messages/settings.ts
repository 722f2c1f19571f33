import { locales, type Translated } from './locale.ts';

const { en: english, fr: french } = locales;

const didYouMean = (near: string | undefined): string =>
  near === undefined ? '' : ` (did you mean ${near}?)`;
const vouliezVous = (near: string | undefined): string =>
  near === undefined ? '' : ` (vouliez-vous dire ${near}\u202f?)`;

/** Texts about settings, in English: what is wrong, and what works. Arguments must have been cleaned of control characters. */
const en = {
  /** Where a message is about: `config.toml:3: `. */
  at: (file: string, line: number | undefined) => `${file}${line === undefined ? '' : `:${line}`}: `,
  allowed: {
    switch: 'true or false',
    number: (min: number, max: number) => `a whole number between ${min} and ${max}`,
    names: (names: readonly string[]) => english.alternatives(names),
    command: 'a program with its arguments, such as "code --wait" or ["code", "--wait"]',
    words: 'words with commas between them, or an array of words',
    keys: 'a key, a sequence of keys with blanks between them, or an array of these',
    library: 'a path or an array of paths',
  },
  syntax: (text: string, instead: string | undefined) =>
    `not valid TOML: ${text}; ${instead === undefined ? 'expected [TABLE] or KEY = VALUE, with texts in quotation marks' : `try: ${instead}`}`,
  unknown: (key: string, near: string | undefined) =>
    `unknown setting ${english.quote(key)}${near === undefined ? '; kiosque config shows them all' : didYouMean(near)}`,
  value: (key: string, value: string, allowed: string, near: string | undefined) =>
    `${key} must be ${allowed} (got ${english.quote(value)}${near === undefined ? '' : `; did you mean ${near}?`})`,
  repeated: (key: string, line: number) => `${key} is already set in line ${line}, which counts`,
  notOfProject: (key: string, names: readonly string[]) =>
    `${key} is left out: beside articles only ${names.join(', ')} may be set`,
  reserved: (key: string) => `${key}: this is the name of the bundled library; choose another`,
  unreadable: (reason: string) => `cannot be read: ${reason}`,
  tooLarge: 'left out, larger than 256 kB',
  missing: (key: string, path: string) => `${key}: no such file or folder: ${path}`,
  noCommand: (key: string, near: string | undefined) =>
    `no command is called ${english.quote(key)}${near === undefined ? '; kiosque help keys shows them all' : didYouMean(near)}`,
  noKey: (key: string, value: string) =>
    `keys.${key}: there is no key ${english.quote(value)}; keys are written like j, J, space, up, f1, ctrl-x, alt-x, shift-tab`,
  sentAs: (key: string, value: string, sentAs: string) =>
    `keys.${key}: terminals do not tell ${value} from ${sentAs}; use ${sentAs}`,
  typedKey: (key: string, value: string) =>
    `keys.${key}: ${english.quote(value)} cannot be a command: digits count, as in 5j`,
  clash: (key: string, value: string, other: string) =>
    `keys.${key}: ${english.quote(value)} is taken by ${other}, which keeps it`,
  keyless: (key: string, value: string, other: string) =>
    `keys.${key}: ${english.quote(value)} was the only key of ${other}, which has none now; give it another`,
  noRole: (key: string, near: string | undefined) =>
    `a theme has no ${english.quote(key)}${didYouMean(near)}`,
  notAColor: (key: string, value: string) =>
    `${key} must be a color such as "#d7af5f" (got ${english.quote(value)})`,
  contrast: (key: string, ratio: number) =>
    `${key} has a contrast of ${ratio.toFixed(1)}:1 with its background; text is easy to read from 4.5:1 on`,
  /** In the status line, before the first problem of several. */
  andMore: (count: number) => ` (${english.number(count)} more: kiosque config check)`,
  /** Where a value comes from, if from no file, variable or option. */
  byDefault: 'default',
  chosen: 'chosen in the reader',
  fileOf: (path: string) => `File: ${path}`,
  noFile: (path: string) => `No file yet: kiosque config edit makes ${path}`,
  noProblems: 'No problems',
  /** The first lines of a file of settings. */
  template: [
    'Settings of Kiosque, in TOML. Remove the # before a line to set something.',
    'An option comes first, then an environment variable, then .kiosque.toml beside the articles, then this file.',
    'kiosque config shows what counts, kiosque config check looks for mistakes.',
  ],
};

export type SettingsMessages = typeof en;

const fr: SettingsMessages = {
  at: (file, line) => `${file}${line === undefined ? '' : `:${line}`}: `,
  allowed: {
    switch: 'true ou false',
    number: (min, max) => `un entier entre ${min} et ${max}`,
    names: (names) => french.alternatives(names),
    command: 'un programme avec ses arguments, comme "code --wait" ou ["code", "--wait"]',
    words: 'des mots séparés par des virgules, ou un tableau de mots',
    keys: 'une touche, une suite de touches séparées par des espaces, ou un tableau',
    library: 'un chemin ou un tableau de chemins',
  },
  syntax: (text, instead) =>
    `TOML non valide\u00a0: ${text}\u202f; ${instead === undefined ? 'attendu\u00a0: [TABLE] ou CLÉ = VALEUR, les textes entre guillemets droits' : `essayez\u00a0: ${instead}`}`,
  unknown: (key, near) =>
    `réglage inconnu\u00a0: ${french.quote(key)}${near === undefined ? '\u202f; kiosque config les affiche tous' : vouliezVous(near)}`,
  value: (key, value, allowed, near) =>
    `${key} attend ${allowed} (reçu\u00a0: ${french.quote(value)}${near === undefined ? '' : `\u202f; vouliez-vous dire ${near}\u202f?`})`,
  repeated: (key, line) => `${key} est déjà réglé à la ligne ${line}, qui compte`,
  notOfProject: (key, names) =>
    `${key} est laissé de côté\u00a0: à côté d’articles, seuls ${names.join(', ')} peuvent être réglés`,
  reserved: (key) => `${key}\u00a0: c’est le nom de la bibliothèque fournie\u202f; choisissez-en un autre`,
  unreadable: (reason) => `lecture impossible\u00a0: ${reason}`,
  tooLarge: 'laissé de côté, plus de 256\u00a0ko',
  missing: (key, path) => `${key}\u00a0: fichier ou dossier introuvable\u00a0: ${path}`,
  noCommand: (key, near) =>
    `aucune commande ne se nomme ${french.quote(key)}${near === undefined ? '\u202f; kiosque help keys les affiche toutes' : vouliezVous(near)}`,
  noKey: (key, value) =>
    `keys.${key}\u00a0: il n’y a pas de touche ${french.quote(value)}\u202f; les touches s’écrivent j, J, space, up, f1, ctrl-x, alt-x, shift-tab`,
  sentAs: (key, value, sentAs) =>
    `keys.${key}\u00a0: les terminaux ne distinguent pas ${value} de ${sentAs}\u202f; utilisez ${sentAs}`,
  typedKey: (key, value) =>
    `keys.${key}\u00a0: ${french.quote(value)} ne peut pas être une commande\u00a0: les chiffres comptent, comme dans 5j`,
  clash: (key, value, other) =>
    `keys.${key}\u00a0: ${french.quote(value)} est prise par ${other}, qui la garde`,
  keyless: (key, value, other) =>
    `keys.${key}\u00a0: ${french.quote(value)} était la seule touche de ${other}, qui n’en a plus\u202f; donnez-lui-en une autre`,
  noRole: (key, near) => `un thème n’a pas de ${french.quote(key)}${vouliezVous(near)}`,
  notAColor: (key, value) => `${key} attend une couleur comme "#d7af5f" (reçu\u00a0: ${french.quote(value)})`,
  contrast: (key, ratio) =>
    `${key} a un contraste de ${ratio.toFixed(1).replace('.', ',')}:1 avec son fond\u202f; un texte se lit bien à partir de 4,5:1`,
  andMore: (count) => ` (${french.plural(count, 'autre', 'autres')}\u00a0: kiosque config check)`,
  byDefault: 'par défaut',
  chosen: 'choisi dans le lecteur',
  fileOf: (path) => `Fichier\u00a0: ${path}`,
  noFile: (path) => `Pas encore de fichier\u00a0: kiosque config edit crée ${path}`,
  noProblems: 'Aucun problème',
  template: [
    'Réglages de Kiosque, en TOML. Enlevez le # devant une ligne pour régler quelque chose.',
    'Une option passe avant une variable d’environnement, puis .kiosque.toml à côté des articles, puis ce fichier.',
    'kiosque config affiche ce qui compte, kiosque config check cherche les erreurs.',
  ],
};

export const settingsMessages: Translated<SettingsMessages> = { en, fr };
