import { isSameFilter } from './effects.ts';
import { keepSelection, matchTarget, select, topFor, withFreshMarks } from './list-selection.ts';
import { clampMenu } from './menu.ts';
import { noteSnippets } from './noted-articles.ts';
import { clampPageTop } from './page-rows.ts';
import { restoreAnchor, scrollToTarget } from './scroll.ts';
import {
  articleRowsOf,
  geometryOf,
  layoutOptionsOf,
  listedArticles,
  nextArticleRowsOf,
  pageOf,
  readerHeight,
} from './selectors.ts';
import { type State, withList, withReader, withSearch } from './state.ts';
import { goToFoundMatch } from './text-boxes.ts';

/** Restores invariants of the selection, the first rows on the screen and the position in the text after an action. */
export function reconcile(before: State, state: State): State {
  return reconcileOverlay(reconcileReader(before, reconcileList(before, state)));
}

function reconcileOverlay(state: State): State {
  const page = pageOf(state);
  if (!page) return clampMenu(state);
  const top = clampPageTop(state, page.top);
  return top === page.top ? state : { ...state, overlay: { ...page, top } };
}

function reconcileList(before: State, given: State): State {
  const isNewWidth =
    geometryOf(before).list?.width !== geometryOf(given).list?.width && given.search.snippets.size > 0;
  const isEntered = given.focus === 'list' && before.focus === 'reader';
  const entered = isEntered ? withFreshMarks(given) : given;
  const snippets = isNewWidth && noteSnippets(entered, entered.search.results);
  const state = snippets ? withSearch(entered, { snippets }) : entered;
  if (state.search.results && state.search.results !== before.search.results) {
    return selectInResults(before, state);
  }
  if (listedArticles(state) !== listedArticles(before)) {
    // While articles are still being listed, the first one stays selected, whichever it is.
    const staysFirst = !before.library.complete && state.list.row === 0 && state.focus === 'list';
    return staysFirst ? select(state, 0) : keepSelection(state);
  }
  const top = topFor(state, state.list.row);
  return top === state.list.top ? state : withList(state, { top });
}

/**
 * Selects the best result of a new query. If the query was repeated on a larger index, or is that of the previous session,
 * keeps what the user has chosen.
 */
function selectInResults(before: State, state: State): State {
  const { results } = state.search;
  const old = before.search.results;
  const isSameQuery = results && old && results.query === old.query && isSameFilter(results, old);
  const isResumed = old === undefined && state.overlay === undefined && state.focus === 'list';
  if (isResumed) return keepSelection(state);
  if (!isSameQuery) return select(state, 0, matchTarget(state, 'firstMatch'));
  return state.list.row === 0 && state.focus === 'list' ? select(state, 0) : keepSelection(state);
}

function reconcileReader(before: State, given: State): State {
  if (!articleRowsOf(given)) return given;
  const found = given.reader.version === before.reader.version ? given : goToFoundMatch(given);
  const state = reconcileLayout(before, found);
  if (state.reader.scrollTarget) return scrollToTarget(state, state.reader.scrollTarget);
  const rows = articleRowsOf(state);
  const old = articleRowsOf(before);
  const isNewLayout = rows?.flow !== old?.flow || rows?.header.length !== old?.header.length;
  if (isNewLayout) return restoreAnchor(state);
  return readerHeight(state) === readerHeight(before) ? state : inHeight(state);
}

/** At another height, the same row stays at the top. A screen that is higher for the moment may be filled from above. */
function inHeight(state: State): State {
  const rows = articleRowsOf(state)!;
  const { top, anchor } = state.reader;
  if (rows.offsetOf(top) !== anchor) return restoreAnchor(state);
  const clamped = rows.clampTop(top, readerHeight(state));
  return clamped === top ? state : withReader(state, { top: clamped });
}

/** A new layout replaces the one on the screen once it is ready up to the current position. */
function reconcileLayout(before: State, state: State): State {
  const wanted = layoutOptionsOf(state);
  const isSameDocument = state.reader.document === before.reader.document;
  const shown = isSameDocument ? (before.reader.shownLayout ?? layoutOptionsOf(before)) : wanted;
  const isReady = shown === wanted || nextArticleRowsOf(state)?.isReady(state.reader.anchor);
  const shownLayout = isReady ? undefined : shown;
  return shownLayout === state.reader.shownLayout ? state : withReader(state, { shownLayout });
}
