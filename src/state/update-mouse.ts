import type { MouseInput } from '../keys/decode.ts';
import { type Step, step } from './actions.ts';
import type { Rect } from './geometry.ts';
import { followLink, linkAtCell } from './links.ts';
import { select } from './list-selection.ts';
import { chooseMenuRow, selectMenuRow } from './menu.ts';
import { scrollBy } from './scroll.ts';
import { articleRowsOf, geometryOf, listedArticles, listPageRows } from './selectors.ts';
import type { State } from './state.ts';
import { scrollHelp } from './update-help.ts';

/** Rows a notch of the wheel scrolls. */
const WHEEL = 3;

/** The wheel scrolls the pane under it, a click selects a row, gives a pane the keys or follows a link. */
export function updateMouse(state: State, mouse: MouseInput): Step {
  const { list, reader, listHeader } = geometryOf(state);
  if (mouse.action !== 'press') {
    const by = mouse.action === 'wheel-up' ? -1 : 1;
    if (state.overlay?.kind === 'help') return step(scrollHelp(state, state.overlay.top + by * WHEEL));
    if (list && inside(list, mouse)) return step(scrollList(state, by));
    return step(reader && inside(reader, mouse) ? scrollBy(state, by * WHEEL) : state);
  }
  if (state.overlay?.kind === 'help') return step(state);
  if (list && inside(list, mouse)) {
    const row = mouse.y - list.y - listHeader;
    if (row < 0) return step(state);
    return step(clickList(state, row));
  }
  return reader && inside(reader, mouse) ? clickReader(state, mouse) : step(state);
}

const inside = (rect: Rect, { x, y }: MouseInput): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

function scrollList(state: State, by: number): State {
  const { overlay } = state;
  if (overlay?.kind === 'contents' || overlay?.kind === 'tags') return selectMenuRow(state, overlay.row + by);
  return select(state, state.list.row + by);
}

function clickList(state: State, y: number): State {
  const { overlay } = state;
  if (overlay?.kind === 'contents' || overlay?.kind === 'tags') {
    return chooseMenuRow(selectMenuRow(state, overlay.top + y));
  }
  const row = state.list.top + Math.floor(y / geometryOf(state).itemHeight);
  const again = state.focus === 'list' && row === state.list.row;
  if (row >= listedArticles(state).length || row >= state.list.top + listPageRows(state)) return state;
  const chosen: State = { ...select(state, row), focus: 'list' };
  // Where the text is not beside the list, a second click on the row opens it.
  return again && !geometryOf(state).reader && chosen.reader.article
    ? { ...chosen, focus: 'reader', overlay: undefined }
    : chosen;
}

function clickReader(state: State, mouse: MouseInput): Step {
  const focused: State =
    state.overlay?.kind === 'search'
      ? { ...state, overlay: undefined, focus: 'reader' }
      : { ...state, focus: 'reader' };
  const page = articleRowsOf(focused);
  const number = page && linkAtCell(focused, page, mouse.x, mouse.y);
  return number === undefined
    ? step(focused)
    : followLink({ ...focused, reader: { ...focused.reader, currentLink: number } });
}
