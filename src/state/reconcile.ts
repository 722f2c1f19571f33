import type { Block } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import type { Effect } from './actions.ts';
import { helpTop } from './help.ts';
import { keepSelection, select, topFor } from './list-selection.ts';
import { clampMenu } from './menu.ts';
import { restoreAnchor, scrollTo, scrollToTarget } from './scroll.ts';
import {
  articleRowsOf,
  geometryOf,
  layoutOptionsOf,
  listedArticles,
  listPageRows,
  nextArticleRowsOf,
  readerHeight,
} from './selectors.ts';
import { revisionOf, type State } from './state.ts';
import { findOn } from './update-find.ts';
import { scrollHelp } from './update-help.ts';

/**
 * Brings back into step what an action may have left behind: the selection after the rows changed, the first row of
 * the list after the size did, the place in the article after its width did or its text came.
 */
export function reconcile(before: State, state: State): State {
  return reconcileOverlay(reconcileReader(before, reconcileList(before, state)));
}

/** What is selected or shown in an overlay is there, and in sight, whatever became of the screen or the library. */
function reconcileOverlay(state: State): State {
  const { overlay } = state;
  if (overlay?.kind !== 'help') return clampMenu(state);
  return overlay.top === helpTop(state, overlay.top) ? state : scrollHelp(state, overlay.top);
}

function reconcileList(before: State, given: State): State {
  const narrower =
    geometryOf(before).list?.width !== geometryOf(given).list?.width && given.search.snippets.size > 0;
  const state = narrower ? { ...given, search: { ...given.search, snippets: new Map() } } : given;
  const { results } = state.search;
  const old = before.search.results;
  if (results !== old && results) {
    const again = results.query === old?.query && results.tag === old.tag;
    if (!again) return select(state, 0, { kind: 'match', last: false });
    // More of the library has been indexed: the best is still the best, and what someone chose stays chosen.
    return state.list.row === 0 && state.focus === 'list' ? select(state, 0) : keepSelection(state);
  }
  if (listedArticles(state) !== listedArticles(before)) {
    // While articles are still being found, the top of the list is the top, whatever comes to stand there.
    const waiting = !before.library.complete && state.list.row === 0 && state.focus === 'list';
    return waiting ? select(state, 0) : keepSelection(state);
  }
  const top = topFor(state, state.list.row);
  return top === state.list.top ? state : { ...state, list: { ...state.list, top } };
}

function reconcileReader(before: State, given: State): State {
  if (!articleRowsOf(given)) return given;
  const found = given.reader.version === before.reader.version ? given : findOn(given);
  const state = reconcileLayout(before, found);
  if (state.reader.scrollTarget) return scrollToTarget(state, state.reader.scrollTarget);
  const page = articleRowsOf(state);
  const old = articleRowsOf(before);
  if (page?.flow !== old?.flow || page?.header.length !== old?.header.length) return restoreAnchor(state);
  return readerHeight(state) > readerHeight(before) ? scrollTo(state, state.reader.top) : state;
}

/** Text set in another way is shown once it is laid out up to where one is; until then it is shown as it was. */
function reconcileLayout(before: State, state: State): State {
  const wanted = layoutOptionsOf(state);
  const same = state.reader.document === before.reader.document;
  const shown = same ? (before.reader.shownLayout ?? layoutOptionsOf(before)) : wanted;
  const isThere = shown === wanted || nextArticleRowsOf(state)?.isReady(state.reader.anchor);
  const setting = isThere ? undefined : shown;
  return setting === state.reader.shownLayout
    ? state
    : { ...state, reader: { ...state.reader, shownLayout: setting } };
}

/** What has to be fetched because of what changed. */
export function effectsOf(before: State, state: State): readonly Effect[] {
  const effects: Effect[] = [];
  const { field, results } = state.search;
  const { tag } = state.list;
  const asked = field.value !== before.search.field.value || tag !== before.list.tag;
  const more = state.library !== before.library && results !== undefined;
  const query = field.value.trim();
  if (query !== '' && (asked || more)) effects.push({ kind: 'search', query: field.value, tag });
  const unseen = rowsWithoutSnippet(state);
  if (unseen.length > 0) {
    effects.push({ kind: 'snippets', query: field.value, articles: unseen, cells: snippetCells(state) });
  }
  const wanted = wantedArticle(state);
  if (wanted && !isSame(wanted, wantedArticle(before))) effects.push({ kind: 'load', article: wanted });
  effects.push(...toolsWanted(before, state));
  for (const [key, mark] of state.marks === before.marks ? [] : state.marks) {
    if (mark !== before.marks.get(key)) effects.push({ kind: 'remember', key, mark });
  }
  if (state.settings !== before.settings) effects.push({ kind: 'settings', settings: state.settings });
  return effects;
}

/** Cells of the second line of an article in the list, without the bar and a blank at the edge. */
const snippetCells = (state: State): number => Math.max(1, (geometryOf(state).list?.width ?? 0) - 2);

/** Results on the screen that still want their line. */
function rowsWithoutSnippet(state: State): readonly Article[] {
  const { results, snippets } = state.search;
  const { list, itemHeight } = geometryOf(state);
  if (!results || !list || itemHeight < 2) return [];
  const shown = results.articles.slice(state.list.top, state.list.top + listPageRows(state));
  return shown.filter((article) => !snippets.has(article.path));
}

/** What is loaded only once a text wants it: hyphenation for its language, colours for its code. */
function toolsWanted(before: State, state: State): readonly Effect[] {
  const { reader, settings, hyphenators, highlight } = state;
  const { document } = reader;
  if (!document) return [];
  const effects: Effect[] = [];
  const same = document === before.reader.document;
  const { lang } = document;
  if (settings.hyphenate && !hyphenators.has(lang) && !(same && before.settings.hyphenate)) {
    effects.push({ kind: 'hyphenator', lang });
  }
  const grown = !same || reader.version !== before.reader.version;
  if (!highlight && grown && document.blocks.some(isColoured)) effects.push({ kind: 'highlighter' });
  return effects;
}

const isColoured = (block: Block): boolean =>
  (block.kind === 'code' && block.language !== undefined) ||
  (block.kind === 'quotation' && block.blocks.some(isColoured)) ||
  (block.kind === 'list' && block.items.some((item) => item.blocks.some(isColoured)));

/** The article whose text, as its file is now, is to be on the screen and is not there. */
function wantedArticle(state: State): Article | undefined {
  const { article, revision: edition } = state.reader;
  return article && geometryOf(state).reader && edition !== revisionOf(article) ? article : undefined;
}

const isSame = (article: Article, other: Article | undefined): boolean =>
  article.path === other?.path && revisionOf(article) === revisionOf(other);
