import type { ArticleRows } from './article-rows.ts';
import { markOf, savePosition, withMark } from './marks.ts';
import { articleRowsOf, readerHeight } from './selectors.ts';
import type { ReaderState, ReadingPosition, State } from './state.ts';

/** Rows shown above a match one is taken to. */
const CONTEXT = 2;

/** Shows the page from row `top` on, or as far as it goes; that is a goal where it is far. */
export function scrollTo(state: State, top: number): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  if (page.isRowReady(top)) return setTop(state, page, page.clampTop(top, readerHeight(state)));
  return { ...state, reader: { ...state.reader, scrollTarget: { kind: 'row', row: top } } };
}

export const positionOf = ({ reader: { top, anchor } }: State): ReadingPosition => ({ top, anchor });

export const scrollBy = (state: State, rows: number): State => {
  const moved = scrollTo(state, state.reader.top + rows);
  return rows > 0 ? markReadAtEnd(moved) : moved;
};

/** Shows the page from row `top` on, from which it can be shown. */
export function setTop(state: State, page: ArticleRows, top: number): State {
  const { reader, focus } = state;
  if (top === reader.top)
    return reader.scrollTarget ? { ...state, reader: { ...reader, scrollTarget: undefined } } : state;
  const hasScrolled = reader.hasScrolled || focus === 'reader';
  const anchor = page.offsetOf(top);
  const moved: ReaderState = {
    ...reader,
    top,
    anchor,
    hasScrolled,
    scrollTarget: undefined,
    currentMatch: undefined,
    currentLink: undefined,
  };
  return { ...state, reader: moved };
}

/** An article is read once someone has come to its end, not where a jump has led there. */
function markReadAtEnd(state: State): State {
  const { article } = state.reader;
  if (!article || state.focus !== 'reader' || markOf(state, article)?.read) return state;
  const page = articleRowsOf(state);
  return page?.showsEnd(state.reader.top, readerHeight(state))
    ? withMark(state, article, { read: true })
    : state;
}

/** Before the article is left: its place is kept, and if all of it was on the screen at once it has been read. */
export function leaveArticle(state: State): State {
  const page = articleRowsOf(state);
  const whole = page && state.focus === 'reader' && page.showsEnd(0, readerHeight(state));
  return savePosition(whole ? markReadAtEnd(state) : state);
}

/** Brings row `row` on the screen with some rows above it, moving only if it is not well in sight. */
export function scrollIntoView(state: State, row: number): State {
  const height = readerHeight(state);
  const { top } = state.reader;
  const context = Math.min(CONTEXT, Math.floor((height - 1) / 2));
  const seen = row >= top + (top > 0 ? context : 0) && row < top + height - context;
  return seen ? state : scrollTo(state, row - context);
}

/** At another width, the row at the top is the one that holds what was at the top. */
export function restoreAnchor(state: State): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  const { anchor, top } = state.reader;
  const wanted = page.clampTop(
    anchor === 0 ? Math.min(top, page.header.length) : page.rowOf(anchor),
    readerHeight(state),
  );
  return wanted === top ? state : { ...state, reader: { ...state.reader, top: wanted } };
}
