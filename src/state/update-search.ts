import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { select } from './list-selection.ts';
import { openReader, withField, withQuery } from './overlays.ts';
import { listPageRows } from './selectors.ts';
import type { State } from './state.ts';
import { edit, editBy } from './text-boxes.ts';

/** What a command does while one types in the search box. */
export function updateSearch(state: State, command: Command): Step {
  const { field, results } = state.search;
  const { row } = state.list;
  switch (command) {
    case 'accept':
      if (results?.articles.length === 0 && results.suggestion) return step(takeSuggestion(state));
      return step(field.value.trim() === '' ? { ...state, overlay: undefined } : openReader(kept(state)));
    case 'cancel':
      return step(leaveSearch(kept(state)));
    case 'suggestion':
      return step(takeSuggestion(state));
    case 'down':
      return step(select(state, row + 1));
    case 'up':
      if (field.value === '' && state.search.last !== '') return step(withQuery(state, state.search.last));
      return step(select(state, row - 1));
    case 'pageDown':
      return step(select(state, row + listPageRows(state)));
    case 'pageUp':
      return step(select(state, row - listPageRows(state)));
    case 'fieldDeleteToEnd':
      // At the end, where it would do nothing, it is the counterpart of Ctrl-j.
      if (field.cursor === field.value.length) return step(select(state, row - 1));
      return step(withField(state, edit(field, 'deleteToEnd')));
    case 'fieldDeleteBack':
      if (field.value === '') return step({ ...state, overlay: undefined });
      return step(withField(state, edit(field, 'deleteBack')));
    default:
      return step(withField(state, editBy(field, command)));
  }
}

/** Back to the whole list, where one was before. */
function leaveSearch(state: State): State {
  const from = state.overlay?.kind === 'search' ? state.overlay.from : undefined;
  const list = { ...state.list, selected: from ?? state.list.selected };
  return { ...withQuery({ ...state, list }, ''), overlay: undefined };
}

/** Keeps what was searched for, to be had again by going up from an empty box. */
function kept(state: State): State {
  const last = state.search.field.value.trim();
  return last === '' ? state : { ...state, search: { ...state.search, last } };
}

function takeSuggestion(state: State): State {
  const suggestion = state.search.results?.suggestion;
  return suggestion === undefined ? state : withQuery(state, suggestion);
}
