import type { Order } from '../library/sort-articles.ts';
import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { keepSelection, select } from './list-selection.ts';
import { openReader, openSearch, openTags, withQuery } from './overlays.ts';
import { moveByMatches } from './scroll.ts';
import { listedArticles, listPageRows } from './selectors.ts';
import { type State, withSetting } from './state.ts';

/** What a command does in the list. */
export function updateList(state: State, command: Command, count: number | undefined): Step {
  const { row } = state.list;
  const page = listPageRows(state);
  const times = count ?? 1;
  switch (command) {
    case 'down':
      return step(select(state, row + times));
    case 'up':
      return step(select(state, row - times));
    case 'pageDown':
      return step(select(state, row + page * times));
    case 'pageUp':
      return step(select(state, row - page * times));
    case 'halfDown':
      return step(select(state, row + Math.ceil(page / 2) * times));
    case 'halfUp':
      return step(select(state, row - Math.ceil(page / 2) * times));
    case 'first':
      return step(select(state, (count ?? 1) - 1));
    case 'last':
      return step(select(state, count === undefined ? Number.MAX_SAFE_INTEGER : count - 1));
    case 'percent':
      return step(
        select(state, Math.round(((listedArticles(state).length - 1) * Math.min(100, count ?? 0)) / 100)),
      );
    case 'open':
      return step(openReader(state));
    case 'nextMatch':
      return step(moveByMatches(state, times));
    case 'previousMatch':
      return step(moveByMatches(state, -times));
    case 'search':
      return step(openSearch(state));
    case 'clear':
      return step(clear(state));
    case 'tags':
      return step(openTags(state));
    case 'sort':
      return step(withOrder(state, nextOrder[state.settings.order], false));
    case 'reverse':
      return step(withOrder(state, state.settings.order, !state.settings.reverse));
    default:
      return step(state);
  }
}

function clear(state: State): State {
  if (state.search.field.value !== '') return withQuery(state, '');
  return state.list.tag === undefined ? state : withTagged(state, undefined);
}

/** Shows the articles of one tag only, or all of them again. */
function withTagged(state: State, tag: string | undefined): State {
  return { ...state, list: { ...state.list, tag } };
}

const nextOrder: Readonly<Record<Order, Order>> = { date: 'title', title: 'length', length: 'date' };

const withOrder = (state: State, order: Order, reverse: boolean): State =>
  keepSelection(withSetting(withSetting(state, 'reverse', reverse), 'order', order));
