import type { Article } from '../library/article.ts';
import { placeAt } from '../memory/place.ts';
import { progressOf } from './selectors.ts';
import type { Mark, State } from './state.ts';

export const markOf = (state: State, article: Article): Mark | undefined =>
  state.marks.get(state.keyOf(article));

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
