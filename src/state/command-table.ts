import type { ReaderMessages } from '../messages/reader.ts';
import { annotationCommands } from './annotation-commands.ts';
import { saveNote } from './annotations.ts';
import { editArticle, focusedArticle, leaveArticle, savePosition, toggleMark } from './article-marks.ts';
import { boxCommands } from './box-commands.ts';
import { type CommandSpec, inBoxes, inPanes, inRows } from './command-spec.ts';
import { contentsOf } from './contents.ts';
import { type Step, saveViewOf, step, toStep } from './effects.ts';
import { moveByHeadings } from './heading-navigation.ts';
import { hiddenCount, moveByHidden } from './hidden-characters.ts';
import { goBack } from './jump-navigation.ts';
import { hasLeftOut, openLeftOut } from './left-out-rows.ts';
import {
  copyLink,
  copySource,
  followLink,
  openLink,
  openSource,
  readPage,
  selectLink,
  stopFetching,
} from './links.ts';
import { nextOrder, openReader, reverseOrder, select } from './list-selection.ts';
import { openContents, openFilters } from './menu.ts';
import { moveCommands } from './move-commands.ts';
import { moveByMatches, scrollBy, scrollCode } from './scroll.ts';
import { isFiltered, listedArticles, matchesOf, selectedOf } from './selectors.ts';
import { MEASURE } from './settings.ts';
import { emptyField, type State, withSetting } from './state.ts';
import { clearSearch, hasFoldedResults, openFind, openSearch, showAllResults } from './text-boxes.ts';
import { openThemes } from './themes.ts';

