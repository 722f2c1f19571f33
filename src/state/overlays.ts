import { select } from './list-selection.ts';
import { tagsOf } from './menu.ts';
import { headingAt, parseUntil, positionOf } from './scroll.ts';
import type { Field, State } from './state.ts';
import { fieldOf } from './text-boxes.ts';

/** Gives the reader the keys. */
export function openReader(state: State): State {
  const shown = select(state, state.list.row);
  return shown.reader.article ? { ...shown, focus: 'reader', overlay: undefined } : state;
}

/** Opens the search box, with the query that is on. */
export const openSearch = (state: State): State => ({
  ...state,
  focus: 'list',
  overlay: { kind: 'search', from: state.list.selected },
  search: { ...state.search, field: fieldOf(state.search.field.value) },
});

/** Searches for `query`; nothing for the whole list again. */
export function withQuery(state: State, query: string): State {
  return withField(state, fieldOf(query));
}

/** The box with what is now in it; another query drops what the old one found. */
export function withField(state: State, field: Field): State {
  if (field.value === state.search.field.value) return { ...state, search: { ...state.search, field } };
  const results = field.value.trim() === '' ? undefined : state.search.results;
  return { ...state, search: { ...state.search, field, results, snippets: new Map() } };
}

/** Opens the box that finds in the article. */
export function openFind(state: State): State {
  if (!state.reader.article) return state;
  return { ...state, overlay: { kind: 'find', field: fieldOf(''), from: positionOf(state) } };
}

/** Opens the contents of the article, on the heading one is under. */
export function openContents(state: State): State {
  const { document } = state.reader;
  // Those of the rest come as it is parsed.
  if (document) parseUntil(document, () => document.headings.length > 0);
  if (!document || document.headings.length === 0) {
    return { ...state, notice: { kind: 'nothing', what: 'contents' } };
  }
  return {
    ...state,
    overlay: { kind: 'contents', row: Math.max(0, headingAt(state)), top: 0, from: positionOf(state) },
  };
}

/** Opens the choice of tags, on the one that is shown. */
export function openTags(state: State): State {
  const tags = tagsOf(state.library.articles);
  if (tags.length === 0) return { ...state, notice: { kind: 'nothing', what: 'tags' } };
  const row = 1 + tags.findIndex(({ tag }) => tag === state.list.tag);
  return { ...state, overlay: { kind: 'tags', row, top: 0, filter: fieldOf(''), typing: false } };
}

export const openHelp = (state: State): State => ({
  ...state,
  overlay: { kind: 'help', top: 0, filter: fieldOf(''), typing: false, previous: state.overlay },
});
