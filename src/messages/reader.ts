import { locales, type Translated } from './locale.ts';
import { unavailable } from './unavailable.ts';

const { en: english, fr: french } = locales;

/**
 * Texts of the reader’s screen, in English. Another language that lacks one of them does not compile. A command in braces stands
 * for its key: see `withKeys`.
 */
const en = {
  search: 'Search',
  find: 'Find',
  contents: 'Contents',
  filters: 'Filter',
  themes: 'Theme',
  allArticles: 'all articles',
  help: 'Keys',
  leftOut: 'Left out',
  panes: {
    list: 'LIST',
    reader: 'READ',
    search: 'SEARCH',
    find: 'FIND',
    contents: 'CONTENTS',
    filters: 'FILTER',
    themes: 'THEME',
    help: 'HELP',
    leftOut: 'LEFT OUT',
    select: 'SELECT',
    note: 'NOTE',
  },
  orders: { date: 'date', title: 'title', length: 'length', read: 'last read' },
  conditions: {
    starred: 'starred',
    read: 'read',
    unread: 'unread',
    started: 'started',
    highlighted: 'with highlights',
    noted: 'with notes',
  },
  /** Sections of the help, in order. */
  sections: {
    move: 'Moving',
    read: 'Reading',
    search: 'Searching',
    article: 'Article',
    notes: 'Highlights and notes',
    view: 'Display',
    program: 'Kiosque',
    boxes: 'Text boxes and menus',
  },
  /** Where a key works, if only there. */
  places: { list: 'list', reader: 'reader', search: 'search', select: 'selection', note: 'note' },
  /** While a passage is selected: the state of the selection, and how to move its end. */
  extending: 'extending',
  selectionMoves: '← → word · ↑ ↓ line',
  articles: (count: number) => english.plural(count, 'article', 'articles'),
  results: (count: number) => english.plural(count, 'result', 'results'),
  folded: (count: number) => `${count} more with only some of the words`,
  matches: (count: number) => english.plural(count, 'match', 'matches'),
  words: (count: number) => english.plural(count, 'word', 'words'),
  highlightCount: (count: number) => english.plural(count, 'highlight', 'highlights'),
  noteCount: (count: number) => (count === 0 ? 'no notes' : english.plural(count, 'note', 'notes')),
  neverRead: 'not read yet',
  readOn: (date: string) => `read on ${date}`,
  firstRead: (date: string) => `first read on ${date}`,
  lastRead: (date: string) => `last read on ${date}`,
  minutes: (count: number) => `${count}\u00a0min`,
  minutesLeft: (count: number) => `${count}\u00a0min left`,
  percent: (percent: number) => `${percent}%`,
  sortedBy: (order: string, reverse: boolean) => `by ${order}${reverse ? ', reversed' : ''}`,
  read: 'read',
  starred: 'starred',
  /** After the new value of a setting that the settings set otherwise. */
  untilQuit: ' until you quit (kiosque config says what sets it)',
  theme: (name: string) => `Theme: ${name}`,
  columns: (count: number) => `Text width: ${english.plural(count, 'column', 'columns')}`,
  justify: { on: 'Justification on', off: 'Justification off' },
  hyphenate: { on: 'Hyphenation on', off: 'Hyphenation off' },
  zoomed: { on: 'List hidden', off: 'List shown if there is room' },
  link: 'Link',
  note: 'footnote',
  related: 'Read next',
  /** Read aloud before a row of a list. */
  nth: (number: number, total: number) => `${number} of ${total}:`,
  /** Before the reading time of a draft. */
  draft: 'draft',
  loading: 'Loading articles…',
  indexing: (percent: string, seconds: number | undefined) =>
    `indexing ${percent}${seconds === undefined ? '' : `, ${seconds}\u00a0s left`}`,
  layingOut: 'laying out the text…',
  searching: 'searching the text…',
  noResult: (query: string) => `No results for ${english.quote(query)}.`,
  didYouMean: (suggestion: string) => `Did you mean ${english.quote(suggestion)}?`,
  acceptHint: '{accept} to accept, {cancel} to clear the search.',
  noResultHint: 'Try fewer words, or {cancel} to clear the search.',
  noArticle: 'No articles here.',
  noArticleHint: 'To open a folder of articles: kiosque FOLDER',
  noneTagged: (tag: string) => `No articles tagged ${english.quote(tag)}.`,
  noneInFolder: (folder: string) => `No articles in ${folder}.`,
  tagsInUse: (tags: readonly string[]) => `Tags in use: ${tags.join(', ')}`,
  noneMarked: (condition: string) => `No ${condition} articles.`,
  noneFilteredHint: '{clear} to show all articles.',
  noKey: 'No such key.',
  noPath: 'No such file.',
  leftOutHint: '{leftOut} to see which.',
  leftOutCount: (count: number) => `${english.number(count)} left out`,
  tooSmall: (min: string) => `Screen too small: at least ${min}`,
  skipped: (count: number, names: string) =>
    `${english.plural(count, 'file', 'files')} skipped (not text, empty or unreadable): ${names}`,
  brokenFrontMatter: (count: number, names: string) =>
    `Invalid front matter in ${english.plural(count, 'article', 'articles')}: ${names}`,
  memory: {
    damaged: (path: string) => `Saved positions and marks were damaged; the file is now ${path}`,
    crowded: (path: string) => `Too many articles in ${path}: the oldest positions and marks were forgotten`,
    newer: (path: string) => `${path} is from a newer version of Kiosque; this session will not be saved`,
    unreadable: (path: string) => `Cannot read positions and marks from ${path}`,
    unwritable: (path: string) => `Cannot save positions and marks to ${path}`,
  },
  editor: {
    missing: (program: string) => `Editor ${english.quote(program)} not found; set EDITOR to another`,
    failed: (program: string, ending: number | string) =>
      typeof ending === 'number'
        ? `Editor ${english.quote(program)} exited with code ${ending}`
        : `Editor ${english.quote(program)} was ended by ${ending}`,
  },
  resumed: (title: string, percent: string) => `Resumed at ${percent}: ${title}`,
  copied: (what: Copied, to: CopiedTo) => {
    const nouns = {
      link: 'Link',
      source: 'Address of the source',
      text: 'Text of the article',
      passage: 'Passage',
    };
    const places = {
      clipboard: 'copied to the clipboard',
      tmux: 'copied to tmux’s buffer',
      screen: 'copied to screen’s buffer',
      terminal: 'sent to the terminal’s clipboard',
    };
    return `${nouns[what]} ${places[to]}`;
  },
  opened: (url: string) => `Opening ${url}`,
  openFailed: (url: string) => `No browser could open ${url}`,
  fetching: (host: string, bytes: number, total: number | undefined) =>
    `Fetching from ${host}${bytes > 0 ? `: ${Math.ceil(bytes / 1000)} kB` : ''}${total ? `, ${Math.floor((100 * bytes) / total)}%` : ''} · Esc gives up`,
  browser: {
    /** `url` is the address if no other browser could open it. */
    missing: (program: string, url: string | undefined) =>
      `Browser ${english.quote(program)} not found (BROWSER); ${url === undefined ? 'opened in another' : `no other could open ${url}`}`,
  },
  annotation: (text: string, number: number, total: number) => `${number}/${total}  ${text}`,
  passage: (text: string) => english.quote(text),
  annotations: {
    unsaved: (folder: string, reason: string) => `Cannot save highlights and notes in ${folder} (${reason})`,
    unreadable: (path: string) => `Cannot read the highlights and notes in ${path}`,
    isPrivate: 'Not saved: this is a private session',
    isPiped: 'Not saved: standard input has no file to come back to',
  },
  lostNote: (text: string) => `(no longer in the text) ${text}`,
  noteLabel: 'Note',
  draftLabel: 'Unsaved note',
  highlightColors: {
    yellow: 'Highlight: yellow',
    green: 'Highlight: green',
    blue: 'Highlight: blue',
    pink: 'Highlight: pink',
  },
  configured: 'Settings reloaded',
  reloaded: 'The file has changed: article reloaded',
  deleted: 'The file was deleted; this is its last version',
  emptied: 'The file is empty now; this is its last version',
  unreadable: 'The file cannot be read any more; this is its last version',
  hidden: (count: number) => `${english.plural(count, 'hidden character', 'hidden characters')} removed`,
  hiddenPlace: (word: string, number: number, total: number) =>
    `Hidden characters removed${word ? ` at ${english.quote(word)}` : ' here'} (${number} of ${total})`,
  folder: (count: number, isWhole: boolean) =>
    `${isWhole ? '' : 'At least '}${english.plural(count, 'article', 'articles')} in this folder; to read ${count === 1 ? 'it' : 'them'}: kiosque .`,
  mouse: {
    on: 'Kiosque handles the mouse',
    off: 'The terminal handles the mouse; press {mouse} to take it back',
  },
  unavailable: unavailable.en,
};

