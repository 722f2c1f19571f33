import type { Article } from '../library/article.ts';
import { progressOf } from './select.ts';
import type { Mark, State } from './state.ts';

export const markOf = (state: State, article: Article): Mark | undefined => state.marks.get(article.path);

export function withMark(state: State, article: Article, mark: Mark): State {
  const marks = new Map(state.marks);
  marks.set(article.path, { ...marks.get(article.path), ...mark });
  return { ...state, marks };
}

/** Writes down where the reader stands in its article, if it has been read at all. */
export function keepPlace(state: State): State {
  const { article, document, anchor, moved } = state.reader;
  if (!article || !document || !moved) return state;
  const before = markOf(state, article);
  const progress = progressOf(state);
  if (before?.place === anchor && before.progress === progress) return state;
  return withMark(state, article, { place: anchor, progress });
}
