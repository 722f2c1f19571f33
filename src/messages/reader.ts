import { type Language, locales } from './locale.ts';

/** Words of the reader's screen. A translation that is missing fails the type check. */
export interface ReaderMessages {
  readonly search: string;
  readonly find: string;
  readonly contents: string;
  readonly tags: string;
  readonly allTags: string;
  readonly help: string;
  readonly panes: Readonly<
    Record<'list' | 'reader' | 'search' | 'find' | 'contents' | 'tags' | 'help', string>
  >;
  readonly orders: Readonly<Record<'date' | 'title' | 'length', string>>;
  readonly sections: Readonly<Record<'move' | 'read' | 'search' | 'article' | 'view' | 'program', string>>;
  /** Few words for the status line, by command. */
  readonly hints: Readonly<Record<HintName, string>>;
  readonly inList: string;
  readonly inReader: string;
  readonly articles: (count: number) => string;
  readonly results: (count: number) => string;
  readonly matches: (count: number) => string;
  readonly minutes: (count: number) => string;
  readonly minutesLeft: (count: number) => string;
  readonly percent: (percent: number) => string;
  readonly sortedBy: (order: string, reverse: boolean) => string;
  readonly read: string;
  readonly starred: string;
  /** What a setting has become. */
  readonly themes: Readonly<Record<'auto' | 'neutral' | 'dark' | 'light', string>>;
  readonly columns: (count: number) => string;
  readonly justified: Readonly<Record<'on' | 'off', string>>;
  readonly hyphenated: Readonly<Record<'on' | 'off', string>>;
  readonly zoomed: Readonly<Record<'on' | 'off', string>>;
  readonly link: string;
  readonly note: string;
  /** Above the articles that are like the one that ends there. */
  readonly related: string;
  /** Said in words, before what stands there. */
  readonly nth: (number: number, total: number) => string;
  readonly reading: string;
  readonly indexing: (percent: string) => string;
  /** While a long text is laid out, or searched, up to where one wants to be. */
  readonly settingText: string;
  readonly searchingText: string;
  readonly noResult: (query: string) => string;
  readonly didYouMean: (suggestion: string) => string;
  readonly takeIt: string;
  readonly searchAgain: string;
  readonly noArticle: string;
  readonly noArticleHint: string;
  readonly noneTagged: (tag: string) => string;
  readonly clearHint: string;
  readonly noHelp: string;
  /** `least` is the smallest screen there can be, columns and rows. */
  readonly tooSmall: (least: string) => string;
  /** Files of the library that are no articles, or not whole. */
  readonly skipped: (count: number, names: string) => string;
  readonly brokenFrontMatter: (count: number, names: string) => string;
  /** What became of the file that remembers places and marks. */
  readonly memory: Readonly<
    Record<'damaged' | 'newer' | 'unreadable' | 'unwritable', (path: string) => string>
  >;
  /** What became of the editor: its name, and its exit code or the signal that ended it. */
  readonly editor: Readonly<{
    missing: (program: string) => string;
    failed: (program: string, ending: number | string) => string;
  }>;
  readonly resumed: (title: string, percent: string) => string;
  readonly copied: Readonly<Record<'link' | 'source' | 'text' | 'selection', string>>;
  readonly opened: (url: string) => string;
  readonly unopened: (url: string) => string;
  readonly reloaded: string;
  readonly gone: string;
  readonly mouse: Readonly<Record<'on' | 'off', string>>;
  readonly nothing: Readonly<
    Record<
      | 'match'
      | 'query'
      | 'nextMatch'
      | 'link'
      | 'back'
      | 'source'
      | 'address'
      | 'file'
      | 'contents'
      | 'heading'
      | 'tags'
      | 'article'
      | 'copy'
      | 'clipboard',
      string
    >
  >;
}

