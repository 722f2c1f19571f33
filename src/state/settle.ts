import type { Article } from '../library/article.ts';
import { findPlace } from '../memory/place.ts';
import type { Block, Document } from '../text/document.ts';
import type { Effect } from './actions.ts';
import { headingOf, rowAbove } from './headings.ts';
import { helpTop } from './help.ts';
import { markOf } from './marks.ts';
import { searchOn } from './matches.ts';
import { keepAnchor, scrollTo, standOn } from './scroll.ts';
import { AT_ONCE, findingOf, listPage, matchesOf, pageOf, placesOf, readerHeight, rowsOf } from './select.ts';
import { keepSelection, select, topFor } from './selection.ts';
import { editionOf, type State } from './state.ts';
import { findOn } from './update-find.ts';
import { scrollHelp } from './update-help.ts';
import { menuInSight } from './update-menu.ts';

/**
 * Brings back into step what an action may have left behind: the selection after the rows changed, the first row of
 * the list after the size did, the place in the article after its width did or its text came.
 */
export function settle(before: State, state: State): State {
  return settleOverlay(settleReader(before, settleList(before, state)));
}

/** What is selected or shown in an overlay is there, and in sight, whatever became of the screen or the library. */
function settleOverlay(state: State): State {
  const { overlay } = state;
  if (overlay?.kind !== 'help') return menuInSight(state);
  return overlay.top === helpTop(state, overlay.top) ? state : scrollHelp(state, overlay.top);
}

function settleList(before: State, given: State): State {
  const narrower =
    placesOf(before).list?.width !== placesOf(given).list?.width && given.search.snippets.size > 0;
  const state = narrower ? { ...given, search: { ...given.search, snippets: new Map() } } : given;
  if (state.search.results !== before.search.results && state.search.results) {
    return select(state, 0, { kind: 'match', last: false });
  }
  if (rowsOf(state) !== rowsOf(before)) {
    // While articles are still being found, the top of the list is the top, whatever comes to stand there.
    const waiting = !before.library.complete && state.list.row === 0 && state.focus === 'list';
    return waiting ? select(state, 0) : keepSelection(state);
  }
  const top = topFor(state, state.list.row);
  return top === state.list.top ? state : { ...state, list: { ...state.list, top } };
}

function settleReader(before: State, given: State): State {
  const page = pageOf(given);
  if (!page) return given;
  const state = given.reader.version === before.reader.version ? given : findOn(given);
  if (state.reader.goal) return reachGoal(state);
  if (page.flow !== pageOf(before)?.flow) return keepAnchor(state);
  return readerHeight(state) > readerHeight(before) ? scrollTo(state, state.reader.top) : state;
}

/** Stands where the article was to be opened. */
function reachGoal(state: State): State {
  const { goal, article, document } = state.reader;
  const page = pageOf(state);
  if (!goal || !article || !document || !page) return state;
  const open: State = { ...state, reader: { ...state.reader, goal: undefined } };
  switch (goal.kind) {
    case 'match': {
      if (goal.last) searchOn(open, () => false);
      else extendUntil(document, () => document.text.length > AT_ONCE || matchesOf(open).length > 0);
      const last = matchesOf(open).length - 1;
      if (last >= 0) return standOn(open, goal.last ? last : 0);
      return isFar(state) ? state : open;
    }
    case 'heading': {
      extendUntil(document, () => headingOf(document.headings, goal.slug) !== undefined);
      const heading = headingOf(document.headings, goal.slug);
      return heading ? scrollTo(open, rowAbove(page, heading)) : open;
    }
    case 'offset':
    case 'place': {
      if (isFar(state)) return state;
      const at = goal.kind === 'offset' ? goal.at : placeOf(state, article, document);
      extendUntil(document, () => document.text.length > at);
      return scrollTo(open, page.rowOf(at));
    }
  }
}

/** Where the article was left, in its text as it is now. */
function placeOf(state: State, article: Article, document: Document): number {
  const place = markOf(state, article)?.place;
  if (!place) return 0;
  extendUntil(document, () => document.text.length > place.at + place.words.length);
  return findPlace(document.text, place);
}

/**
 * Whether it would take long to stand where the article was to be opened: then its beginning is shown, and one is
 * taken there once idle time has brought it near, unless someone has moved.
 */
export function isFar(state: State): boolean {
  const { goal, article, document } = state.reader;
  const page = pageOf(state);
  if (!goal || !article || !document || !page) return false;
  if (goal.kind === 'match')
    return !goal.last && matchesOf(state).length === 0 && !findingOf(state)?.complete;
  if (goal.kind === 'heading') return false;
  const at = goal.kind === 'offset' ? goal.at : (markOf(state, article)?.place?.at ?? 0);
  if (at <= AT_ONCE || page.flow.complete) return false;
  return (page.flow.line(page.flow.known - 1)?.end ?? 0) <= at;
}

/** Parses on, in growing steps, until `enough` or the end. */
function extendUntil(document: Document, enough: () => boolean): void {
  while (!document.complete && !enough()) document.extend(document.blocks.length * 2 + 16);
}

/** What has to be fetched because of what changed. */
export function consequences(before: State, state: State): readonly Effect[] {
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
const snippetCells = (state: State): number => Math.max(1, (placesOf(state).list?.width ?? 0) - 2);

/** Results on the screen that still want their line. */
function rowsWithoutSnippet(state: State): readonly Article[] {
  const { results, snippets } = state.search;
  const { list, itemHeight } = placesOf(state);
  if (!results || !list || itemHeight < 2) return [];
  const shown = results.articles.slice(state.list.top, state.list.top + listPage(state));
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
  const { article, edition } = state.reader;
  return article && placesOf(state).reader && edition !== editionOf(article) ? article : undefined;
}

const isSame = (article: Article, other: Article | undefined): boolean =>
  article.path === other?.path && editionOf(article) === editionOf(other);