/** Every command, by section of the help: dispatch, the hints of the status line and the help come from this table. */
export const commandTable = {
  move: moveCommands,
  read: {
    open: {
      keys: { list: ['enter', 'l', 'right', 'tab'] },
      help: { en: 'read the article', fr: 'lire l’article' },
      hint: { en: 'read', fr: 'lire' },
      isUseful: hasArticles,
      run: openReader,
    },
    back: {
      keys: { reader: ['escape', 'h'] },
      help: { en: 'back to the list', fr: 'revenir à la liste' },
      hint: { en: 'list', fr: 'liste' },
      run: (state) => stopFetching(state) ?? backToList(state),
    },
    right: {
      keys: { reader: ['right'] },
      help: {
        en: 'scroll wide code, follow the link',
        fr: 'défiler le code large, suivre le lien',
      },
      needsContent: true,
      run: (state, count = 1) => {
        if (state.reader.currentLink !== undefined) return followLink(state);
        return scrollCode(state, count) ?? scrollBy(state, count);
      },
    },
    left: {
      keys: { reader: ['left'] },
      help: { en: 'scroll code back, or go to the list', fr: 'ramener le code, ou revenir à la liste' },
      run: (state, count = 1) => scrollCode(state, -count) ?? backToList(state),
    },
    nextArticle: {
      keys: { reader: ['J', ']'] },
      help: { en: 'next article', fr: 'article suivant' },
      hint: { en: 'next article', fr: 'article suivant' },
      isUseful: (state) => state.list.row + 1 < listedArticles(state).length,
      run: (state, count = 1) => select(leaveArticle(state), state.list.row + count),
    },
    previousArticle: {
      keys: { reader: ['K', '['] },
      help: { en: 'previous article', fr: 'article précédent' },
      run: (state, count = 1) => select(leaveArticle(state), state.list.row - count),
    },
    contents: {
      keys: { reader: ['t'] },
      help: { en: 'table of contents', fr: 'sommaire' },
      hint: { en: 'contents', fr: 'sommaire' },
      isUseful: (state) => contentsOf(state).length > 0,
      needsContent: true,
      run: openContents,
    },
    nextHeading: {
      keys: { reader: ['}'] },
      help: { en: 'next heading', fr: 'intertitre suivant' },
      needsContent: true,
      run: (state, count = 1) => moveByHeadings(state, count),
    },
    previousHeading: {
      keys: { reader: ['{'] },
      help: { en: 'previous heading', fr: 'intertitre précédent' },
      needsContent: true,
      run: (state, count = 1) => moveByHeadings(state, -count),
    },
    nextLink: {
      keys: { reader: ['tab'] },
      help: { en: 'next link or footnote', fr: 'lien ou appel de note suivant' },
      needsContent: true,
      run: (state) => selectLink(state, 1),
    },
    previousLink: {
      keys: { reader: ['shift-tab'] },
      help: { en: 'previous link or footnote', fr: 'lien ou appel de note précédent' },
      needsContent: true,
      run: (state) => selectLink(state, -1),
    },
    follow: {
      keys: { reader: ['enter', 'l'] },
      help: { en: 'follow the link, or scroll one line', fr: 'suivre le lien, ou descendre d’une ligne' },
      hint: { en: 'follow', fr: 'suivre' },
      isUseful: ({ reader }) => reader.currentLink !== undefined,
      needsContent: true,
      run: (state, count = 1) =>
        state.reader.currentLink === undefined ? scrollBy(state, count) : followLink(state),
    },
    nextHidden: {
      keys: { reader: ['!'] },
      help: {
        en: 'show where hidden characters were removed',
        fr: 'montrer où des caractères cachés ont été retirés',
      },
      hint: { en: 'hidden', fr: 'cachés' },
      isUseful: (state) => hiddenCount(state) > 0,
      needsContent: true,
      run: (state, count = 1) => moveByHidden(state, count),
    },
    goBack: {
      keys: { reader: ['backspace'] },
      help: { en: 'go back after following a link', fr: 'revenir en arrière après un lien' },
      run: goBack,
    },
  },
  search: {
    search: {
      keys: { list: ['/'] },
      help: { en: 'search all articles', fr: 'chercher dans tous les articles' },
      hint: { en: 'search', fr: 'chercher' },
      isUseful: hasArticles,
      run: openSearch,
    },
    find: {
      keys: { reader: ['/'] },
      help: { en: 'find in this article', fr: 'chercher dans cet article' },
      hint: { en: 'find', fr: 'chercher' },
      needsContent: true,
      run: openFind,
    },
    nextMatch: {
      keys: inPanes('n'),
      help: { en: 'next match, then next result', fr: 'correspondance suivante, puis résultat suivant' },
      hint: { en: 'next match', fr: 'suivante' },
      isUseful: (state) =>
        matchesOf(state).length > 1 || (state.search.results !== undefined && state.reader.findQuery === ''),
      needsContent: true,
      run: (state, count = 1) => moveByMatches(state, count),
    },
    previousMatch: {
      keys: inPanes('N'),
      help: { en: 'previous match', fr: 'correspondance précédente' },
      needsContent: true,
      run: (state, count = 1) => moveByMatches(state, -count),
    },
    filters: {
      keys: { list: ['t'] },
      help: { en: 'filter by tag, folder or mark', fr: 'filtrer par étiquette, dossier ou marque' },
      hint: { en: 'filter', fr: 'filtrer' },
      isUseful: (state) => !isFiltered(state) && state.library.articles.length > 0,
      run: openFilters,
    },
    leftOut: {
      keys: inPanes('L'),
      help: { en: 'name the files that are left out', fr: 'nommer les fichiers laissés de côté' },
      hint: { en: 'left out', fr: 'de côté' },
      isUseful: hasLeftOut,
      run: openLeftOut,
    },
    sort: {
      keys: { list: ['s'] },
      help: {
        en: 'sort by date, title, length or last read',
        fr: 'trier par date, titre, longueur ou dernière lecture',
      },
      hint: { en: 'sort', fr: 'trier' },
      isUseful: hasArticles,
      run: nextOrder,
    },
    reverse: {
      keys: { list: ['S'] },
      help: { en: 'reverse the order', fr: 'inverser l’ordre' },
      run: reverseOrder,
    },
    allResults: {
      keys: { list: ['a'] },
      help: {
        en: 'also show results with only some of the words',
        fr: 'montrer aussi les résultats qui n’ont qu’une partie des mots',
      },
      hint: { en: 'all results', fr: 'tous les résultats' },
      isUseful: hasFoldedResults,
      run: showAllResults,
    },
    clear: {
      keys: { list: ['escape', 'h', 'left'] },
      help: { en: 'clear the search or the filter', fr: 'effacer la recherche ou le filtre' },
      run: clearSearch,
    },
  },
  article: {
    star: {
      keys: inPanes('*'),
      help: { en: 'add or remove a star', fr: 'ajouter ou retirer l’étoile' },
      hint: { en: 'star', fr: 'étoile' },
      isUseful: hasArticles,
      run: (state) => toggleMark(state, 'starred'),
    },
    toggleRead: {
      keys: inPanes('m'),
      help: { en: 'mark as read or unread', fr: 'marquer comme lu ou non lu' },
      run: (state) => toggleMark(state, 'read'),
    },
    figures: {
      keys: inPanes('I'),
      help: {
        en: 'words, minutes, when first and last read, notes',
        fr: 'mots, minutes, première et dernière lecture, notes',
      },
      run: (state) => {
        const article = focusedArticle(state);
        return article ? step(state, { kind: 'figures', article }) : state;
      },
    },
    openSource: {
      keys: { list: ['o'] },
      help: { en: 'open the source in the browser', fr: 'ouvrir la source dans le navigateur' },
      run: openSource,
    },
    openLink: {
      keys: { reader: ['o'] },
      help: {
        en: 'open the link, or the source, in the browser',
        fr: 'ouvrir le lien, ou la source, dans le navigateur',
      },
      needsContent: true,
      run: openLink,
    },
    readPage: {
      keys: { reader: ['O'] },
      help: {
        en: 'fetch the page of the link, or of the source, and read it here',
        fr: 'télécharger la page du lien, ou de la source, et la lire ici',
      },
      needsContent: true,
      run: readPage,
    },
    copy: {
      keys: { list: ['y'] },
      help: {
        en: 'copy the source’s address, or the text',
        fr: 'copier l’adresse de la source, ou le texte',
      },
      run: copySource,
    },
    copyLink: {
      keys: { reader: ['y'] },
      help: { en: 'copy the link, or the source’s address', fr: 'copier le lien, ou l’adresse de la source' },
      needsContent: true,
      run: copyLink,
    },
    edit: {
      keys: inPanes('e'),
      help: { en: 'open in the editor', fr: 'ouvrir dans l’éditeur' },
      needsContent: true,
      run: editArticle,
    },
  },
  notes: annotationCommands,
  view: {
    zoom: {
      keys: { reader: ['z'] },
      help: { en: 'hide or show the list', fr: 'masquer ou afficher la liste' },
      run: toggling('zoomed'),
    },
    wider: {
      keys: { reader: ['+', '='] },
      help: { en: 'wider text', fr: 'texte plus large' },
      run: (state) => withMeasure(state, MEASURE.step),
    },
    narrower: {
      keys: { reader: ['-'] },
      help: { en: 'narrower text', fr: 'texte plus étroit' },
      run: (state) => withMeasure(state, -MEASURE.step),
    },
    justify: {
      keys: { reader: ['a'] },
      help: { en: 'justify the text', fr: 'justifier le texte' },
      run: toggling('justify'),
    },
    hyphenate: {
      keys: { reader: ['c'] },
      help: { en: 'hyphenation', fr: 'césure' },
      run: toggling('hyphenate'),
    },
    theme: {
      keys: inPanes('T'),
      help: { en: 'choose a theme', fr: 'choisir un thème' },
      run: openThemes,
    },
  },
  program: {
    help: {
      keys: { list: ['?', 'f1'], reader: ['?', 'f1'], menu: ['?', 'f1'], select: ['?', 'f1'] },
      help: { en: 'show all keys', fr: 'afficher toutes les touches' },
      hint: { en: 'help', fr: 'aide' },
      run: (state) => ({
        ...state,
        overlay: { kind: 'help', top: 0, field: emptyField, typing: false, previous: state.overlay },
      }),
    },
    mouse: {
      keys: inPanes('M'),
      help: { en: 'give the mouse back to the terminal', fr: 'rendre la souris au terminal' },
      run: (state) => ({ ...state, mouse: !state.mouse, notice: { kind: 'mouse', on: !state.mouse } }),
    },
    redraw: {
      keys: { ...inRows('ctrl-l', 'r', 'R'), ...inBoxes('ctrl-l'), select: ['ctrl-l'] },
      help: { en: 'redraw the screen', fr: 'redessiner l’écran' },
      run: (state) => step(state, { kind: 'redraw' }),
    },
    suspend: {
      keys: { ...inRows('ctrl-z'), ...inBoxes('ctrl-z'), select: ['ctrl-z'] },
      help: { en: 'suspend (resume with fg)', fr: 'suspendre (reprendre avec fg)' },
      run: (state) => step(savePosition(state), { kind: 'suspend' }),
    },
    leave: {
      keys: inPanes('q', 'Z'),
      sequences: ['ZZ'],
      help: { en: 'back to the list, or quit', fr: 'revenir à la liste, ou quitter' },
      hint: { en: 'quit', fr: 'quitter' },
      // A single article has no list to go back to.
      run: (state) =>
        state.focus === 'list' || state.library.articles.length === 1 ? quit(state) : backToList(state),
    },
    quit: {
      keys: { ...inRows('ctrl-c', 'Q'), ...inBoxes('ctrl-c'), select: ['ctrl-c'] },
      help: { en: 'quit', fr: 'quitter' },
      run: quit,
    },
  },
  boxes: boxCommands,
} satisfies Readonly<Record<keyof ReaderMessages['sections'], Readonly<Record<string, CommandSpec>>>>;

