import { firstEndingAfter } from '../search/match-list.ts';
import { LONGEST_QUERY } from '../search/results.ts';
import { clean } from '../unicode/clean.ts';
import { cellWidth, clusters } from '../unicode/width.ts';
import { dropNote } from './annotations.ts';
import { recordJump } from './jumps.ts';
import { openReader, select } from './list-selection.ts';
import { chooseMenuRow } from './menu.ts';
import { goToMatch, moveByMatches, positionOf, restorePosition } from './scroll.ts';
import { contextOf, findingOf, isFiltered, isTextBox, overlayField } from './selectors.ts';
import {
  emptyField,
  type Field,
  NO_FILTER,
  type ReadingPosition,
  type State,
  withList,
  withReader,
  withSearch,
} from './state.ts';

const fieldOf = (value: string): Field => ({ value, cursor: value.length });

/** UTF-16 units of the longest note that can be typed; the editor takes longer ones. */
const LONGEST_NOTE = 10_000;

/** The edits that readline's keys make in a line of text. */
const edits = {
  left: ({ value, cursor }) => ({ value, cursor: clusterBefore(value, cursor) }),
  right: ({ value, cursor }) => ({ value, cursor: clusterAfter(value, cursor) }),
  wordLeft: ({ value, cursor }) => ({ value, cursor: wordBefore(value, cursor) }),
  wordRight: ({ value, cursor }) => ({ value, cursor: wordAfter(value, cursor) }),
  start: ({ value }) => ({ value, cursor: 0 }),
  end: ({ value }) => fieldOf(value),
  deleteBack: ({ value, cursor }) => cut(value, clusterBefore(value, cursor), cursor),
  deleteForward: ({ value, cursor }) => cut(value, cursor, clusterAfter(value, cursor)),
  deleteWord: ({ value, cursor }) => cut(value, wordBefore(value, cursor), cursor),
  deleteWordForward: ({ value, cursor }) => cut(value, cursor, wordAfter(value, cursor)),
  deleteToStart: ({ value, cursor }) => cut(value, 0, cursor),
  deleteToEnd: ({ value, cursor }) => cut(value, cursor, value.length),
} satisfies Readonly<Record<string, (field: Field) => Field>>;

export type FieldEdit = keyof typeof edits;

function cut(value: string, from: number, to: number): Field {
  return { value: value.slice(0, from) + value.slice(to), cursor: from };
}

const clusterBefore = (value: string, cursor: number): number =>
  cursor - ([...clusters(value.slice(0, cursor))].at(-1)?.length ?? 0);
const clusterAfter = (value: string, cursor: number): number =>
  cursor + (clusters(value.slice(cursor)).next().value?.length ?? 0);
const wordBefore = (value: string, cursor: number): number =>
  value
    .slice(0, cursor)
    .trimEnd()
    .replace(/(?<!\S)\S+$/u, '').length;
const wordAfter = (value: string, cursor: number): number =>
  cursor + (/^\s*\S*/u.exec(value.slice(cursor))?.[0].length ?? 0);

/** The part of a field that fits in `cells` cells, the cursor's own included, preferably that before the cursor. */
export function visibleField(field: Field, cells: number): { text: string; cursor: number } {
  const room = Math.max(0, cells - 1);
  let before = '';
  let cursor = 0;
  for (const cluster of [...clusters(field.value.slice(0, field.cursor))].reverse()) {
    const width = cellWidth(cluster);
    if (cursor + width > room) break;
    before = cluster + before;
    cursor += width;
  }
  let text = before;
  let width = cursor;
  for (const cluster of clusters(field.value.slice(field.cursor))) {
    width += cellWidth(cluster);
    if (width > room) break;
    text += cluster;
  }
  return { text, cursor };
}

/** The text of the box that has the focus. */
const focusedField = (state: State): Field | undefined =>
  isTextBox(contextOf(state)) ? overlayField(state) : undefined;

function withFocusedField(state: State, field: Field): State {
  const { overlay } = state;
  if (overlay?.kind === 'search') return withSearchField(state, field);
  if (overlay?.kind === 'find') return findAgain(state, field, overlay.from);
  if (overlay?.kind === 'note') return { ...state, overlay: { ...overlay, field } };
  return withFilter(state, field, true);
}

