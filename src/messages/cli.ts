import { alternatives, plural } from './format.ts';
import type { Language } from './language.ts';

/**
 * What the command line says, a line each: what is wrong, with which path or option, and what to do. Every
 * argument must have been cleaned.
 */
export interface CliMessages {
  unknownOption(option: string, meant: string | undefined): string;
  /** An excluded word (`-word`) that was taken for options. */
  optionWithoutValue(option: string): string;
  optionTwice(option: string): string;
  notAChoice(option: string, value: string, choices: readonly string[]): string;
  notANumber(option: string, value: string, least: number): string;
  optionElsewhere(option: string, commands: readonly string[]): string;
  noArguments(command: string): string;
  wordsWanted: string;
  articleWanted: string;
  twoSources: string;

  missing(path: string): string;
  unreadable(path: string, reason: string): string;
  special(path: string): string;
  binary(path: string): string;
  empty(path: string): string;
  tooLarge(path: string): string;
  folder(path: string): string;
  perhapsCommand(word: string, command: string): string;
  nothingPiped: string;

  noArticles(paths: readonly string[]): string;
  noArticlesTagged(tag: string, known: readonly string[]): string;
  nothingFound(words: string, suggestion: string | undefined): string;
  noSuchArticle(reference: string, near: readonly string[]): string;
  ambiguous(reference: string, count: number): string;

  skippedBinary(count: number, paths: string): string;
  skippedEmpty(count: number, paths: string): string;
  skippedUnreadable(count: number, paths: string): string;
  skippedSpecial(count: number, paths: string): string;
  brokenFrontMatter(count: number, paths: string): string;

  noTerminal: string;
  cannotWrite(reason: string): string;
  unexpected(message: string): string;

  minutes(count: number): string;
  articles(count: number): string;
  more(count: number): string;
}

const en: CliMessages = {
  unknownOption: (option, meant) =>
    `unknown option ${option}; ${meant ? `did you mean ${meant}?` : 'kiosque --help lists them'}`,
  optionWithoutValue: (option) => `${option} wants a value; see kiosque --help`,
  optionTwice: (option) => `${option} can be given once only`,
  notAChoice: (option, value, choices) => `${option} is ${alternatives('en', choices)}, not “${value}”`,
  notANumber: (option, value, least) => `${option} is a whole number from ${least}, not “${value}”`,
  optionElsewhere: (option, commands) =>
    `${option} goes with ${alternatives('en', commands)}; see kiosque --help`,
  noArguments: (command) => `${command} takes no argument; for a folder: kiosque ${command} --from PATH`,
  wordsWanted: 'what should be searched for? kiosque search WORDS…',
  articleWanted: 'which article? kiosque show ARTICLE; kiosque list names them',
  twoSources: 'name the paths either with --from or as arguments, not both',

  missing: (path) => `no such file or folder: ${path}`,
  unreadable: (path, reason) => `cannot read ${path}: ${reason}`,
  special: (path) => `neither a file nor a folder: ${path}`,
  binary: (path) => `not a text: ${path}`,
  empty: (path) => `nothing to read, the file is empty: ${path}`,
  tooLarge: (path) => `larger than 256 MB, which is more than Kiosque opens: ${path}`,
  folder: (path) => `${path} is a folder; to see its articles: kiosque list --from ${path}`,
  perhapsCommand: (word, command) => `no such file or folder: ${word}; did you mean kiosque ${command}?`,
  nothingPiped: 'nothing to read: standard input is empty',

  noArticles: (paths) =>
    `no article in ${alternatives('en', paths)}; Kiosque reads .md, .markdown, .txt and the like`,
  noArticlesTagged: (tag, known) =>
    `no article has the tag “${tag}”${known.length ? `; there are ${known.join(', ')}` : ''}`,
  nothingFound: (words, suggestion) =>
    `nothing found for “${words}”${suggestion ? `; did you mean “${suggestion}”?` : ''}`,
  noSuchArticle: (reference, near) =>
    `no article fits “${reference}”; ${near.length ? `perhaps ${alternatives('en', near)}` : 'kiosque list names them all'}`,
  ambiguous: (reference, count) => `${count} articles fit “${reference}”; say which:`,

  skippedBinary: (count, paths) =>
    `left out ${plural('en', count, { one: 'file that is', other: 'files that are' })} not text: ${paths}`,
  skippedEmpty: (count, paths) =>
    `left out ${plural('en', count, { one: 'empty file', other: 'empty files' })}: ${paths}`,
  skippedUnreadable: (count, paths) =>
    `could not read ${plural('en', count, { one: 'file or folder', other: 'files or folders' })}: ${paths}`,
  skippedSpecial: (count, paths) =>
    `left out ${plural('en', count, { one: 'thing that is', other: 'things that are' })} no file: ${paths}`,
  brokenFrontMatter: (count, paths) =>
    `broken front matter in ${plural('en', count, { one: 'article', other: 'articles' })}: ${paths}`,

  noTerminal: 'the reader needs a terminal; in a script: kiosque list, search or show',
  cannotWrite: (reason) => `cannot write the output: ${reason}`,
  unexpected: (message) => `unexpected error: ${message} (KIOSQUE_DEBUG=1 shows where)`,

  minutes: (count) => plural('en', count, { one: 'min', other: 'min' }),
  articles: (count) => plural('en', count, { one: 'article', other: 'articles' }),
  more: (count) => `and ${plural('en', count, { one: 'other', other: 'others' })}`,
};

