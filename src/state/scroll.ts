import type { Page } from './article-rows.ts';
import { keepPlace, markOf, withMark } from './marks.ts';
import { pageOf, readerHeight } from './selectors.ts';
import type { Spot, State } from './state.ts';

/** Rows shown above a match one is taken to. */
const CONTEXT = 2;

/** Shows the page from row `top` on, or as far as it goes; that is a goal where it is far. */
export function scrollTo(state: State, top: number): State {
  const page = pageOf(state);
  if (!page) return state;
  if (page.isRowNear(top)) return standAt(state, page, page.clampTop(top, readerHeight(state)));
  return { ...state, reader: { ...state.reader, goal: { kind: 'row', row: top } } };
}

export const spotOf = ({ reader: { top, anchor } }: State): Spot => ({ top, anchor });

export const scrollBy = (state: State, rows: number): State => {
  const moved = scrollTo(state, state.reader.top + rows);
  return rows > 0 ? readToTheEnd(moved) : moved;
};

/** Shows the page from row `top` on, from which it can be shown. */
export function standAt(state: State, page: Page, top: number): State {
  const { reader, focus } = state;
  if (top === reader.top) return reader.goal ? { ...state, reader: { ...reader, goal: undefined } } : state;
  const moved = reader.moved || focus === 'reader';
  const anchor = page.offsetOf(top);
  const there = { ...reader, top, anchor, moved, goal: undefined, hit: undefined, link: undefined };
  return { ...state, reader: there };
}

/** An article is read once someone has come to its end, not where a jump has led there. */
function readToTheEnd(state: State): State {
  const { article } = state.reader;
  if (!article || state.focus !== 'reader' || markOf(state, article)?.read) return state;
  const page = pageOf(state);
  return page?.showsEnd(state.reader.top, readerHeight(state))
    ? withMark(state, article, { read: true })
    : state;
}

/** Before the article is left: its place is kept, and if all of it was on the screen at once it has been read. */
export function leaveArticle(state: State): State {
  const page = pageOf(state);
  const whole = page && state.focus === 'reader' && page.showsEnd(0, readerHeight(state));
  return keepPlace(whole ? readToTheEnd(state) : state);
}

/** Brings row `row` on the screen with some rows above it, moving only if it is not well in sight. */
export function bringInSight(state: State, row: number): State {
  const height = readerHeight(state);
  const { top } = state.reader;
  const context = Math.min(CONTEXT, Math.floor((height - 1) / 2));
  const seen = row >= top + (top > 0 ? context : 0) && row < top + height - context;
  return seen ? state : scrollTo(state, row - context);
}

/** At another width, the row at the top is the one that holds what was at the top. */
export function keepAnchor(state: State): State {
  const page = pageOf(state);
  if (!page) return state;
  const { anchor, top } = state.reader;
  const wanted = page.clampTop(
    anchor === 0 ? Math.min(top, page.header.length) : page.rowOf(anchor),
    readerHeight(state),
  );
  return wanted === top ? state : { ...state, reader: { ...state.reader, top: wanted } };
}