export type ReaderMessages = typeof en;

/** What was copied, and where it is now; of the terminal itself it is not known whether it has a clipboard. */
export type Copied = 'link' | 'source' | 'text' | 'passage';
export type CopiedTo = 'clipboard' | 'tmux' | 'screen' | 'terminal';

/** Something asked for that is not available. */
export type Unavailable = keyof ReaderMessages['unavailable'];

const fr: ReaderMessages = {
  search: 'Rechercher',
  find: 'Rechercher',
  contents: 'Sommaire',
  filters: 'Filtre',
  themes: 'Thème',
  allArticles: 'tous les articles',
  help: 'Touches',
  leftOut: 'Laissés de côté',
  panes: {
    list: 'LISTE',
    reader: 'LECTURE',
    search: 'RECHERCHE',
    find: 'RECHERCHE',
    contents: 'SOMMAIRE',
    filters: 'FILTRE',
    themes: 'THÈME',
    help: 'AIDE',
    leftOut: 'DE CÔTÉ',
    select: 'SÉLECTION',
    note: 'NOTE',
  },
  orders: { date: 'date', title: 'titre', length: 'longueur', read: 'dernière lecture' },
  conditions: {
    starred: 'favoris',
    read: 'lus',
    unread: 'non lus',
    started: 'commencés',
    highlighted: 'avec surlignages',
    noted: 'avec notes',
  },
  sections: {
    move: 'Déplacement',
    read: 'Lecture',
    search: 'Recherche',
    article: 'Article',
    notes: 'Surlignages et notes',
    view: 'Affichage',
    program: 'Kiosque',
    boxes: 'Saisie et menus',
  },
  places: { list: 'liste', reader: 'lecture', search: 'recherche', select: 'sélection', note: 'note' },
  extending: 'étendue',
  selectionMoves: '← → mot · ↑ ↓ ligne',
  articles: (count) => french.plural(count, 'article', 'articles'),
  results: (count) => french.plural(count, 'résultat', 'résultats'),
  folded: (count) =>
    french.plural(count, 'autre avec une partie des mots', 'autres avec une partie des mots'),
  matches: (count) => french.plural(count, 'correspondance', 'correspondances'),
  words: (count) => french.plural(count, 'mot', 'mots'),
  highlightCount: (count) => french.plural(count, 'surlignage', 'surlignages'),
  noteCount: (count) => (count === 0 ? 'aucune note' : french.plural(count, 'note', 'notes')),
  neverRead: 'pas encore lu',
  readOn: (date) => `lu le ${date}`,
  firstRead: (date) => `première lecture le ${date}`,
  lastRead: (date) => `dernière lecture le ${date}`,
  minutes: (count) => `${count}\u00a0min`,
  minutesLeft: (count) => `reste ${count}\u00a0min`,
  percent: (percent) => `${percent}\u00a0%`,
  sortedBy: (order, reverse) => `tri\u00a0: ${order}${reverse ? ', ordre inverse' : ''}`,
  read: 'lu',
  starred: 'avec étoile',
  untilQuit: ' jusqu’à la fin de la session (kiosque config dit ce qui le règle)',
  theme: (name) => `Thème\u00a0: ${name}`,
  columns: (count) => `Largeur du texte\u00a0: ${french.plural(count, 'colonne', 'colonnes')}`,
  justify: { on: 'Justification activée', off: 'Justification désactivée' },
  hyphenate: { on: 'Césure activée', off: 'Césure désactivée' },
  zoomed: { on: 'Liste masquée', off: 'Liste affichée si la place le permet' },
  link: 'Lien',
  note: 'note',
  related: 'À lire ensuite',
  nth: (number, total) => `${number} sur ${total}\u00a0:`,
  draft: 'brouillon',
  loading: 'Chargement des articles…',
  indexing: (percent, seconds) =>
    `indexation ${percent}${seconds === undefined ? '' : `, reste ${seconds}\u00a0s`}`,
  layingOut: 'mise en page…',
  searching: 'recherche dans le texte…',
  noResult: (query) => `Aucun résultat pour ${french.quote(query)}.`,
  didYouMean: (suggestion) => `Vouliez-vous dire ${french.quote(suggestion)}\u202f?`,
  acceptHint: '{accept} pour accepter, {cancel} pour effacer la recherche.',
  noResultHint: 'Essayez avec moins de mots, ou {cancel} pour effacer la recherche.',
  noArticle: 'Aucun article ici.',
  noArticleHint: 'Pour ouvrir un dossier d’articles\u00a0: kiosque DOSSIER',
  noneTagged: (tag) => `Aucun article avec l’étiquette ${french.quote(tag)}.`,
  noneInFolder: (folder) => `Aucun article dans ${folder}.`,
  tagsInUse: (tags) => `Étiquettes existantes\u00a0: ${tags.join(', ')}`,
  noneMarked: (condition) => `Aucun article parmi les ${condition}.`,
  noneFilteredHint: '{clear} pour afficher tous les articles.',
  noKey: 'Aucune touche correspondante.',
  noPath: 'Aucun fichier de ce nom.',
  leftOutHint: '{leftOut} pour voir lesquels.',
  leftOutCount: (count) => french.plural(count, 'laissé de côté', 'laissés de côté'),
  tooSmall: (min) => `Écran trop petit\u00a0: au moins ${min}`,
  skipped: (count, names) =>
    `${french.plural(count, 'fichier ignoré', 'fichiers ignorés')} (pas du texte, vide ou illisible)\u00a0: ${names}`,
  brokenFrontMatter: (count, names) =>
    `En-tête mal formé dans ${french.plural(count, 'article', 'articles')}\u00a0: ${names}`,
  memory: {
    damaged: (path) => `Positions et marques endommagées\u202f; fichier renommé\u00a0: ${path}`,
    crowded: (path) =>
      `Trop d’articles dans ${path}\u00a0: les positions et marques les plus anciennes sont oubliées`,
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
  copied: (what, to) => {
    const nouns = {
      link: 'le lien',
      source: 'l’adresse de la source',
      text: 'le texte de l’article',
      passage: 'le passage',
    };
    const places = {
      clipboard: 'Copié dans le presse-papiers',
      tmux: 'Copié dans le tampon de tmux',
      screen: 'Copié dans le tampon de screen',
      terminal: 'Envoyé au presse-papiers du terminal',
    };
    return `${places[to]}\u00a0: ${nouns[what]}`;
  },
  opened: (url) => `Ouverture de ${url}`,
  openFailed: (url) => `Aucun navigateur n’a pu ouvrir ${url}`,
  fetching: (host, bytes, total) =>
    `Téléchargement depuis ${host}${bytes > 0 ? `\u00a0: ${Math.ceil(bytes / 1000)}\u00a0ko` : ''}${total ? `, ${Math.floor((100 * bytes) / total)}\u00a0%` : ''} · Échap abandonne`,
  browser: {
    missing: (program, url) =>
      `Navigateur introuvable\u00a0: ${program} (BROWSER)\u202f; ${url === undefined ? 'ouvert dans un autre' : `aucun autre n’a pu ouvrir ${url}`}`,
  },
  annotation: (text, number, total) => `${number}/${total}  ${text}`,
  passage: (text) => french.quote(text),
  annotations: {
    unsaved: (folder, reason) =>
      `Impossible d’enregistrer les surlignages et les notes dans ${folder} (${reason})`,
    unreadable: (path) => `Impossible de lire les surlignages et les notes de ${path}`,
    isPrivate: 'Non enregistré\u00a0: cette session est privée',
    isPiped: 'Non enregistré\u00a0: l’entrée standard n’est pas un fichier',
  },
  lostNote: (text) => `(n’est plus dans le texte) ${text}`,
  noteLabel: 'Note',
  draftLabel: 'Note non enregistrée',
  highlightColors: {
    yellow: 'Surlignage\u00a0: jaune',
    green: 'Surlignage\u00a0: vert',
    blue: 'Surlignage\u00a0: bleu',
    pink: 'Surlignage\u00a0: rose',
  },
  configured: 'Réglages relus',
  reloaded: 'Le fichier a changé\u00a0: article rechargé',
  deleted: 'Fichier supprimé\u202f; voici sa dernière version',
  emptied: 'Fichier désormais vide\u202f; voici sa dernière version',
  unreadable: 'Fichier devenu illisible\u202f; voici sa dernière version',
  hidden: (count) => french.plural(count, 'caractère caché retiré', 'caractères cachés retirés'),
  hiddenPlace: (word, number, total) =>
    `Caractères cachés retirés ${word ? `dans ${french.quote(word)}` : 'ici'} (${number} sur ${total})`,
  folder: (count, isWhole) =>
    `${isWhole ? '' : 'Au moins '}${french.plural(count, 'article', 'articles')} dans ce dossier\u202f; pour ${count === 1 ? 'le' : 'les'} lire\u00a0: kiosque .`,
  mouse: {
    on: 'Souris gérée par Kiosque',
    off: 'Souris gérée par le terminal\u202f; {mouse} pour la reprendre',
  },
  unavailable: unavailable.fr,
};

export const readerMessages: Translated<ReaderMessages> = { en, fr };