type HintName =
  | 'search'
  | 'open'
  | 'help'
  | 'tags'
  | 'sort'
  | 'leave'
  | 'star'
  | 'nextMatch'
  | 'find'
  | 'pageDown'
  | 'contents'
  | 'follow'
  | 'back'
  | 'nextArticle'
  | 'accept'
  | 'cancel'
  | 'down'
  | 'choose';

const en: ReaderMessages = {
  search: 'Search',
  find: 'Find',
  contents: 'Contents',
  tags: 'Tags',
  allTags: 'all articles',
  help: 'Keys',
  panes: {
    list: 'LIST',
    reader: 'READ',
    search: 'SEARCH',
    find: 'FIND',
    contents: 'CONTENTS',
    tags: 'TAGS',
    help: 'HELP',
  },
  orders: { date: 'date', title: 'title', length: 'length' },
  sections: {
    move: 'Moving',
    read: 'Reading',
    search: 'Searching',
    article: 'The article',
    view: 'The text',
    program: 'Kiosque',
  },
  hints: {
    search: 'search',
    open: 'read',
    help: 'help',
    tags: 'tags',
    sort: 'sort',
    leave: 'quit',
    star: 'star',
    nextMatch: 'next match',
    find: 'find',
    pageDown: 'page',
    contents: 'contents',
    follow: 'follow',
    back: 'list',
    nextArticle: 'next article',
    accept: 'read',
    cancel: 'close',
    down: 'next',
    choose: 'choose',
  },
  inList: 'list',
  inReader: 'reader',
  articles: (count) => locales.en.plural(count, { one: 'article', other: 'articles' }),
  results: (count) => locales.en.plural(count, { one: 'result', other: 'results' }),
  matches: (count) => locales.en.plural(count, { one: 'match', other: 'matches' }),
  minutes: (count) => `${count}\u00a0min`,
  minutesLeft: (count) => `${count}\u00a0min left`,
  percent: (percent) => `${percent}%`,
  sortedBy: (order, reverse) => `by ${order}${reverse ? ', reversed' : ''}`,
  read: 'read',
  starred: 'starred',
  themes: {
    auto: 'Theme: as the terminal is',
    neutral: 'Theme: the terminal’s own colours',
    dark: 'Theme: dark',
    light: 'Theme: light',
  },
  columns: (count) => locales.en.plural(count, { one: 'column', other: 'columns' }),
  justified: { on: 'The right edge is straight', off: 'The right edge is ragged' },
  hyphenated: { on: 'Words are hyphenated', off: 'Words stay whole' },
  zoomed: { on: 'The text alone', off: 'The list beside the text, where there is room' },
  link: 'Link',
  note: 'note',
  related: 'Read next',
  nth: (number, total) => `${number} of ${total}:`,
  reading: 'Opening the articles…',
  indexing: (percent) => `indexing ${percent}`,
  settingText: 'setting the text…',
  searchingText: 'searching the text…',
  noResult: (query) => `Nothing for “${query}”.`,
  didYouMean: (suggestion) => `Did you mean “${suggestion}”?`,
  takeIt: 'Enter takes it, Esc clears the search.',
  searchAgain: 'Try fewer words, or Esc to clear the search.',
  noArticle: 'No article here.',
  noArticleHint: 'Kiosque opens Markdown and text files: kiosque FOLDER',
  noneTagged: (tag) => `No article is tagged “${tag}”.`,
  clearHint: 'Esc shows them all.',
  noHelp: 'No key does that.',
  tooSmall: (least) => `More room, please: ${least}`,
  skipped: (count, names) =>
    `${locales.en.plural(count, { one: 'file', other: 'files' })} left out: ${names} (not text, empty or unreadable)`,
  brokenFrontMatter: (count, names) =>
    `Broken front matter in ${locales.en.plural(count, { one: 'article', other: 'articles' })}: ${names}`,
  memory: {
    damaged: (path) => `What was remembered was damaged, and is set aside as ${path}`,
    newer: (path) => `A later Kiosque wrote ${path}: nothing is kept this time`,
    unreadable: (path) => `Cannot read ${path}: places and marks are not there`,
    unwritable: (path) => `Cannot write ${path}: places and marks are not kept`,
  },
  editor: {
    missing: (program) => `Cannot run the editor “${program}”: set EDITOR to one that is there`,
    failed: (program, ending) => `The editor “${program}” ended with ${ending}`,
  },
  resumed: (title, percent) => `You were here, at ${percent}: ${title}`,
  copied: {
    link: 'Link copied',
    source: 'Address of the source copied',
    text: 'Text of the article copied',
    selection: 'Copied',
  },
  opened: (url) => `Opening ${url}`,
  unopened: (url) => `No browser opens ${url}`,
  reloaded: 'The article changed: here it is anew',
  gone: 'The file is gone; this is what was in it',
  mouse: { on: 'Kiosque has the mouse', off: 'The terminal has the mouse; M takes it back' },
  nothing: {
    match: 'No match in this article',
    query: 'Nothing is searched for: / does',
    nextMatch: 'No further match',
    link: 'No further link',
    back: 'Nowhere to go back to',
    source: 'This article has no source to open',
    address: 'Only web and mail addresses are opened',
    file: 'This article is not in a file',
    contents: 'This article has no headings',
    heading: 'No further heading',
    tags: 'No article has tags',
    article: 'That article is not in the list',
    copy: 'Too long for the clipboard of a terminal',
    clipboard: 'This terminal has no clipboard to copy to',
  },
};

