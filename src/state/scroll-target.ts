import type { Document } from '../document/document.ts';
import { findPlace, type Place } from '../memory/place.ts';
import { type ArticleRows, SYNC_LENGTH } from './article-rows.ts';
import { headingOf, ROWS_ABOVE } from './headings.ts';
import { select } from './list-selection.ts';
import { markOf } from './marks.ts';
import { nearestMatch } from './matches.ts';
import { scrollIntoView, scrollTo, setTop } from './scroll.ts';
import {
  articleRowsOf,
  findingOf,
  listedArticles,
  matchesOf,
  nextArticleRowsOf,
  readerHeight,
} from './selectors.ts';
import type { ScrollTarget, State } from './state.ts';

/**
 * Goes there in the article. Where that takes more parsing, searching or laying out than is done at once, it stays a
 * goal: idle time brings it near (see `isDue`), and one is taken there then, unless one has moved meanwhile.
 */
export function scrollToTarget(given: State, goal: ScrollTarget): State {
  const state: State = { ...given, reader: { ...given.reader, scrollTarget: goal } };
  const { document } = state.reader;
  if (!document) return state;
  parseUntil(document, () => isReady(state, goal) || document.text.length >= SYNC_LENGTH);
  if (isReady(state, goal)) return arriveAt(state, goal);
  const reset = inNewLayout(state);
  return reset && isReady(reset, goal) ? arriveAt(reset, goal) : state;
}

/** Whether what someone waits for has come near: a goal, or the text set in another way. */
export function isTargetReady(state: State): boolean {
  const { scrollTarget: goal, shownLayout: setting, anchor } = state.reader;
  if (setting && nextArticleRowsOf(state)?.isReady(anchor)) return true;
  if (!goal || !articleRowsOf(state)) return false;
  const reset = inNewLayout(state);
  return isReady(state, goal) || (reset !== undefined && isReady(reset, goal));
}

/** What someone waits for who reads: lines, matches, or nothing. */
export function pendingWork(state: State): 'lines' | 'matches' | undefined {
  const { scrollTarget: goal, shownLayout: setting, document } = state.reader;
  const reads =
    state.focus === 'reader' || state.overlay?.kind === 'contents' || state.overlay?.kind === 'find';
  if (!document || !reads) return undefined;
  if (goal) return needsLayout(goal) ? 'lines' : 'matches';
  return setting && 'lines';
}

/** The article from its beginning, set as it is to be, where it is shown in another way so far. */
const inNewLayout = (state: State): State | undefined =>
  state.reader.shownLayout && {
    ...state,
    reader: { ...state.reader, shownLayout: undefined, top: 0, anchor: 0 },
  };

/** What a goal is brought near by: lines, or parsing and searching. */
export const needsLayout = ({ kind }: ScrollTarget): boolean =>
  kind !== 'match' && kind !== 'step' && kind !== 'heading';

/** Whether it takes no time to stand there. */
function isReady(state: State, goal: ScrollTarget): boolean {
  const page = articleRowsOf(state);
  if (!page) return false;
  const { document } = page;
  const searched = findingOf(state)?.complete ?? true;
  switch (goal.kind) {
    case 'place':
      return page.isReady(savedPlace(state)?.at ?? 0);
    case 'offset':
      return page.isReady(goal.at);
    case 'row':
      return page.isRowReady(goal.row);
    case 'percent':
      return page.isEndReady;
    case 'heading':
      return document.complete || headingOf(document.headings, goal.slug) !== undefined;
    case 'link': {
      const link = document.links[goal.link];
      return link ? page.isReady(link.start) : page.isEndReady;
    }
    case 'match':
      return searched || (!goal.last && matchesOf(state).length > 0);
    case 'hit':
      return page.isReady(matchesOf(state)[goal.hit]?.start ?? 0);
    case 'step':
      return nearestMatch(state, goal.steps) !== 'unknown';
  }
}

