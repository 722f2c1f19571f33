import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { edit, editBy } from './field.ts';
import { openReader, withField, withQuery } from './overlays.ts';
import { listPage } from './select.ts';
import { select } from './selection.ts';
import type { State } from './state.ts';

/** What a command does while one types in the search box. */
export function updateSearch(state: State, command: Command): Step {
  const { field, results } = state.search;
  const { row } = state.list;
  switch (command) {
    case 'accept':
      if (results?.articles.length === 0 && results.suggestion) return step(takeSuggestion(state));
      return step(field.value.trim() === '' ? { ...state, overlay: undefined } : openReader(state));
    case 'cancel':
      return step({ ...withQuery(state, ''), overlay: undefined });
    case 'suggestion':
      return step(takeSuggestion(state));
    case 'down':
      return step(select(state, row + 1));
    case 'up':
      return step(select(state, row - 1));
    case 'pageDown':
      return step(select(state, row + listPage(state)));
    case 'pageUp':
      return step(select(state, row - listPage(state)));
    case 'fieldDeleteBack':
      if (field.value === '') return step({ ...state, overlay: undefined });
      return step(withField(state, edit(field, 'deleteBack')));
    default:
      return step(withField(state, editBy(field, command)));
  }
}

function takeSuggestion(state: State): State {
  const suggestion = state.search.results?.suggestion;
  return suggestion === undefined ? state : withQuery(state, suggestion);
}