const fr: ReaderMessages = {
  search: 'Rechercher',
  find: 'Trouver',
  contents: 'Plan',
  tags: 'Étiquettes',
  allTags: 'tous les articles',
  help: 'Touches',
  panes: {
    list: 'LISTE',
    reader: 'LECTURE',
    search: 'RECHERCHE',
    find: 'TROUVER',
    contents: 'PLAN',
    tags: 'ÉTIQUETTES',
    help: 'AIDE',
  },
  orders: { date: 'date', title: 'titre', length: 'longueur' },
  sections: {
    move: 'Se déplacer',
    read: 'Lire',
    search: 'Chercher',
    article: 'L’article',
    view: 'Le texte',
    program: 'Kiosque',
  },
  hints: {
    search: 'chercher',
    open: 'lire',
    help: 'aide',
    tags: 'étiquettes',
    sort: 'trier',
    leave: 'quitter',
    star: 'étoile',
    nextMatch: 'suivante',
    find: 'trouver',
    pageDown: 'page',
    contents: 'plan',
    follow: 'suivre',
    back: 'liste',
    nextArticle: 'article suivant',
    accept: 'lire',
    cancel: 'fermer',
    down: 'suivant',
    choose: 'choisir',
  },
  inList: 'liste',
  inReader: 'lecture',
  articles: (count) => locales.fr.plural(count, { one: 'article', other: 'articles' }),
  results: (count) => locales.fr.plural(count, { one: 'résultat', other: 'résultats' }),
  matches: (count) => locales.fr.plural(count, { one: 'occurrence', other: 'occurrences' }),
  minutes: (count) => `${count}\u00a0min`,
  minutesLeft: (count) => `reste ${count}\u00a0min`,
  percent: (percent) => `${percent}\u00a0%`,
  sortedBy: (order, reverse) => `tri\u00a0: ${order}${reverse ? ', à rebours' : ''}`,
  read: 'lu',
  starred: 'étoile',
  themes: {
    auto: 'Thème\u00a0: selon le terminal',
    neutral: 'Thème\u00a0: les couleurs du terminal',
    dark: 'Thème\u00a0: sombre',
    light: 'Thème\u00a0: clair',
  },
  columns: (count) => locales.fr.plural(count, { one: 'colonne', other: 'colonnes' }),
  justified: { on: 'Le bord droit est aligné', off: 'Le bord droit est libre' },
  hyphenated: { on: 'Les mots sont coupés', off: 'Les mots restent entiers' },
  zoomed: { on: 'Le texte seul', off: 'La liste à côté du texte, s’il y a la place' },
  link: 'Lien',
  note: 'note',
  related: 'À lire ensuite',
  nth: (number, total) => `${number} sur ${total}\u00a0:`,
  reading: 'Ouverture des articles…',
  indexing: (percent) => `indexation ${percent}`,
  settingText: 'mise en page…',
  searchingText: 'recherche dans le texte…',
  noResult: (query) => `Rien pour «\u00a0${query}\u00a0».`,
  didYouMean: (suggestion) => `Vouliez-vous dire «\u00a0${suggestion}\u00a0»\u00a0?`,
  takeIt: 'Entrée l’accepte, Échap efface la recherche.',
  searchAgain: 'Essayez moins de mots, ou Échap pour effacer.',
  noArticle: 'Aucun article ici.',
  noArticleHint: 'Kiosque ouvre les fichiers Markdown et texte\u00a0: kiosque DOSSIER',
  noneTagged: (tag) => `Aucun article ne porte l’étiquette «\u00a0${tag}\u00a0».`,
  clearHint: 'Échap les montre tous.',
  noHelp: 'Aucune touche ne fait cela.',
  tooSmall: (least) => `Plus de place, SVP\u00a0: ${least}`,
  skipped: (count, names) =>
    `${locales.fr.plural(count, { one: 'fichier laissé', other: 'fichiers laissés' })} de côté\u00a0: ${names} (pas du texte, vide ou illisible)`,
  brokenFrontMatter: (count, names) =>
    `En-tête mal formé dans ${locales.fr.plural(count, { one: 'article', other: 'articles' })}\u00a0: ${names}`,
  memory: {
    damaged: (path) => `La mémoire était abîmée, la voici mise de côté\u00a0: ${path}`,
    newer: (path) => `Un Kiosque plus récent a écrit ${path}\u00a0: rien n’est retenu cette fois`,
    unreadable: (path) => `Impossible de lire ${path}\u00a0: places et marques manquent`,
    unwritable: (path) => `Impossible d’écrire ${path}\u00a0: places et marques ne sont pas retenues`,
  },
  editor: {
    missing: (program) =>
      `Impossible de lancer l’éditeur «\u00a0${program}\u00a0»\u00a0: EDITOR doit en nommer un qui existe`,
    failed: (program, ending) => `L’éditeur «\u00a0${program}\u00a0» s’est terminé par ${ending}`,
  },
  resumed: (title, percent) => `Vous en étiez là, à ${percent}\u00a0: ${title}`,
  copied: {
    link: 'Lien copié',
    source: 'Adresse de la source copiée',
    text: 'Texte de l’article copié',
    selection: 'Copié',
  },
  opened: (url) => `Ouverture de ${url}`,
  unopened: (url) => `Aucun navigateur n’ouvre ${url}`,
  reloaded: 'L’article a changé\u00a0: le voici à jour',
  gone: 'Le fichier n’est plus là\u00a0; voici ce qu’il contenait',
  mouse: { on: 'Kiosque a la souris', off: 'La souris est au terminal\u00a0; M la reprend' },
  nothing: {
    match: 'Aucune occurrence dans cet article',
    query: 'Rien n’est recherché\u00a0: / pour chercher',
    nextMatch: 'Pas d’autre occurrence',
    link: 'Pas d’autre lien',
    back: 'Pas de lien d’où revenir',
    source: 'Cet article n’a pas de source à ouvrir',
    address: 'Seules les adresses web et de courriel s’ouvrent',
    file: 'Cet article n’est pas dans un fichier',
    contents: 'Cet article n’a pas d’intertitres',
    heading: 'Pas d’autre intertitre',
    tags: 'Aucun article n’a d’étiquette',
    article: 'Cet article n’est pas dans la liste',
    copy: 'Trop long pour le presse-papiers d’un terminal',
    clipboard: 'Ce terminal n’a pas de presse-papiers',
  },
};

export const readerMessages: Readonly<Record<Language, ReaderMessages>> = { en, fr };
