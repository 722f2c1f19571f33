import type { Article } from '../library/article.ts';
import { placeAt } from '../memory/place.ts';
import { listedArticles, listPageRows, markOf, progressOf, rowOfPath } from './selectors.ts';
import { type Mark, readerFor, type ScrollTarget, type State } from './state.ts';

/** Selects a row, the nearest there is; the reader shows its article. */
export function select(state: State, row: number, goal?: ScrollTarget): State {
  const rows = listedArticles(state);
  const wanted = Math.max(0, Math.min(rows.length - 1, row));
  const article = rows[wanted];
  const list = { ...state.list, selected: article?.path, row: wanted, top: topFor(state, wanted) };
  return showArticle({ ...state, list }, article, goal);
}

/** Puts an article in the reader, at `goal`, or at its first match, or else where it was left. */
export function showArticle(state: State, article: Article | undefined, goal?: ScrollTarget): State {
  const { reader } = state;
  if (article?.path === reader.article?.path) {
    return goal
      ? { ...state, reader: { ...reader, scrollTarget: goal, findQuery: '', currentMatch: undefined } }
      : state;
  }
  const usual: ScrollTarget = state.search.results ? { kind: 'match', last: false } : { kind: 'place' };
  return { ...savePosition(state), reader: readerFor(article, goal ?? usual) };
}

/** The first row to show so that `row` is seen, moving no more than needed. */
export function topFor(state: State, row: number, rows = listedArticles(state).length): number {
  const page = listPageRows(state);
  const top = Math.min(Math.max(state.list.top, row - page + 1), row);
  return Math.max(0, Math.min(top, rows - page));
}

/** After the rows changed: the same article stays selected, in sight. Where it is gone, the row it was in. */
export function keepSelection(state: State): State {
  const rows = listedArticles(state);
  const found = rowOfPath(rows, state.list.selected, state.list.row);
  if (found >= 0 || state.focus === 'list') return select(state, found < 0 ? state.list.row : found);
  // Nobody is taken away from what is being read.
  const row = Math.max(0, Math.min(rows.length - 1, state.list.row));
  return { ...state, list: { ...state.list, row, top: topFor(state, row) } };
}

export function withMark(state: State, article: Article, mark: Mark): State {
  const key = state.keyOf(article);
  const marks = new Map(state.marks);
  marks.set(key, { ...marks.get(key), ...mark });
  return { ...state, marks };
}

/** Writes down where the reader stands in its article, if someone has moved in it. */
export function savePosition(state: State): State {
  const { article, document, anchor, hasScrolled: moved } = state.reader;
  if (!article || !document || !moved) return state;
  const before = markOf(state, article)?.place;
  const place = placeAt(document.text, anchor, progressOf(state));
  if (before?.at === place.at && before.progress === place.progress) return state;
  return withMark(state, article, { place });
}
