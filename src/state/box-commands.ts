import { type CommandSpec, inBoxes, inSearches } from './command-spec.ts';
import { chooseMenuRow } from './menu.ts';
import { listedArticles } from './selectors.ts';
import type { State } from './state.ts';
import {
  acceptSuggestion,
  acceptText,
  cancelOverlay,
  deleteBack,
  deleteToEnd,
  editText,
  type FieldEdit,
  hasFoldedResults,
  openFilter,
  openFind,
  showAllResults,
} from './text-boxes.ts';

/** Editing of the line in a text box, by the keys of readline, which blanks separate. */
function edit(name: FieldEdit, keys: string, en: string, fr: string) {
  const run = (state: State): State => editText(state, name);
  return { keys: inBoxes(...keys.split(' ')), help: { en, fr }, run };
}

/** The commands of text boxes and menus: a section of the table of commands. */
export const boxCommands = {
  accept: {
    keys: inSearches('enter'),
    help: { en: 'open the result, or confirm', fr: 'ouvrir le résultat, ou valider' },
    hint: { en: 'read', fr: 'lire' },
    isUseful: (state) => listedArticles(state).length > 0,
    needsContent: true,
    run: acceptText,
  },
  choose: {
    keys: { menu: ['enter', 'l', 'right'] },
    help: { en: 'choose', fr: 'choisir' },
    hint: { en: 'choose', fr: 'choisir' },
    run: chooseMenuRow,
  },
  cancel: {
    keys: {
      ...inSearches('escape', 'ctrl-g'),
      select: ['escape', 'q', 'ctrl-g'],
      menu: ['escape', 'q', 't', 'h', 'left', 'backspace', 'ctrl-g'],
      help: ['escape', 'q', '?', 'f1', 'L', 'h', 'left', 'backspace', 'ctrl-g'],
    },
    help: { en: 'close', fr: 'fermer' },
    hint: { en: 'close', fr: 'fermer' },
    run: cancelOverlay,
  },
  filter: {
    keys: { menu: ['/'], help: ['/'] },
    help: { en: 'filter the rows', fr: 'filtrer les lignes' },
    hint: { en: 'search', fr: 'chercher' },
    isUseful: (state) => state.overlay?.kind !== 'themes',
    run: (state) =>
      state.overlay?.kind === 'contents' ? openFind({ ...state, overlay: undefined }) : openFilter(state),
  },
  suggestion: {
    keys: { search: ['tab'] },
    help: {
      en: 'accept the suggested spelling, or show all results',
      fr: 'accepter l’orthographe proposée, ou montrer tous les résultats',
    },
    hint: { en: 'all results', fr: 'tous les résultats' },
    isUseful: hasFoldedResults,
    run: (state) => (hasFoldedResults(state) ? showAllResults(state) : acceptSuggestion(state)),
  },
  fieldLeft: edit('left', 'left ctrl-b', 'cursor left', 'curseur à gauche'),
  fieldRight: edit('right', 'right ctrl-f', 'cursor right', 'curseur à droite'),
  wordLeft: edit('wordLeft', 'alt-b ctrl-left alt-left', 'previous word', 'mot précédent'),
  wordRight: edit('wordRight', 'alt-f ctrl-right alt-right', 'next word', 'mot suivant'),
  fieldStart: edit('start', 'home ctrl-a', 'start of line', 'début de ligne'),
  fieldEnd: edit('end', 'end ctrl-e', 'end of line', 'fin de ligne'),
  deleteBack: {
    keys: inBoxes('backspace'),
    help: { en: 'delete previous character', fr: 'effacer le caractère précédent' },
    run: deleteBack,
  },
  deleteForward: edit(
    'deleteForward',
    'delete ctrl-d',
    'delete next character',
    'effacer le caractère suivant',
  ),
  deleteWord: edit('deleteWord', 'ctrl-w alt-backspace', 'delete word', 'effacer le mot'),
  deleteWordForward: edit('deleteWordForward', 'alt-d', 'delete next word', 'effacer le mot suivant'),
  deleteToStart: edit('deleteToStart', 'ctrl-u', 'delete to start of line', 'effacer jusqu’au début'),
  deleteToEnd: {
    keys: inBoxes('ctrl-k'),
    help: { en: 'delete to end of line', fr: 'effacer jusqu’à la fin' },
    run: deleteToEnd,
  },
} satisfies Readonly<Record<string, CommandSpec>>;
