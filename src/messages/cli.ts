import { conditionSpellings, dateSpellings } from './conditions.ts';
import { locales, type Translated } from './locale.ts';
import { onDemand } from './on-demand.ts';
import { publishMessages } from './publish.ts';
import { unfetched } from './unfetched.ts';

const { en: english, fr: french } = locales;

/**
 * Texts that the command line prints on stderr, in English: an error is what is wrong, with the word the user typed,
 * then what works. Arguments must have been cleaned of control characters.
 */
const makeEn = () => ({
  unknownOption: (option: string, meant: string | undefined) =>
    `unknown option ${option}${meant ? ` (did you mean ${meant}?)` : '; see kiosque --help'}`,
  unknownCommand: (word: string, instead: string) =>
    `unknown command ${english.quote(word)}, and no such file; try: ${instead}`,
  unknownTopic: (topic: string, near: string | undefined, topics: readonly string[]) =>
    `no help on ${english.quote(topic)}${near ? ` (did you mean ${near}?)` : `; there is help on ${topics.join(', ')}`}`,
  unknownPath: (path: string, instead: string) => `no such file or folder: ${path}; try: ${instead}`,
  optionWithoutValue: (option: string) => `${option} needs a value; see kiosque --help`,
  notAChoice: (option: string, value: string, choices: readonly string[]) =>
    `${option} must be ${english.alternatives(choices)} (got ${english.quote(value)})`,
  noSection: (title: string, near: string | undefined, titles: readonly string[]) =>
    titles.length === 0
      ? `no section ${english.quote(title)}: the article has no headings`
      : `no section ${english.quote(title)}${near ? ` (did you mean ${english.quote(near)}?)` : `; there are ${titles.map(english.quote).join(', ')}`}`,
  noSectionSource: (title: string) =>
    `in this format, it is not known where the section ${english.quote(title)} is in the source; leave out --format markdown`,
  pdfToTerminal:
    'a PDF is not for the terminal; write it to a file: kiosque show … --format pdf > article.pdf',
  noPdfPrinter: (programs: readonly string[]) =>
    `no program here makes PDFs; install ${english.alternatives(programs)}, or print what --format html gives in a browser`,
  pdfFailed: (reasons: readonly string[]) => `no PDF was made (${reasons.join(', ')})`,
  unknownField: (option: string, name: string, fields: readonly string[]) =>
    `${option} has no field ${english.quote(name)}; fields are ${fields.join(', ')}`,
  notANumber: (option: string, value: string, min: number, max: number | undefined) =>
    `${option} must be a whole number ${max === undefined ? `of at least ${min}` : `between ${min} and ${max}`} (got ${english.quote(value)})`,
  optionElsewhere: (option: string, commands: readonly string[]) =>
    `${option} only works with ${english.alternatives(commands)}`,
  noArguments: (command: string, argument: string, instead: string | undefined) =>
    `${command} takes no arguments (got ${english.quote(argument)})${instead ? `; for a folder: ${instead}` : ''}`,
  dashAmongPaths: 'standard input (-) cannot be read together with files and folders',
  dashOnlyShown: (command: string) =>
    `${command} reads files and folders; to read standard input (-): … | kiosque show -`,
  inputUnread: (command: string) =>
    `${command} does not read standard input, but there is text; to read it: … | kiosque show -, to leave it: ${command} … < /dev/null`,
  wordsMissing: 'nothing to search for; usage: kiosque search WORDS…',
  queryTooLong: (length: number, most: number) =>
    `the search is too long: ${length} characters, at most ${most}`,
  noNotes: (reference: string | undefined, titles: readonly string[]) =>
    reference === undefined || titles.length === 0
      ? 'no highlights or notes yet; in the reader, v selects a passage'
      : `no highlights or notes in an article called ${english.quote(reference)}; there are some in ${english.alternatives(titles.slice(0, 3).map(english.quote))}`,
  noNotesBelow: (paths: readonly string[]) =>
    `no highlights or notes on articles in ${english.alternatives(paths)}`,
  noNotesIn: (path: string) => `no highlights or notes in ${path}; kiosque notes --json writes such files`,
  notesUnreadable: (path: string) =>
    `highlights and notes left out, the file is damaged or unreadable: ${path}`,
  privateImport: 'a private session (--no-memory) saves no highlights or notes',
  imported: (notes: number, articles: number, known: number) =>
    `${english.plural(notes, 'highlight or note', 'highlights and notes')} added to ${english.plural(articles, 'article', 'articles')}${known > 0 ? `; ${english.number(known)} already there` : ''}`,
  nothingNew: (notes: number) =>
    `nothing new: ${english.plural(notes, 'highlight or note', 'highlights and notes')} already there`,
  annotations: { missing: 'The article is gone.', lost: 'No longer in the text' },
  nothingToReset: 'there is no terminal to reset',
  noTheme: (name: string, names: readonly string[], near: string | undefined) =>
    `no theme is called ${english.quote(name)}${near === undefined ? `; there are ${names.join(', ')}` : ` (did you mean ${near}?)`}`,
  noLibrary: (name: string, names: readonly string[], near: string | undefined) =>
    `no library is called ${english.quote(name)}${near === undefined ? `; there are ${names.join(', ')}` : ` (did you mean ${near}?)`}; kiosque config edit adds one`,
  editorFailed: (program: string, ending: number | string | undefined) =>
    ending === undefined
      ? `editor ${english.quote(program)} not found; set EDITOR to another`
      : `editor ${english.quote(program)} ended with ${ending}`,
  cannotMake: (path: string, reason: string) => `cannot make ${path}: ${reason}`,
  libraryAndPaths: '--library opens a library by its name; leave out the paths',
  articleMissing: 'no article given; usage: kiosque show ARTICLE… (kiosque list shows them all)',

  unopened: {
    missing: (path: string) => `no such file or folder: ${path}`,
    unreadable: (path: string, reason: string) => `cannot read ${path}: ${reason}`,
    special: (path: string) => `neither a regular file nor a folder: ${path}`,
    binary: (path: string) => `not a text file: ${path}`,
    empty: (path: string) => `the file is empty: ${path}`,
    'too-large': (path: string) => `file too large (over 256 MB): ${path}`,
    'too-much': (path: string) => `holds more text than Kiosque reads: ${path}`,
    damaged: (path: string) => `not a readable file of its kind, or damaged: ${path}`,
    encrypted: (path: string) => `encrypted (DRM), cannot be read: ${path}`,
    unconverted: (path: string, reason: string) =>
      `cannot convert ${path} ([convert] in config.toml): ${reason}`,
  },
  noConverter: (path: string) =>
    `not a text file: ${path}; [convert] in config.toml names programs that convert such files (kiosque help config)`,
  /** Reasons by the code of a system error; the system’s own words are English. */
  systemErrors: {} as Readonly<Record<string, string>>,
  unknownReason: 'unknown reason',
  nothingPiped: 'nothing to read: standard input is empty',
  unfetched: unfetched.en,
  publish: publishMessages.en,
  offline: (address: string, date: string) => `cannot reach ${address}; this is the page as of ${date}`,
  notAnAddress: (word: string) =>
    `not an address on the web: ${english.quote(word)}; addresses begin with https://`,
  addressMissing: (command: string) => `no address given; usage: ${command} URL…`,
  folderPiped: 'standard input is a folder; to list its articles: kiosque list --from PATH',
  folder: (path: string, instead: string) => `${path} is a folder; to list its articles: ${instead}`,

  /** After the title of a draft. */
  draft: 'draft',
  drafts: (count: number) =>
    `${english.plural(count, 'draft', 'drafts')} left out; --drafts lists ${count === 1 ? 'it' : 'them'}`,
  /** `leftOut` is a sentence on what there is instead. */
  onlyLeftOut: (paths: readonly string[], leftOut: string) =>
    `no articles in ${english.alternatives(paths)}; ${leftOut}`,
  /** After the sentence on what is left out of a list. */
  leftOutHint: '; --verbose names them',
  noArticles: (paths: readonly string[]) =>
    `no articles in ${english.alternatives(paths)}; Kiosque reads .md, .markdown, .txt and similar files`,
  noArticlesTagged: (tag: string, known: readonly string[]) =>
    `no article has the tag ${english.quote(tag)}${known.length ? `; tags in use: ${known.join(', ')}` : ''}`,
  marks: {
    starred: 'starred',
    read: 'marked as read',
    unread: 'unread',
    started: 'started but unfinished',
    highlighted: 'highlighted',
    noted: 'annotated',
  },
  noArticlesMarked: (marks: readonly string[]) => `no article is ${marks.join(' and ')}`,
  unknownCondition: {
    mark: (typed: string) =>
      `unknown condition ${english.quote(typed)}; use ${english.alternatives(conditionSpellings.en)}`,
    date: (typed: string) =>
      `no date in ${english.quote(typed)}; use for example ${english.alternatives(dateSpellings.en)}`,
  },
  noMarks: (path: string, reason: string) => `cannot read positions and marks from ${path}: ${reason}`,
  badMarks: { damaged: 'the file is damaged', newer: 'a later version of Kiosque wrote it' },
  /** Before a line of a note. */
  note: 'Note',
  folded: (count: number) =>
    `${count} more with only some of the words; --all ${count === 1 ? 'shows it' : 'shows them'}`,
  nothingFound: (words: string, instead: string | undefined) =>
    `no results for ${english.quote(words)}${instead ? `; try: ${instead}` : ''}`,
  noSuchArticle: (reference: string, near: readonly string[]) =>
    `no article matches ${english.quote(reference)}${near.length ? ` (did you mean ${english.alternatives(near)}?)` : '; kiosque list shows them all'}`,
  noSuchNumber: (number: string, count: number) =>
    `no article number ${number}; kiosque list shows ${english.plural(count, 'article', 'articles')}`,
  ambiguous: (reference: string, count: number) =>
    `${english.quote(reference)} matches ${count} articles; be more specific:`,

  skipped: {
    binary: (count: number, paths: string) =>
      `skipped ${english.plural(count, 'file that is', 'files that are')} not text: ${paths}`,
    empty: (count: number, paths: string) =>
      `skipped ${english.plural(count, 'empty file', 'empty files')}: ${paths}`,
    unreadable: (count: number, paths: string) =>
      `could not read ${english.plural(count, 'file or folder', 'files or folders')}: ${paths}`,
    special: (count: number, paths: string) =>
      `skipped ${english.plural(count, 'special file', 'special files')}: ${paths}`,
    'too-much': (count: number, paths: string) =>
      `skipped ${english.plural(count, 'file that holds', 'files that hold')} too much text: ${paths}`,
    damaged: (count: number, paths: string) =>
      `skipped ${english.plural(count, 'damaged file', 'damaged files')}: ${paths}`,
    encrypted: (count: number, paths: string) =>
      `skipped ${english.plural(count, 'encrypted file', 'encrypted files')} (DRM): ${paths}`,
    unconverted: (count: number, paths: string) =>
      `could not convert ${english.plural(count, 'file', 'files')} ([convert] in config.toml): ${paths}`,
    'front-matter': (count: number, paths: string) =>
      `invalid front matter in ${english.plural(count, 'article', 'articles')}: ${paths}`,
  },

  hidden: (count: number) => `${english.plural(count, 'hidden character', 'hidden characters')} removed`,
  noTerminal: 'the reader needs a terminal; in a script, use kiosque list, search or show',
  unsafeCache: (path: string) => `cache not used: another user owns ${path} or may write to it`,
  cannotWrite: (reason: string) => `cannot write the output: ${reason}`,
  unexpected: (message: string) => `unexpected error: ${message} (KIOSQUE_DEBUG=1 shows details)`,

  stats: {
    articles: (count: number) => english.plural(count, 'article', 'articles'),
    words: (count: number) => english.plural(count, 'word', 'words'),
    read: (count: number) => `${english.number(count)} read`,
    started: (count: number) => `${english.number(count)} started`,
    starred: (count: number) => `${english.number(count)} starred`,
  },
  minutes: (count: number) => `${english.number(count)} min`,
  more: (count: number) => `and ${english.number(count)} more`,
});

