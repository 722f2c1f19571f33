import { type Language, locales } from './locale.ts';

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
  unsafeCache(path: string): string;
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
  notAChoice: (option, value, choices) =>
    `${option} is ${locales.en.alternatives(choices)}, not ${locales.en.quote(value)}`,
  notANumber: (option, value, least) =>
    `${option} is a whole number from ${least}, not ${locales.en.quote(value)}`,
  optionElsewhere: (option, commands) =>
    `${option} goes with ${locales.en.alternatives(commands)}; see kiosque --help`,
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
    `no article in ${locales.en.alternatives(paths)}; Kiosque reads .md, .markdown, .txt and the like`,
  noArticlesTagged: (tag, known) =>
    `no article has the tag ${locales.en.quote(tag)}${known.length ? `; there are ${known.join(', ')}` : ''}`,
  nothingFound: (words, suggestion) =>
    `nothing found for ${locales.en.quote(words)}${suggestion ? `; did you mean ${locales.en.quote(suggestion)}?` : ''}`,
  noSuchArticle: (reference, near) =>
    `no article fits ${locales.en.quote(reference)}; ${near.length ? `perhaps ${locales.en.alternatives(near)}` : 'kiosque list names them all'}`,
  ambiguous: (reference, count) => `${count} articles fit ${locales.en.quote(reference)}; say which:`,

  skippedBinary: (count, paths) =>
    `left out ${locales.en.plural(count, { one: 'file that is', other: 'files that are' })} not text: ${paths}`,
  skippedEmpty: (count, paths) =>
    `left out ${locales.en.plural(count, { one: 'empty file', other: 'empty files' })}: ${paths}`,
  skippedUnreadable: (count, paths) =>
    `could not read ${locales.en.plural(count, { one: 'file or folder', other: 'files or folders' })}: ${paths}`,
  skippedSpecial: (count, paths) =>
    `left out ${locales.en.plural(count, { one: 'thing that is', other: 'things that are' })} no file: ${paths}`,
  brokenFrontMatter: (count, paths) =>
    `broken front matter in ${locales.en.plural(count, { one: 'article', other: 'articles' })}: ${paths}`,

  noTerminal: 'the reader needs a terminal; in a script: kiosque list, search or show',
  unsafeCache: (path) => `cache not used: another user owns ${path} or may write to it`,
  cannotWrite: (reason) => `cannot write the output: ${reason}`,
  unexpected: (message) => `unexpected error: ${message} (KIOSQUE_DEBUG=1 shows where)`,

  minutes: (count) => locales.en.plural(count, { one: 'min', other: 'min' }),
  articles: (count) => locales.en.plural(count, { one: 'article', other: 'articles' }),
  more: (count) => `and ${locales.en.plural(count, { one: 'other', other: 'others' })}`,
};