type Sections = (typeof commandTable)[keyof typeof commandTable];
/** Names of the entries of a section that are of type `Spec`; distributes over sections. */
type NamesOf<Section, Spec> = Section extends unknown
  ? { [Name in keyof Section]: Section[Name] extends Spec ? Name : never }[keyof Section]
  : never;

export type Command = NamesOf<Sections, unknown>;
export type HintedCommand = NamesOf<Sections, Required<Pick<CommandSpec, 'hint'>>>;

export const commands: Readonly<Record<Command, CommandSpec>> = Object.assign(
  {},
  ...Object.values(commandTable),
);

function hasArticles({ library }: State): boolean {
  return library.articles.length > 0 || !library.complete;
}

/** If the article that was read is no longer listed, the one that is selected in its place is shown. */
function backToList(state: State): State {
  const left: State = { ...leaveArticle(state), focus: 'list' };
  return selectedOf(left)?.path === left.reader.article?.path ? left : select(left, left.list.row);
}

function quit(state: State): Step {
  // A note that is being written is kept.
  const { state: saved, effects } = toStep(saveNote(state));
  const left = leaveArticle(saved);
  return step(left, ...effects, saveViewOf(left), { kind: 'quit' });
}

function toggling(setting: 'zoomed' | 'justify' | 'hyphenate'): (state: State) => State {
  return (state) => withSetting(state, setting, !state.settings[setting]);
}

function withMeasure(state: State, by: number): State {
  const measure = Math.max(MEASURE.min, Math.min(MEASURE.max, state.settings.measure + by));
  return withSetting(state, 'measure', measure);
}
