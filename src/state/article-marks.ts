import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Sequence } from '../algorithms/sequence.ts';
import type { Block } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import { isCutOff, placeAt } from '../memory/place.ts';
import { step, type Update } from './effects.ts';
import { articleRowsOf, geometryOf, markOf, progressOf, readerHeight, selectedOf } from './selectors.ts';
import { type Mark, type State, withUnavailable } from './state.ts';

/** The article that commands apply to: the one in the pane that has the focus. */
export const focusedArticle = (state: State): Article | undefined =>
  state.focus === 'reader' ? state.reader.article : selectedOf(state);

/** Stars the focused article or marks it as read; a second time undoes it. */
export function toggleMark(state: State, kind: 'starred' | 'read'): State {
  const article = focusedArticle(state);
  if (!article) return state;
  const on = !markOf(state, article)?.[kind];
  const marked = withMark(state, article, { [kind]: on });
  // Where there is a list, it shows the mark.
  return geometryOf(state).list ? marked : { ...marked, notice: { kind: 'marked', what: kind, on } };
}

/** Changes an article's mark. With a place, it becomes the article that was read last. */
function withMark(state: State, article: Article, mark: Mark): State {
  const key = state.keyOf(article);
  const marks = new Map(state.marks);
  const whole = { ...marks.get(key), ...mark };
  if (mark.place) marks.delete(key);
  marks.set(key, whole);
  return { ...state, marks };
}

/** Saves the position in the open article, unless the article was only previewed. */
export function savePosition(state: State): State {
  const { article, document, anchor, hasScrolled, cutOff } = state.reader;
  if (!article || !document || !hasScrolled) return state;
  const saved = markOf(state, article)?.place;
  const place = cutOff ?? placeAt(document, anchor, progressOf(state));
  if (saved?.at === place.at && saved.progress === place.progress) return state;
  return withMark(state, article, { place });
}

/** Marks the open article as read if the reader shows its end, rather than that of a text cut off before the position. */
export function markReadAtEnd(state: State): State {
  const { article, cutOff } = state.reader;
  if (!article || cutOff || state.focus !== 'reader' || markOf(state, article)?.read) return state;
  const rows = articleRowsOf(state);
  return rows?.showsEnd(state.reader.top, readerHeight(state))
    ? withMark(state, article, { read: true })
    : state;
}

/** Saves the position before the open article is left; an article that fits on one screen has then been read. */
export function leaveArticle(state: State): State {
  const rows = articleRowsOf(state);
  const { article, document } = state.reader;
  const fitsOnScreen = rows && state.focus === 'reader' && rows.showsEnd(0, readerHeight(state));
  if (!fitsOnScreen || !article || !document) return savePosition(state);
  // A text that ends before the position was not read, for its file may still be being written.
  const place = state.reader.cutOff ?? markOf(state, article)?.place;
  if (place && isCutOff(document.text, place)) return savePosition(state);
  return markReadAtEnd(withMark(state, article, { place: placeAt(document, 0, 1) }));
}

/** Opens the focused article in the editor, at the paragraph on the screen. */
export function editArticle(state: State): Update {
  const article = focusedArticle(state);
  if (!article || article.path === '-') return withUnavailable(state, 'file');
  if (article.packed === 'published') return withUnavailable(state, 'editable');
  const { document, anchor } = state.reader;
  const blocks = state.reader.article?.path === article.path ? document?.blocks : undefined;
  const block = anchor > 0 && blocks ? blockAt(blocks, anchor) : undefined;
  return step(savePosition(state), { kind: 'edit', article, line: block?.line ?? 0 });
}

/** The last block that begins before or at an offset of the text. */
const blockAt = (blocks: Sequence<Block>, at: number): Block | undefined =>
  blocks.at(partitionPoint(blocks.length, (index) => blocks.at(index)!.start <= at) - 1);