const fr: CliMessages = {
  unknownOption: (option, meant) =>
    `option inconnue\u00a0: ${option}\u202f; ${meant ? `vouliez-vous dire ${meant}\u202f?` : 'kiosque --help les donne toutes'}`,
  optionWithoutValue: (option) => `${option} attend une valeur\u202f; voir kiosque --help`,
  optionTwice: (option) => `${option} ne se donne qu’une fois`,
  notAChoice: (option, value, choices) =>
    `${option} vaut ${locales.fr.alternatives(choices)}, et non ${locales.fr.quote(value)}`,
  notANumber: (option, value, least) =>
    `${option} est un nombre entier à partir de ${least}, et non ${locales.fr.quote(value)}`,
  optionElsewhere: (option, commands) =>
    `${option} va avec ${locales.fr.alternatives(commands)}\u202f; voir kiosque --help`,
  noArguments: (command) =>
    `${command} ne prend pas d’argument\u202f; pour un dossier\u00a0: kiosque ${command} --from CHEMIN`,
  wordsWanted: 'que faut-il chercher\u202f? kiosque search MOTS…',
  articleWanted: 'quel article\u202f? kiosque show ARTICLE\u202f; kiosque list les nomme',
  twoSources: 'nommez les chemins soit par --from, soit en arguments, pas les deux',

  missing: (path) => `ni fichier ni dossier de ce nom\u00a0: ${path}`,
  unreadable: (path, reason) => `impossible de lire ${path}\u00a0: ${reason}`,
  special: (path) => `ce n’est ni un fichier ni un dossier\u00a0: ${path}`,
  binary: (path) => `ce n’est pas du texte\u00a0: ${path}`,
  empty: (path) => `rien à lire, le fichier est vide\u00a0: ${path}`,
  tooLarge: (path) => `plus de 256 Mo, Kiosque n’ouvre pas si grand\u00a0: ${path}`,
  folder: (path) => `${path} est un dossier\u202f; pour voir ses articles\u00a0: kiosque list --from ${path}`,
  perhapsCommand: (word, command) =>
    `ni fichier ni dossier de ce nom\u00a0: ${word}\u202f; vouliez-vous dire kiosque ${command}\u202f?`,
  nothingPiped: 'rien à lire\u00a0: l’entrée standard est vide',

  noArticles: (paths) =>
    `aucun article dans ${locales.fr.alternatives(paths)}\u202f; Kiosque lit .md, .markdown, .txt et semblables`,
  noArticlesTagged: (tag, known) =>
    `aucun article n’a l’étiquette ${locales.fr.quote(tag)}${known.length ? `\u202f; il y a ${known.join(', ')}` : ''}`,
  nothingFound: (words, suggestion) =>
    `rien pour ${locales.fr.quote(words)}${suggestion ? `\u202f; vouliez-vous dire ${locales.fr.quote(suggestion)}\u202f?` : ''}`,
  noSuchArticle: (reference, near) =>
    `aucun article ne répond à ${locales.fr.quote(reference)}\u202f; ${near.length ? `peut-être ${locales.fr.alternatives(near)}` : 'kiosque list les nomme tous'}`,
  ambiguous: (reference, count) =>
    `${count} articles répondent à ${locales.fr.quote(reference)}\u202f; dites lequel\u00a0:`,

  skippedBinary: (count, paths) =>
    `${locales.fr.plural(count, { one: 'fichier laissé de côté, qui n’est', other: 'fichiers laissés de côté, qui ne sont' })} pas du texte\u00a0: ${paths}`,
  skippedEmpty: (count, paths) =>
    `${locales.fr.plural(count, { one: 'fichier vide laissé', other: 'fichiers vides laissés' })} de côté\u00a0: ${paths}`,
  skippedUnreadable: (count, paths) =>
    `${locales.fr.plural(count, { one: 'fichier ou dossier illisible', other: 'fichiers ou dossiers illisibles' })}\u00a0: ${paths}`,
  skippedSpecial: (count, paths) =>
    `${locales.fr.plural(count, { one: 'chose laissée de côté, qui n’est', other: 'choses laissées de côté, qui ne sont' })} pas un fichier\u00a0: ${paths}`,
  brokenFrontMatter: (count, paths) =>
    `en-tête mal formé dans ${locales.fr.plural(count, { one: 'article', other: 'articles' })}\u00a0: ${paths}`,

  noTerminal: 'le lecteur demande un terminal\u202f; dans un script\u00a0: kiosque list, search ou show',
  unsafeCache: (path) =>
    `cache non utilisé\u00a0: ${path} appartient à un autre utilisateur, ou d’autres peuvent y écrire`,
  cannotWrite: (reason) => `impossible d’écrire le résultat\u00a0: ${reason}`,
  unexpected: (message) => `erreur inattendue\u00a0: ${message} (KIOSQUE_DEBUG=1 dit où)`,

  minutes: (count) => locales.fr.plural(count, { one: 'min', other: 'min' }),
  articles: (count) => locales.fr.plural(count, { one: 'article', other: 'articles' }),
  more: (count) => `et ${locales.fr.plural(count, { one: 'autre', other: 'autres' })}`,
};

export const cliMessages: Readonly<Record<Language, CliMessages>> = { en, fr };