const fr: CliMessages = {
  unknownOption: (option, meant) =>
    `option inconnue : ${option} ; ${meant ? `vouliez-vous dire ${meant} ?` : 'kiosque --help les donne toutes'}`,
  optionWithoutValue: (option) => `${option} attend une valeur ; voir kiosque --help`,
  optionTwice: (option) => `${option} ne se donne qu’une fois`,
  notAChoice: (option, value, choices) =>
    `${option} vaut ${alternatives('fr', choices)}, et non « ${value} »`,
  notANumber: (option, value, least) =>
    `${option} est un nombre entier à partir de ${least}, et non « ${value} »`,
  optionElsewhere: (option, commands) =>
    `${option} va avec ${alternatives('fr', commands)} ; voir kiosque --help`,
  noArguments: (command) =>
    `${command} ne prend pas d’argument ; pour un dossier : kiosque ${command} --from CHEMIN`,
  wordsWanted: 'que faut-il chercher ? kiosque search MOTS…',
  articleWanted: 'quel article ? kiosque show ARTICLE ; kiosque list les nomme',
  twoSources: 'nommez les chemins soit par --from, soit en arguments, pas les deux',

  missing: (path) => `ni fichier ni dossier de ce nom : ${path}`,
  unreadable: (path, reason) => `impossible de lire ${path} : ${reason}`,
  special: (path) => `ce n’est ni un fichier ni un dossier : ${path}`,
  binary: (path) => `ce n’est pas du texte : ${path}`,
  empty: (path) => `rien à lire, le fichier est vide : ${path}`,
  tooLarge: (path) => `plus de 256 Mo, Kiosque n’ouvre pas si grand : ${path}`,
  folder: (path) => `${path} est un dossier ; pour voir ses articles : kiosque list --from ${path}`,
  perhapsCommand: (word, command) =>
    `ni fichier ni dossier de ce nom : ${word} ; vouliez-vous dire kiosque ${command} ?`,
  nothingPiped: 'rien à lire : l’entrée standard est vide',

  noArticles: (paths) =>
    `aucun article dans ${alternatives('fr', paths)} ; Kiosque lit .md, .markdown, .txt et semblables`,
  noArticlesTagged: (tag, known) =>
    `aucun article n’a l’étiquette « ${tag} »${known.length ? ` ; il y a ${known.join(', ')}` : ''}`,
  nothingFound: (words, suggestion) =>
    `rien pour « ${words} »${suggestion ? ` ; vouliez-vous dire « ${suggestion} » ?` : ''}`,
  noSuchArticle: (reference, near) =>
    `aucun article ne répond à « ${reference} » ; ${near.length ? `peut-être ${alternatives('fr', near)}` : 'kiosque list les nomme tous'}`,
  ambiguous: (reference, count) => `${count} articles répondent à « ${reference} » ; dites lequel :`,

  skippedBinary: (count, paths) =>
    `${plural('fr', count, { one: 'fichier laissé de côté, qui n’est', other: 'fichiers laissés de côté, qui ne sont' })} pas du texte : ${paths}`,
  skippedEmpty: (count, paths) =>
    `${plural('fr', count, { one: 'fichier vide laissé', other: 'fichiers vides laissés' })} de côté : ${paths}`,
  skippedUnreadable: (count, paths) =>
    `${plural('fr', count, { one: 'fichier ou dossier illisible', other: 'fichiers ou dossiers illisibles' })} : ${paths}`,
  skippedSpecial: (count, paths) =>
    `${plural('fr', count, { one: 'chose laissée de côté, qui n’est', other: 'choses laissées de côté, qui ne sont' })} pas un fichier : ${paths}`,
  brokenFrontMatter: (count, paths) =>
    `en-tête mal formé dans ${plural('fr', count, { one: 'article', other: 'articles' })} : ${paths}`,

  noTerminal: 'le lecteur demande un terminal ; dans un script : kiosque list, search ou show',
  cannotWrite: (reason) => `impossible d’écrire le résultat : ${reason}`,
  unexpected: (message) => `erreur inattendue : ${message} (KIOSQUE_DEBUG=1 dit où)`,

  minutes: (count) => plural('fr', count, { one: 'min', other: 'min' }),
  articles: (count) => plural('fr', count, { one: 'article', other: 'articles' }),
  more: (count) => `et ${plural('fr', count, { one: 'autre', other: 'autres' })}`,
};

export const cliMessages: Readonly<Record<Language, CliMessages>> = { en, fr };