/** Stands there, which is near. */
function arriveAt(given: State, goal: ScrollTarget): State {
  const page = articleRowsOf(given);
  const { document } = given.reader;
  if (!page || !document) return given;
  const state: State = { ...given, reader: { ...given.reader, scrollTarget: undefined } };
  switch (goal.kind) {
    case 'place':
      return scrollTo(state, page.rowOf(savedOffset(state, document)));
    case 'offset':
      return scrollTo(state, page.rowOf(goal.at) - (goal.above ?? 0));
    case 'row':
      return scrollTo(state, goal.row);
    case 'percent': {
      const height = readerHeight(state);
      const last = page.lastTop(height);
      // Of the text, as it is told; after its end there may be more.
      const way = Math.max(0, page.textHeight - height) * (goal.percent / 100);
      return setTop(state, page, goal.percent < 100 ? Math.min(last, Math.ceil(way)) : last);
    }
    case 'heading': {
      const heading = headingOf(document.headings, goal.slug);
      return heading ? scrollToTarget(state, { kind: 'offset', at: heading.at, above: ROWS_ABOVE }) : state;
    }
    case 'link': {
      const link = document.links[goal.link];
      const row = link ? page.rowOf(link.start) : page.relatedRow(goal.link - document.links.length);
      const moved = scrollIntoView(state, row);
      return { ...moved, reader: { ...moved.reader, currentLink: goal.link, currentMatch: undefined } };
    }
    case 'match': {
      const { length } = matchesOf(state);
      return length > 0 ? goToMatch(state, goal.last ? length - 1 : 0) : state;
    }
    case 'hit':
      return showMatch(state, page, goal.hit);
    case 'step':
      return stepMatches(state, goal.steps);
  }
}

/** Goes to match `hit`; that it is the one one stands on is told at once. */
export const goToMatch = (state: State, hit: number): State =>
  scrollToTarget(
    { ...state, reader: { ...state.reader, currentMatch: hit, currentLink: undefined } },
    { kind: 'hit', hit },
  );

/** Stands on match `hit`, with two lines above it. */
function showMatch(state: State, page: ArticleRows, hit: number): State {
  const match = matchesOf(state)[hit];
  if (!match) return state;
  const moved = scrollIntoView(state, page.rowOf(match.start) || page.header.length);
  return { ...moved, reader: { ...moved.reader, currentMatch: hit, currentLink: undefined } };
}

/** So many matches on, or back; after the last and before the first come those of the next result, or around again. */
function stepMatches(state: State, steps: number): State {
  const nearest = nearestMatch(state, steps);
  if (typeof nearest === 'number') return goToMatch(state, nearest);
  if (state.reader.findQuery !== '' || !state.search.results) {
    if (matchesOf(state).length > 0) return scrollToTarget(state, { kind: 'match', last: steps < 0 });
    return { ...state, notice: { kind: 'nothing', what: 'match' } };
  }
  return goToResult(state, steps);
}

/** Goes to the next result of the search, or the one before, at its first match or its last. */
export function goToResult(state: State, steps: number): State {
  const row = state.list.row + Math.sign(steps);
  return row < 0 || row >= listedArticles(state).length
    ? { ...state, notice: { kind: 'nothing', what: 'nextMatch' } }
    : select(state, row, { kind: 'match', last: steps < 0 });
}

/** Where the article was left. */
const savedPlace = (state: State): Place | undefined =>
  state.reader.article && markOf(state, state.reader.article)?.place;

/** The same in its text as it is now. */
function savedOffset(state: State, document: Document): number {
  const place = savedPlace(state);
  if (!place) return 0;
  parseUntil(document, () => document.text.length > place.at + place.words.length);
  return findPlace(document.text, place);
}

/** Parses on, in growing steps, until `enough` or the end. */
export function parseUntil(document: Document, enough: () => boolean): void {
  while (!document.complete && !enough()) document.extend(document.blocks.length * 2 + 16);
}