/** Inserts typed or pasted text in the focused box, as much as it may hold. Line breaks become spaces, except in a note. */
export function typeText(state: State, text: string): State {
  const field = focusedField(state);
  if (!field) return state;
  const { value, cursor } = field;
  const isNote = state.overlay?.kind === 'note';
  const inserted = (isNote ? linesTyped(text) : clean(text).replace(/[\s\p{Cc}]+/gu, ' ')).slice(
    0,
    Math.max(0, (isNote ? LONGEST_NOTE : LONGEST_QUERY) - value.length),
  );
  return withFocusedField(state, {
    value: value.slice(0, cursor) + inserted + value.slice(cursor),
    cursor: cursor + inserted.length,
  });
}

/** Characters that only serve between others, which a terminal may send one by one. */
const JOINERS = ['\u200c', '\u200d', '\ufe0f'];

/** The text typed or pasted into a note, with its lines but without other control characters. */
const linesTyped = (text: string): string =>
  cleanTyped(text.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/[\s\p{Cc}]+/gu, ' '))
    .join('\n');

/** Cleans what was typed, except a joiner by itself: the saved text is cleaned as a whole. */
const cleanTyped = (text: string): string => (JOINERS.includes(text) ? text : clean(text));

export function editText(state: State, edit: FieldEdit): State {
  const field = focusedField(state);
  return field ? withFocusedField(state, edits[edit](field)) : state;
}

/** Backspace: leaves the box if it is empty. */
export function deleteBack(state: State): State {
  const { overlay } = state;
  if (focusedField(state)?.value !== '') return editText(state, 'deleteBack');
  if (overlay?.kind === 'find') return closeFind(state, overlay.from);
  if (overlay?.kind === 'search') return { ...state, overlay: undefined };
  return overlay?.kind === 'note' ? state : withFilter(state, emptyField, false);
}

/** Ctrl-k: at the end of the search box, where it has nothing to delete, moves up, as Ctrl-j moves down. */
export function deleteToEnd(state: State): State {
  const { field } = state.search;
  return state.overlay?.kind === 'search' && field.cursor === field.value.length
    ? select(state, state.list.row - 1)
    : editText(state, 'deleteToEnd');
}

/** Enter in a text box: opens the selected result, goes to the match, or closes the filter. */
export function acceptText(state: State): State {
  const { overlay } = state;
  if (overlay?.kind === 'search') return acceptSearch(state);
  if (overlay?.kind === 'find') return recordJump(state, acceptFind(state, overlay.field), overlay.from);
  return overlay?.kind === 'filters' ? chooseMenuRow(state) : withFilter(state, overlayField(state), false);
}

/** Escape: clears the filter, or else closes the overlay and restores what was there before. */
export function cancelOverlay(state: State): State {
  const { overlay } = state;
  switch (overlay?.kind) {
    case 'search':
      return leaveSearch(withLastSearch(state), overlay.from);
    case 'find':
      return closeFind(state, overlay.from);
    case 'contents':
      return { ...restorePosition(state, overlay.from), overlay: undefined };
    case 'select':
    case 'themes':
      return { ...state, overlay: undefined };
    case 'note':
      return dropNote(state);
    case 'filters':
      if (overlay.field.value !== '') return withFilter(state, emptyField, false);
      return { ...state, overlay: undefined };
    case 'help':
    case 'leftOut':
      if (overlay.typing || overlay.field.value !== '') return withFilter(state, emptyField, false);
      return { ...state, overlay: overlay.previous };
    case undefined:
      return state;
  }
}

/** Opens the box that filters the rows of the menu of filters or of a page. */
export const openFilter = (state: State): State => withFilter(state, overlayField(state), true);

/** Filters the rows of the menu of filters or of a page; another filter starts again from the first row. */
function withFilter(state: State, field: Field, typing: boolean): State {
  const { overlay } = state;
  if (!overlay || !('typing' in overlay)) return state;
  const filtered = { ...overlay, field, typing };
  if (field.value === overlay.field.value) return { ...state, overlay: filtered };
  const firstRow = overlay.kind === 'filters' ? { row: 0, top: 0 } : { top: 0 };
  return { ...state, overlay: { ...filtered, ...firstRow } };
}

