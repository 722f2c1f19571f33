import type { Update } from './effects.ts';
import type { Rect } from './geometry.ts';
import { recordJump } from './jumps.ts';
import { followLink, linkAtCell } from './links.ts';
import { openReader, select } from './list-selection.ts';
import { chooseMenuRow, menuOf, menuPageRows, selectMenuRow } from './menu.ts';
import { moveByMatches, scrollBy, scrollTo, scrollToTarget } from './scroll.ts';
import { moveCursorByRows, moveCursorToEnd, moveCursorToRow, selectBetween, withPress } from './selection.ts';
import { geometryOf, listedArticles, listPageRows, pageHeight, pageOf, readerHeight } from './selectors.ts';
import { type State, withReader } from './state.ts';
import { offsetAtCell } from './text-at-cell.ts';

/** Moves the selection or the cursor by `rows`, or scrolls the text, in the pane or overlay that has the focus. */
export function moveBy(state: State, rows: number): State {
  const { overlay, focus } = state;
  if (overlay?.kind === 'find') return moveByMatches(state, rows);
  const page = pageOf(state);
  if (page) return scrollPage(state, page.top + rows);
  if (overlay?.kind === 'select') return moveCursorByRows(state, rows);
  return overlay || focus === 'list' ? moveInList(state, rows) : scrollBy(state, rows);
}

/** Moves the selection in the menu, or in the list if no menu takes its place. */
function moveInList(state: State, rows: number): State {
  const menu = menuOf(state);
  return menu ? selectMenuRow(state, menu.row + rows) : select(state, state.list.row + rows);
}

/** Moves to row `row`, counting from 0, or to the last row. */
export function moveTo(state: State, row: number): State {
  const { overlay, focus } = state;
  if (menuOf(state)) return selectMenuRow(state, row);
  if (pageOf(state)) return scrollPage(state, row);
  if (overlay?.kind === 'select') return moveCursorToRow(state, row);
  return focus === 'list' ? select(state, row) : recordJump(state, scrollTo(state, row));
}

export function moveToEnd(state: State): State {
  if (state.overlay?.kind === 'select') return moveCursorToEnd(state);
  return state.focus === 'reader' && !state.overlay
    ? recordJump(state, scrollToTarget(state, { kind: 'percent', percent: 100 }))
    : moveTo(state, Number.MAX_SAFE_INTEGER);
}

export function moveToPercent(state: State, percent: number): State {
  if (state.focus === 'reader') return recordJump(state, scrollToTarget(state, { kind: 'percent', percent }));
  const last = listedArticles(state).length - 1;
  return select(state, Math.round((last * Math.min(100, percent)) / 100));
}

/** Rows that Page Down moves by; texts keep one row of the previous screen. */
export function pageRows(state: State): number {
  if (menuOf(state)) return menuPageRows(state);
  if (pageOf(state)) return Math.max(1, pageHeight(state) - 1);
  return state.focus === 'list' ? listPageRows(state) : Math.max(1, readerHeight(state) - 1);
}

/** Scrolls the open page; `reconcile` limits `top` to the last screen. */
function scrollPage(state: State, top: number): State {
  const page = pageOf(state);
  return page ? { ...state, overlay: { ...page, top: Math.max(0, top) } } : state;
}

/** A press of the left button, the pointer moved while it is down, its release, or a notch of the wheel, at a cell of the screen; cells count from 0. */
export interface MouseInput {
  readonly kind: 'mouse';
  readonly action: 'press' | 'drag' | 'release' | 'wheel-up' | 'wheel-down';
  readonly x: number;
  readonly y: number;
}

/** Rows of text per notch of the wheel; lists move by one. */
const WHEEL_ROWS = 3;

/** The wheel scrolls the pane under the pointer; a click selects a row, focuses a pane or follows a link. */
export function updateMouse(state: State, mouse: MouseInput): Update {
  const { list, reader } = geometryOf(state);
  const isInList = list !== undefined && isInside(list, mouse);
  const isInReader = reader !== undefined && isInside(reader, mouse);
  if (mouse.action === 'drag') return isInReader ? drag(state, mouse) : state;
  if (mouse.action === 'release') return withPress(state, undefined);
  const by = mouse.action === 'wheel-up' ? -1 : 1;
  const page = pageOf(state);
  if (page) return mouse.action === 'press' ? state : scrollPage(state, page.top + by * WHEEL_ROWS);
  if (isInList) return mouse.action === 'press' ? clickList(state, mouse) : moveInList(state, by);
  if (isInReader)
    return mouse.action === 'press' ? clickReader(state, mouse) : scrollBy(state, by * WHEEL_ROWS);
  return state;
}

const isInside = (rect: Rect, { x, y }: MouseInput): boolean =>
  x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height;

function clickList(state: State, mouse: MouseInput): State {
  const { listBody, itemHeight, reader } = geometryOf(state);
  const y = mouse.y - (listBody?.y ?? 0);
  if (y < 0) return state;
  const menu = menuOf(state);
  if (menu) return chooseMenuRow(selectMenuRow(state, menu.top + y));
  const row = state.list.top + Math.floor(y / itemHeight);
  if (row >= listedArticles(state).length || row >= state.list.top + listPageRows(state)) return state;
  const wasSelected = state.focus === 'list' && row === state.list.row;
  const selected: State = { ...select(state, row), focus: 'list' };
  // Without a reader pane on the screen, clicking the selected row again opens it.
  return wasSelected && !reader ? openReader(selected) : selected;
}

function clickReader(state: State, mouse: MouseInput): Update {
  const closes = state.overlay?.kind === 'search' || state.overlay?.kind === 'select';
  const overlay = closes ? undefined : state.overlay;
  const pressed = withPress(state, offsetAtCell(state, mouse.x, mouse.y));
  const focused: State = { ...pressed, overlay, focus: 'reader' };
  const link = linkAtCell(focused, mouse.x, mouse.y);
  return link === undefined ? focused : followLink(withReader(focused, { currentLink: link }));
}

/** Selects the passage over which the mouse is dragged. */
function drag(state: State, mouse: MouseInput): State {
  const { pressed } = state.reader;
  const at = offsetAtCell(state, mouse.x, mouse.y);
  const isFree = state.overlay === undefined || state.overlay.kind === 'select';
  return pressed === undefined || at === undefined || !isFree ? state : selectBetween(state, pressed, at);
}
