import { type Language, locales } from './locale.ts';

/** Something asked for that is not available. */
export type Unavailable =
  | 'match'
  | 'query'
  | 'nextMatch'
  | 'link'
  | 'history'
  | 'source'
  | 'address'
  | 'file'
  | 'contents'
  | 'heading'
  | 'tags'
  | 'article'
  | 'copy'
  | 'clipboard';

type OnOff = Readonly<Record<'on' | 'off', string>>;

/** Texts of the reader's screen. A missing translation fails the type check. */
export interface ReaderMessages {
  readonly search: string;
  readonly find: string;
  readonly contents: string;
  readonly tags: string;
  readonly allTags: string;
  readonly help: string;
  /** Names of the panes in the status line. */
  readonly panes: Readonly<
    Record<'list' | 'reader' | 'search' | 'find' | 'contents' | 'tags' | 'help', string>
  >;
  readonly orders: Readonly<Record<'date' | 'title' | 'length', string>>;
  /** Sections of the help, in order. */
  readonly sections: Readonly<
    Record<'move' | 'read' | 'search' | 'article' | 'view' | 'program' | 'boxes', string>
  >;
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
  readonly themes: Readonly<Record<'auto' | 'neutral' | 'dark' | 'light', string>>;
  readonly columns: (count: number) => string;
  readonly justified: OnOff;
  readonly hyphenated: OnOff;
  readonly zoomed: OnOff;
  readonly link: string;
  readonly note: string;
  /** Heading of the related articles. */
  readonly related: string;
  /** Read aloud before a row of a list. */
  readonly nth: (number: number, total: number) => string;
  readonly loading: string;
  readonly indexing: (percent: string) => string;
  /** While a long text is laid out or searched. */
  readonly layingOut: string;
  readonly searching: string;
  readonly noResult: (query: string) => string;
  readonly didYouMean: (suggestion: string) => string;
  readonly acceptHint: string;
  readonly noResultHint: string;
  readonly noArticle: string;
  readonly noArticleHint: string;
  readonly noneTagged: (tag: string) => string;
  readonly noneTaggedHint: string;
  readonly noKey: string;
  /** `min` is the smallest usable screen, in columns and rows. */
  readonly tooSmall: (min: string) => string;
  readonly skipped: (count: number, names: string) => string;
  readonly brokenFrontMatter: (count: number, names: string) => string;
  /** Problems with the file of positions and marks. */
  readonly memory: Readonly<
    Record<'damaged' | 'newer' | 'unreadable' | 'unwritable', (path: string) => string>
  >;
  readonly editor: Readonly<{
    missing: (program: string) => string;
    /** `ending` is an exit code, or the name of a signal. */
    failed: (program: string, ending: number | string) => string;
  }>;
  readonly resumed: (title: string, percent: string) => string;
  readonly copied: Readonly<Record<'link' | 'source' | 'text' | 'selection', string>>;
  readonly opened: (url: string) => string;
  readonly openFailed: (url: string) => string;
  readonly reloaded: string;
  readonly deleted: string;
  readonly mouse: OnOff;
  readonly unavailable: Readonly<Record<Unavailable, string>>;
}