/** Opens the search box with the current query in it. */
export const openSearch = (state: State): State => ({
  ...state,
  focus: 'list',
  overlay: { kind: 'search', from: state.list.selected },
  search: { ...state.search, field: fieldOf(state.search.field.value) },
});

/** Searches the catalogue; an empty query shows the whole list again. */
export const withQuery = (state: State, query: string): State => withSearchField(state, fieldOf(query));

function withSearchField(state: State, field: Field): State {
  if (field.value === state.search.field.value) return withSearch(state, { field });
  const results = field.value.trim() === '' ? undefined : state.search.results;
  return withSearch(state, { field, results, all: false, snippets: new Map() });
}

function acceptSearch(state: State): State {
  const { field, results } = state.search;
  if (results?.articles.length === 0 && results.suggestion) return acceptSuggestion(state);
  return field.value.trim() === '' ? { ...state, overlay: undefined } : openReader(withLastSearch(state));
}

/** Searches for the suggested spelling. */
export function acceptSuggestion(state: State): State {
  const suggestion = state.search.results?.suggestion;
  return suggestion === undefined ? state : withQuery(state, suggestion);
}

/** Closes the search box and shows the whole list again, with the article selected before. */
function leaveSearch(state: State, from: string | undefined): State {
  const restored = withList(state, { selected: from ?? state.list.selected });
  return { ...withQuery(restored, ''), overlay: undefined };
}

/** Keeps the query for `recallLastSearch`. */
function withLastSearch(state: State): State {
  const last = state.search.field.value.trim();
  return last === '' ? state : withSearch(state, { last });
}

/** In an empty search box, the previous query; undefined anywhere else. */
export function recallLastSearch(state: State): State | undefined {
  const { field, last } = state.search;
  const canRecall = state.overlay?.kind === 'search' && field.value === '' && last !== '';
  return canRecall ? withQuery(state, last) : undefined;
}

/** Shows the results that have only some of the words, too. */
export const showAllResults = (state: State): State =>
  hasFoldedResults(state) ? withSearch(state, { all: true }) : state;

export const hasFoldedResults = ({ search }: State): boolean => (search.results?.folded ?? 0) > 0;

/** Clears the search, or else the filter of the list. */
export function clearSearch(state: State): State {
  if (state.search.field.value !== '') return withQuery(state, '');
  return isFiltered(state) ? withList(state, NO_FILTER) : state;
}

/** Opens the box that searches within the article. */
export function openFind(state: State): State {
  if (!state.reader.article) return state;
  return { ...state, overlay: { kind: 'find', field: emptyField, from: positionOf(state) } };
}

function acceptFind(state: State, field: Field): State {
  const closed = withReader({ ...state, overlay: undefined }, { findQuery: field.value });
  // A match that was not found yet becomes a pending target.
  return findingOf(closed) && closed.reader.currentMatch === undefined ? moveByMatches(closed, 1) : closed;
}

function closeFind(state: State, from: ReadingPosition): State {
  const restored = restorePosition(state, from);
  return withReader({ ...restored, overlay: undefined }, { findQuery: '', currentMatch: undefined });
}

/** Searches within the article from the position where the box was opened. */
function findAgain(state: State, field: Field, from: ReadingPosition): State {
  const changed: State = { ...state, overlay: { kind: 'find', field, from } };
  if (state.overlay?.kind === 'find' && field.value === state.overlay.field.value) return changed;
  return goToFoundMatch(withReader(restorePosition(changed, from), { currentMatch: undefined }));
}

/** While the find box is open, goes to the first match after the position where it was opened, or from the top again. */
export function goToFoundMatch(state: State): State {
  const { overlay, reader } = state;
  const finding = findingOf(state);
  if (overlay?.kind !== 'find' || reader.currentMatch !== undefined) return state;
  if (!finding || finding.matches.length === 0) return state;
  const next = firstEndingAfter(finding.matches, overlay.from.anchor);
  if (next < finding.matches.length) return goToMatch(state, next);
  return finding.complete ? goToMatch(state, 0) : state;
}