export type CliMessages = ReturnType<typeof makeEn>;

/** A mark that `--is` asks for. */
export type MarkName = keyof CliMessages['marks'];

const makeFr = (): CliMessages => ({
  unknownOption: (option, meant) =>
    `option inconnue\u00a0: ${option}${meant ? ` (vouliez-vous dire ${meant}\u202f?)` : '\u202f; voir kiosque --help'}`,
  unknownCommand: (word, instead) =>
    `commande inconnue\u00a0: ${french.quote(word)}, et aucun fichier de ce nom\u202f; essayez\u00a0: ${instead}`,
  unknownTopic: (topic, near, topics) =>
    `aucune aide sur ${french.quote(topic)}${near ? ` (vouliez-vous dire ${near}\u202f?)` : `\u202f; il y en a sur ${topics.join(', ')}`}`,
  unknownPath: (path, instead) =>
    `fichier ou dossier introuvable\u00a0: ${path}\u202f; essayez\u00a0: ${instead}`,
  optionWithoutValue: (option) => `${option} attend une valeur\u202f; voir kiosque --help`,
  notAChoice: (option, value, choices) =>
    `${option} attend ${french.alternatives(choices)} (reçu\u00a0: ${french.quote(value)})`,
  noSection: (title, near, titles) =>
    titles.length === 0
      ? `aucune section ${french.quote(title)}\u00a0: l’article n’a pas d’intertitres`
      : `aucune section ${french.quote(title)}${near ? ` (vouliez-vous dire ${french.quote(near)}\u202f?)` : `\u202f; il y a ${titles.map(french.quote).join(', ')}`}`,
  noSectionSource: (title) =>
    `dans ce format, la place de la section ${french.quote(title)} dans la source n’est pas connue\u202f; retirez --format markdown`,
  pdfToTerminal:
    'un PDF ne s’affiche pas dans un terminal\u202f; pour l’écrire dans un fichier\u00a0: kiosque show … --format pdf > article.pdf',
  noPdfPrinter: (programs) =>
    `aucun programme d’ici ne crée de PDF\u202f; installez ${french.alternatives(programs)}, ou imprimez dans un navigateur ce que donne --format html`,
  pdfFailed: (reasons) => `aucun PDF n’a été créé (${reasons.join(', ')})`,
  unknownField: (option, name, fields) =>
    `${option} n’a pas de champ ${french.quote(name)}\u202f; champs possibles\u00a0: ${fields.join(', ')}`,
  notANumber: (option, value, min, max) =>
    `${option} attend un entier ${max === undefined ? `d’au moins ${min}` : `entre ${min} et ${max}`} (reçu\u00a0: ${french.quote(value)})`,
  optionElsewhere: (option, commands) => `${option} ne s’utilise qu’avec ${french.alternatives(commands)}`,
  noArguments: (command, argument, instead) =>
    `${command} ne prend pas d’argument (reçu\u00a0: ${french.quote(argument)})${instead ? `\u202f; pour un dossier\u00a0: ${instead}` : ''}`,
  dashAmongPaths: 'l’entrée standard (-) ne peut pas être lue avec des fichiers et des dossiers',
  dashOnlyShown: (command) =>
    `${command} lit des fichiers et des dossiers\u202f; pour lire l’entrée standard (-)\u00a0: … | kiosque show -`,
  inputUnread: (command) =>
    `${command} ne lit pas l’entrée standard, mais il s’y trouve du texte\u202f; pour le lire\u00a0: … | kiosque show -, pour le laisser\u00a0: ${command} … < /dev/null`,
  wordsMissing: 'rien à chercher\u202f; utilisation\u00a0: kiosque search MOTS…',
  queryTooLong: (length, most) => `la recherche est trop longue\u00a0: ${length} caractères, au plus ${most}`,
  noNotes: (reference, titles) =>
    reference === undefined || titles.length === 0
      ? 'encore ni surlignage ni note\u202f; dans le lecteur, v sélectionne un passage'
      : `ni surlignage ni note dans un article nommé ${french.quote(reference)}\u202f; il y en a dans ${french.alternatives(titles.slice(0, 3).map(french.quote))}`,
  noNotesBelow: (paths) => `ni surlignage ni note sur les articles de ${french.alternatives(paths)}`,
  noNotesIn: (path) =>
    `ni surlignage ni note dans ${path}\u202f; kiosque notes --json écrit de tels fichiers`,
  notesUnreadable: (path) =>
    `surlignages et notes laissés de côté, le fichier est abîmé ou illisible\u00a0: ${path}`,
  privateImport: 'une session privée (--no-memory) n’enregistre ni surlignage ni note',
  imported: (notes, articles, known) =>
    `${french.plural(notes, 'surlignage ou note ajouté', 'surlignages et notes ajoutés')} à ${french.plural(articles, 'article', 'articles')}${known > 0 ? `\u202f; ${french.plural(known, 'autre déjà présent', 'autres déjà présents')}` : ''}`,
  nothingNew: (notes) =>
    `rien de nouveau\u00a0: ${french.plural(notes, 'surlignage ou note déjà présent', 'surlignages et notes déjà présents')}`,
  annotations: { missing: 'L’article n’existe plus.', lost: 'N’est plus dans le texte' },
  nothingToReset: 'aucun terminal à remettre en état',
  noTheme: (name, names, near) =>
    `aucun thème ne se nomme ${french.quote(name)}${near === undefined ? `\u202f; thèmes possibles\u00a0: ${names.join(', ')}` : ` (vouliez-vous dire ${near}\u202f?)`}`,
  noLibrary: (name, names, near) =>
    `aucune bibliothèque ne se nomme ${french.quote(name)}${near === undefined ? `\u202f; bibliothèques possibles\u00a0: ${names.join(', ')}` : ` (vouliez-vous dire ${near}\u202f?)`}\u202f; kiosque config edit permet d’en ajouter`,
  editorFailed: (program, ending) =>
    ending === undefined
      ? `éditeur introuvable\u00a0: ${program}\u202f; indiquez-en un autre dans EDITOR`
      : `l’éditeur ${french.quote(program)} s’est terminé par ${ending}`,
  cannotMake: (path, reason) => `impossible de créer ${path}\u00a0: ${reason}`,
  libraryAndPaths: '--library ouvre une bibliothèque par son nom\u202f; ne donnez pas de chemins',
  articleMissing:
    'aucun article indiqué\u202f; utilisation\u00a0: kiosque show ARTICLE… (kiosque list les affiche tous)',

  unopened: {
    missing: (path) => `fichier ou dossier introuvable\u00a0: ${path}`,
    unreadable: (path, reason) => `impossible de lire ${path}\u00a0: ${reason}`,
    special: (path) => `ni un fichier ordinaire ni un dossier\u00a0: ${path}`,
    binary: (path) => `ce n’est pas un fichier texte\u00a0: ${path}`,
    empty: (path) => `le fichier est vide\u00a0: ${path}`,
    'too-large': (path) => `fichier trop volumineux (plus de 256\u00a0Mo)\u00a0: ${path}`,
    'too-much': (path) => `contient plus de texte que Kiosque n’en lit\u00a0: ${path}`,
    damaged: (path) => `fichier endommagé ou d’un autre format que celui de son nom\u00a0: ${path}`,
    encrypted: (path) => `fichier chiffré (DRM), impossible à lire\u00a0: ${path}`,
    unconverted: (path, reason) =>
      `impossible de convertir ${path} ([convert] dans config.toml)\u00a0: ${reason}`,
  },
  noConverter: (path) =>
    `ce n’est pas un fichier texte\u00a0: ${path}\u202f; [convert] dans config.toml indique les programmes qui convertissent de tels fichiers (kiosque help config)`,
  systemErrors: {
    EACCES: 'permission refusée',
    EPERM: 'opération interdite',
    EBUSY: 'ressource occupée',
    EDQUOT: 'quota de disque dépassé',
    EFBIG: 'fichier trop grand',
    EINVAL: 'argument non valide',
    EIO: 'erreur d’entrée-sortie',
    EISDIR: 'c’est un dossier',
    ELOOP: 'trop de liens symboliques',
    EMFILE: 'trop de fichiers ouverts',
    ENFILE: 'trop de fichiers ouverts dans le système',
    ENAMETOOLONG: 'nom trop long',
    ENODEV: 'périphérique absent',
    ENOENT: 'fichier introuvable',
    ENOMEM: 'mémoire insuffisante',
    ENOSPC: 'plus de place sur le disque',
    ENOTDIR: 'un élément du chemin n’est pas un dossier',
    ENXIO: 'périphérique ou adresse absents',
    EOVERFLOW: 'valeur trop grande',
    EROFS: 'système de fichiers en lecture seule',
    ESTALE: 'fichier devenu inaccessible sur le réseau',
    ETIMEDOUT: 'délai dépassé',
  },
  unknownReason: 'raison inconnue',
  nothingPiped: 'rien à lire\u00a0: l’entrée standard est vide',
  unfetched: unfetched.fr,
  publish: publishMessages.fr,
  offline: (address, date) => `${address} est injoignable\u202f; voici la page du ${date}`,
  notAnAddress: (word) =>
    `ce n’est pas une adresse du web\u00a0: ${french.quote(word)}\u202f; les adresses commencent par https://`,
  addressMissing: (command) => `aucune adresse donnée\u202f; usage\u00a0: ${command} URL…`,
  folderPiped:
    'l’entrée standard est un dossier\u202f; pour lister ses articles\u00a0: kiosque list --from CHEMIN',
  folder: (path, instead) => `${path} est un dossier\u202f; pour lister ses articles\u00a0: ${instead}`,

  draft: 'brouillon',
  drafts: (count) =>
    `${french.plural(count, 'brouillon laissé', 'brouillons laissés')} de côté\u202f; --drafts ${count < 2 ? 'le' : 'les'} montre`,
  onlyLeftOut: (paths, leftOut) => `aucun article dans ${french.alternatives(paths)}\u202f; ${leftOut}`,
  leftOutHint: '\u202f; --verbose les nomme',
  noArticles: (paths) =>
    `aucun article dans ${french.alternatives(paths)}\u202f; Kiosque lit les formats .md, .markdown, .txt et apparentés`,
  noArticlesTagged: (tag, known) =>
    `aucun article ne porte l’étiquette ${french.quote(tag)}${known.length ? `\u202f; étiquettes utilisées\u00a0: ${known.join(', ')}` : ''}`,
  marks: {
    starred: 'favori',
    read: 'marqué comme lu',
    unread: 'non lu',
    started: 'commencé mais inachevé',
    highlighted: 'surligné',
    noted: 'annoté',
  },
  noArticlesMarked: (marks) => `aucun article ${marks.join(' et ')}`,
  unknownCondition: {
    mark: (typed) =>
      `condition inconnue\u00a0: ${french.quote(typed)}\u202f; utilisez ${french.alternatives(conditionSpellings.fr)}`,
    date: (typed) =>
      `aucune date dans ${french.quote(typed)}\u202f; utilisez par exemple ${french.alternatives(dateSpellings.fr)}`,
  },
  noMarks: (path, reason) => `impossible de lire les positions et les marques dans ${path}\u00a0: ${reason}`,
  badMarks: {
    damaged: 'le fichier est endommagé',
    newer: 'une version plus récente de Kiosque l’a écrit',
  },
  note: 'Note',
  folded: (count) =>
    `${french.plural(count, 'autre n’a', 'autres n’ont')} qu’une partie des mots\u00a0; --all ${count === 1 ? 'le montre' : 'les montre'}`,
  nothingFound: (words, instead) =>
    `aucun résultat pour ${french.quote(words)}${instead ? `\u202f; essayez\u00a0: ${instead}` : ''}`,
  noSuchArticle: (reference, near) =>
    `aucun article ne correspond à ${french.quote(reference)}${near.length ? ` (vouliez-vous dire ${french.alternatives(near)}\u202f?)` : '\u202f; kiosque list les affiche tous'}`,
  noSuchNumber: (number, count) =>
    `aucun article n’a le numéro ${number}\u202f; kiosque list affiche ${french.plural(count, 'article', 'articles')}`,
  ambiguous: (reference, count) =>
    `${french.quote(reference)} correspond à ${count} articles\u202f; précisez\u00a0:`,

  skipped: {
    binary: (count, paths) =>
      `${french.plural(count, 'fichier ignoré', 'fichiers ignorés')} (pas du texte)\u00a0: ${paths}`,
    empty: (count, paths) =>
      `${french.plural(count, 'fichier vide ignoré', 'fichiers vides ignorés')}\u00a0: ${paths}`,
    unreadable: (count, paths) =>
      `${french.plural(count, 'fichier ou dossier illisible', 'fichiers ou dossiers illisibles')}\u00a0: ${paths}`,
    special: (count, paths) =>
      `${french.plural(count, 'fichier spécial ignoré', 'fichiers spéciaux ignorés')}\u00a0: ${paths}`,
    'too-much': (count, paths) =>
      `${french.plural(count, 'fichier ignoré', 'fichiers ignorés')} (trop de texte)\u00a0: ${paths}`,
    damaged: (count, paths) =>
      `${french.plural(count, 'fichier endommagé ignoré', 'fichiers endommagés ignorés')}\u00a0: ${paths}`,
    encrypted: (count, paths) =>
      `${french.plural(count, 'fichier chiffré ignoré', 'fichiers chiffrés ignorés')} (DRM)\u00a0: ${paths}`,
    unconverted: (count, paths) =>
      `impossible de convertir ${french.plural(count, 'fichier', 'fichiers')} ([convert] dans config.toml)\u00a0: ${paths}`,
    'front-matter': (count, paths) =>
      `en-tête non valide dans ${french.plural(count, 'article', 'articles')}\u00a0: ${paths}`,
  },

  hidden: (count) => french.plural(count, 'caractère caché retiré', 'caractères cachés retirés'),
  noTerminal:
    'le lecteur a besoin d’un terminal\u202f; dans un script, utilisez kiosque list, search ou show',
  unsafeCache: (path) =>
    `cache non utilisé\u00a0: ${path} appartient à un autre utilisateur, ou d’autres peuvent y écrire`,
  cannotWrite: (reason) => `impossible d’écrire le résultat\u00a0: ${reason}`,
  unexpected: (message) => `erreur inattendue\u00a0: ${message} (KIOSQUE_DEBUG=1 affiche les détails)`,

  stats: {
    articles: (count) => french.plural(count, 'article', 'articles'),
    words: (count) => french.plural(count, 'mot', 'mots'),
    read: (count) => french.plural(count, 'lu', 'lus'),
    started: (count) => french.plural(count, 'commencé', 'commencés'),
    starred: (count) => french.plural(count, 'favori', 'favoris'),
  },
  minutes: (count) => `${french.number(count)} min`,
  more: (count) => `et ${french.plural(count, 'autre', 'autres')}`,
});

export const cliMessages: Translated<CliMessages> = onDemand({ en: makeEn, fr: makeFr });