const english = locales.en;

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
    article: 'Article',
    view: 'Display',
    program: 'Kiosque',
    boxes: 'Text boxes and menus',
  },
  inList: 'list',
  inReader: 'reader',
  articles: (count) => english.plural(count, { one: 'article', other: 'articles' }),
  results: (count) => english.plural(count, { one: 'result', other: 'results' }),
  matches: (count) => english.plural(count, { one: 'match', other: 'matches' }),
  minutes: (count) => `${count}\u00a0min`,
  minutesLeft: (count) => `${count}\u00a0min left`,
  percent: (percent) => `${percent}%`,
  sortedBy: (order, reverse) => `by ${order}${reverse ? ', reversed' : ''}`,
  read: 'read',
  starred: 'starred',
  themes: {
    auto: 'Theme: automatic',
    neutral: 'Theme: terminal palette',
    dark: 'Theme: dark',
    light: 'Theme: light',
  },
  columns: (count) => `Text width: ${english.plural(count, { one: 'column', other: 'columns' })}`,
  justified: { on: 'Justification on', off: 'Justification off' },
  hyphenated: { on: 'Hyphenation on', off: 'Hyphenation off' },
  zoomed: { on: 'List hidden', off: 'List shown if there is room' },
  link: 'Link',
  note: 'footnote',
  related: 'Read next',
  nth: (number, total) => `${number} of ${total}:`,
  loading: 'Loading articles…',
  indexing: (percent) => `indexing ${percent}`,
  layingOut: 'laying out the text…',
  searching: 'searching the text…',
  noResult: (query) => `No results for ${english.quote(query)}.`,
  didYouMean: (suggestion) => `Did you mean ${english.quote(suggestion)}?`,
  acceptHint: 'Enter to accept, Esc to clear the search.',
  noResultHint: 'Try fewer words, or Esc to clear the search.',
  noArticle: 'No articles here.',
  noArticleHint: 'To open a folder of articles: kiosque FOLDER',
  noneTagged: (tag) => `No articles tagged ${english.quote(tag)}.`,
  noneTaggedHint: 'Esc to show all articles.',
  noKey: 'No such key.',
  tooSmall: (min) => `Screen too small: at least ${min}`,
  skipped: (count, names) =>
    `${english.plural(count, { one: 'file', other: 'files' })} skipped (not text, empty or unreadable): ${names}`,
  brokenFrontMatter: (count, names) =>
    `Invalid front matter in ${english.plural(count, { one: 'article', other: 'articles' })}: ${names}`,
  memory: {
    damaged: (path) => `Saved positions and marks were damaged; the file is now ${path}`,
    newer: (path) => `${path} is from a newer version of Kiosque; this session will not be saved`,
    unreadable: (path) => `Cannot read positions and marks from ${path}`,
    unwritable: (path) => `Cannot save positions and marks to ${path}`,
  },
  editor: {
    missing: (program) => `Editor ${english.quote(program)} not found; set EDITOR to another`,
    failed: (program, ending) =>
      typeof ending === 'number'
        ? `Editor ${english.quote(program)} exited with code ${ending}`
        : `Editor ${english.quote(program)} was ended by ${ending}`,
  },
  resumed: (title, percent) => `Resumed at ${percent}: ${title}`,
  copied: {
    link: 'Link copied',
    source: 'Address of the source copied',
    text: 'Text of the article copied',
    selection: 'Copied',
  },
  opened: (url) => `Opening ${url}`,
  openFailed: (url) => `No browser could open ${url}`,
  reloaded: 'The file has changed: article reloaded',
  deleted: 'The file was deleted; this is its last version',
  mouse: {
    on: 'Kiosque handles the mouse',
    off: 'The terminal handles the mouse; press M to take it back',
  },
  unavailable: {
    match: 'No matches in this article',
    query: 'No search; press / to start one',
    nextMatch: 'No more matches',
    link: 'No more links',
    history: 'No link to go back from',
    source: 'This article has no source link',
    address: 'Only web and mail addresses can be opened',
    file: 'This article has no file to edit',
    contents: 'This article has no headings',
    heading: 'No more headings',
    tags: 'No article has tags',
    article: 'Article not found',
    copy: 'Too long for the terminal’s clipboard',
    clipboard: 'This terminal has no clipboard',
  },
};

const french = locales.fr;

