import type { Article } from '../library/article.ts';
import type { Order } from '../library/sort-articles.ts';
import { savePosition } from './article-marks.ts';
import { withoutLinks } from './jumps.ts';
import { hasSearchWords, listedArticles, listPageRows, rowOfPath } from './selectors.ts';
import { readerFor, type ScrollTarget, type State, withList, withReader } from './state.ts';

/** Selects row `row` of the list, or the nearest existing one, and shows its article in the reader. */
export function select(state: State, row: number, target?: ScrollTarget): State {
  const articles = listedArticles(state);
  const nearest = Math.max(0, Math.min(articles.length - 1, row));
  const shown = showArticle(
    withSelectedRow(state, nearest, articles[nearest]?.path),
    articles[nearest],
    target,
  );
  const isOther = shown.reader.article?.path !== state.reader.article?.path;
  return isOther ? { ...shown, jumps: withoutLinks(shown.jumps) } : shown;
}

/** Selects the article at `path` without showing it; unchanged if the list does not contain it. */
export function selectPath(state: State, path: string): State {
  const row = rowOfPath(listedArticles(state), path, state.list.row);
  return row < 0 ? state : withSelectedRow(state, row, path);
}

const withSelectedRow = (state: State, row: number, selected: string | undefined): State =>
  withList(state, { selected, row, top: topFor(state, row) });

/** The first or last match of the search in an article that is opened; its saved position if the search has no words. */
export const matchTarget = (state: State, kind: 'firstMatch' | 'lastMatch'): ScrollTarget => ({
  kind: hasSearchWords(state) ? kind : 'saved',
});

/** Puts an article in the reader at `target`; by default at the first match, or else at the saved position. */
export function showArticle(state: State, article: Article | undefined, target?: ScrollTarget): State {
  if (article?.path === state.reader.article?.path) {
    return target
      ? withReader(state, { scrollTarget: target, findQuery: '', currentMatch: undefined })
      : state;
  }
  const fallback: ScrollTarget = state.search.results ? matchTarget(state, 'firstMatch') : { kind: 'saved' };
  return { ...savePosition(state), reader: readerFor(article, target ?? fallback) };
}

/** The first row of the list, scrolled as little as possible to show `row`. */
export function topFor(state: State, row: number): number {
  const page = listPageRows(state);
  const top = Math.min(Math.max(state.list.top, row - page + 1), row);
  return Math.max(0, Math.min(top, listedArticles(state).length - page));
}

/** Keeps the same article selected after the list has changed; if it is no longer listed, the same row. */
export function keepSelection(state: State): State {
  const articles = listedArticles(state);
  const row = rowOfPath(articles, state.list.selected, state.list.row);
  if (row >= 0 || state.focus === 'list') return select(state, row < 0 ? state.list.row : row);
  // The article being read stays open even though it is no longer listed.
  const nearest = Math.max(0, Math.min(articles.length - 1, state.list.row));
  return withSelectedRow(state, nearest, state.list.selected);
}

/** Gives the focus to the reader. */
export function openReader(state: State): State {
  const shown = select(state, state.list.row);
  return shown.reader.article ? { ...shown, focus: 'reader', overlay: undefined } : state;
}

const NEXT_ORDER: Readonly<Record<Order, Order>> = {
  date: 'title',
  title: 'length',
  length: 'read',
  read: 'date',
};

export const nextOrder = (state: State): State => withSorting(state, NEXT_ORDER[state.list.order], false);

export const reverseOrder = (state: State): State =>
  withSorting(state, state.list.order, !state.list.reverse);

function withSorting(state: State, order: Order, reverse: boolean): State {
  const sorted = withFreshMarks(withList(state, { order, reverse }));
  return keepSelection({ ...sorted, notice: { kind: 'sorted' } });
}

/** Filters and sorts the list by the marks as they are now. */
export const withFreshMarks = (state: State): State =>
  state.list.marks === state.marks ? state : withList(state, { marks: state.marks });