const fr: ReaderMessages = {
  search: 'Rechercher',
  find: 'Rechercher',
  contents: 'Sommaire',
  tags: 'Étiquettes',
  allTags: 'tous les articles',
  help: 'Touches',
  panes: {
    list: 'LISTE',
    reader: 'LECTURE',
    search: 'RECHERCHE',
    find: 'RECHERCHE',
    contents: 'SOMMAIRE',
    tags: 'ÉTIQUETTES',
    help: 'AIDE',
  },
  orders: { date: 'date', title: 'titre', length: 'longueur' },
  sections: {
    move: 'Déplacement',
    read: 'Lecture',
    search: 'Recherche',
    article: 'Article',
    view: 'Affichage',
    program: 'Kiosque',
    boxes: 'Saisie et menus',
  },
  inList: 'liste',
  inReader: 'lecture',
  articles: (count) => french.plural(count, { one: 'article', other: 'articles' }),
  results: (count) => french.plural(count, { one: 'résultat', other: 'résultats' }),
  matches: (count) => french.plural(count, { one: 'correspondance', other: 'correspondances' }),
  minutes: (count) => `${count}\u00a0min`,
  minutesLeft: (count) => `reste ${count}\u00a0min`,
  percent: (percent) => `${percent}\u00a0%`,
  sortedBy: (order, reverse) => `tri\u00a0: ${order}${reverse ? ', ordre inverse' : ''}`,
  read: 'lu',
  starred: 'avec étoile',
  themes: {
    auto: 'Thème\u00a0: automatique',
    neutral: 'Thème\u00a0: palette du terminal',
    dark: 'Thème\u00a0: sombre',
    light: 'Thème\u00a0: clair',
  },
  columns: (count) =>
    `Largeur du texte\u00a0: ${french.plural(count, { one: 'colonne', other: 'colonnes' })}`,
  justified: { on: 'Justification activée', off: 'Justification désactivée' },
  hyphenated: { on: 'Césure activée', off: 'Césure désactivée' },
  zoomed: { on: 'Liste masquée', off: 'Liste affichée si la place le permet' },
  link: 'Lien',
  note: 'note',
  related: 'À lire ensuite',
  nth: (number, total) => `${number} sur ${total}\u00a0:`,
  loading: 'Chargement des articles…',
  indexing: (percent) => `indexation ${percent}`,
  layingOut: 'mise en page…',
  searching: 'recherche dans le texte…',
  noResult: (query) => `Aucun résultat pour ${french.quote(query)}.`,
  didYouMean: (suggestion) => `Vouliez-vous dire ${french.quote(suggestion)}\u202f?`,
  acceptHint: 'Entrée pour accepter, Échap pour effacer la recherche.',
  noResultHint: 'Essayez avec moins de mots, ou Échap pour effacer la recherche.',
  noArticle: 'Aucun article ici.',
  noArticleHint: 'Pour ouvrir un dossier d’articles\u00a0: kiosque DOSSIER',
  noneTagged: (tag) => `Aucun article avec l’étiquette ${french.quote(tag)}.`,
  noneTaggedHint: 'Échap pour afficher tous les articles.',
  noKey: 'Aucune touche correspondante.',
  tooSmall: (min) => `Écran trop petit\u00a0: au moins ${min}`,
  skipped: (count, names) =>
    `${french.plural(count, { one: 'fichier ignoré', other: 'fichiers ignorés' })} (pas du texte, vide ou illisible)\u00a0: ${names}`,
  brokenFrontMatter: (count, names) =>
    `En-tête mal formé dans ${french.plural(count, { one: 'article', other: 'articles' })}\u00a0: ${names}`,
  memory: {
    damaged: (path) => `Positions et marques endommagées\u202f; fichier renommé\u00a0: ${path}`,
    newer: (path) =>
      `${path} vient d’une version plus récente de Kiosque\u202f; cette session ne sera pas enregistrée`,
    unreadable: (path) => `Impossible de lire les positions et les marques dans ${path}`,
    unwritable: (path) => `Impossible d’enregistrer les positions et les marques dans ${path}`,
  },
  editor: {
    missing: (program) => `Éditeur introuvable\u00a0: ${program}\u202f; indiquez-en un autre dans EDITOR`,
    failed: (program, ending) =>
      typeof ending === 'number'
        ? `L’éditeur ${french.quote(program)} a échoué avec le code ${ending}`
        : `L’éditeur ${french.quote(program)} a été arrêté par ${ending}`,
  },
  resumed: (title, percent) => `Reprise à ${percent}\u00a0: ${title}`,
  copied: {
    link: 'Lien copié',
    source: 'Adresse de la source copiée',
    text: 'Texte de l’article copié',
    selection: 'Copié',
  },
  opened: (url) => `Ouverture de ${url}`,
  openFailed: (url) => `Aucun navigateur n’a pu ouvrir ${url}`,
  reloaded: 'Le fichier a changé\u00a0: article rechargé',
  deleted: 'Fichier supprimé\u202f; voici sa dernière version',
  mouse: {
    on: 'Souris gérée par Kiosque',
    off: 'Souris gérée par le terminal\u202f; M pour la reprendre',
  },
  unavailable: {
    match: 'Aucune correspondance dans cet article',
    query: 'Aucune recherche en cours\u202f; / pour chercher',
    nextMatch: 'Aucune autre correspondance',
    link: 'Aucun autre lien',
    history: 'Aucun lien à remonter',
    source: 'Cet article n’indique pas de source',
    address: 'Seules les adresses web et de courriel peuvent être ouvertes',
    file: 'Cet article n’a pas de fichier à modifier',
    contents: 'Cet article n’a pas d’intertitres',
    heading: 'Aucun autre intertitre',
    tags: 'Aucun article n’a d’étiquette',
    article: 'Article introuvable',
    copy: 'Trop long pour le presse-papiers du terminal',
    clipboard: 'Ce terminal n’a pas de presse-papiers',
  },
};

export const readerMessages: Readonly<Record<Language, ReaderMessages>> = { en, fr };
