import type { Document } from '../document/document.ts';
import { findPlace, type Place } from '../memory/place.ts';
import { AT_ONCE, type Page } from './article-rows.ts';
import { headingOf, ROWS_ABOVE } from './headings.ts';
import { select } from './list-selection.ts';
import { markOf } from './marks.ts';
import { nearestMatch } from './matches.ts';
import { bringInSight, scrollTo, standAt } from './scroll.ts';
import { findingOf, matchesOf, nextPageOf, pageOf, readerHeight, rowsOf } from './selectors.ts';
import type { Goal, State } from './state.ts';

/**
 * Goes there in the article. Where that takes more parsing, searching or laying out than is done at once, it stays a
 * goal: idle time brings it near (see `isDue`), and one is taken there then, unless one has moved meanwhile.
 */
export function go(given: State, goal: Goal): State {
  const state: State = { ...given, reader: { ...given.reader, goal } };
  const { document } = state.reader;
  if (!document) return state;
  extendUntil(document, () => isNear(state, goal) || document.text.length >= AT_ONCE);
  if (isNear(state, goal)) return stand(state, goal);
  const reset = resetOf(state);
  return reset && isNear(reset, goal) ? stand(reset, goal) : state;
}

/** Whether what someone waits for has come near: a goal, or the text set in another way. */
export function isDue(state: State): boolean {
  const { goal, setting, anchor } = state.reader;
  if (setting && nextPageOf(state)?.isNear(anchor)) return true;
  if (!goal || !pageOf(state)) return false;
  const reset = resetOf(state);
  return isNear(state, goal) || (reset !== undefined && isNear(reset, goal));
}

/** What someone waits for who reads: lines, matches, or nothing. */
export function awaited(state: State): 'lines' | 'matches' | undefined {
  const { goal, setting, document } = state.reader;
  const reads =
    state.focus === 'reader' || state.overlay?.kind === 'contents' || state.overlay?.kind === 'find';
  if (!document || !reads) return undefined;
  if (goal) return wantsLines(goal) ? 'lines' : 'matches';
  return setting && 'lines';
}

/** The article from its beginning, set as it is to be, where it is shown in another way so far. */
const resetOf = (state: State): State | undefined =>
  state.reader.setting && { ...state, reader: { ...state.reader, setting: undefined, top: 0, anchor: 0 } };

/** What a goal is brought near by: lines, or parsing and searching. */
export const wantsLines = ({ kind }: Goal): boolean =>
  kind !== 'match' && kind !== 'step' && kind !== 'heading';

/** Whether it takes no time to stand there. */
function isNear(state: State, goal: Goal): boolean {
  const page = pageOf(state);
  if (!page) return false;
  const { document } = page;
  const searched = findingOf(state)?.complete ?? true;
  switch (goal.kind) {
    case 'place':
      return page.isNear(placeIn(state)?.at ?? 0);
    case 'offset':
      return page.isNear(goal.at);
    case 'row':
      return page.isRowNear(goal.row);
    case 'percent':
      return page.isEndNear;
    case 'heading':
      return document.complete || headingOf(document.headings, goal.slug) !== undefined;
    case 'link': {
      const link = document.links[goal.link];
      return link ? page.isNear(link.start) : page.isEndNear;
    }
    case 'match':
      return searched || (!goal.last && matchesOf(state).length > 0);
    case 'hit':
      return page.isNear(matchesOf(state)[goal.hit]?.start ?? 0);
    case 'step':
      return nearestMatch(state, goal.steps) !== 'unknown';
  }
}

/** Stands there, which is near. */
function stand(given: State, goal: Goal): State {
  const page = pageOf(given);
  const { document } = given.reader;
  if (!page || !document) return given;
  const state: State = { ...given, reader: { ...given.reader, goal: undefined } };
  switch (goal.kind) {
    case 'place':
      return scrollTo(state, page.rowOf(placeOf(state, document)));
    case 'offset':
      return scrollTo(state, page.rowOf(goal.at) - (goal.above ?? 0));
    case 'row':
      return scrollTo(state, goal.row);
    case 'percent': {
      const height = readerHeight(state);
      const last = page.lastTop(height);
      // Of the text, as it is told; after its end there may be more.
      const way = Math.max(0, page.textHeight - height) * (goal.percent / 100);
      return standAt(state, page, goal.percent < 100 ? Math.min(last, Math.ceil(way)) : last);
    }
    case 'heading': {
      const heading = headingOf(document.headings, goal.slug);
      return heading ? go(state, { kind: 'offset', at: heading.at, above: ROWS_ABOVE }) : state;
    }
    case 'link': {
      const link = document.links[goal.link];
      const row = link ? page.rowOf(link.start) : page.relatedRow(goal.link - document.links.length);
      const moved = bringInSight(state, row);
      return { ...moved, reader: { ...moved.reader, link: goal.link, hit: undefined } };
    }
    case 'match': {
      const { length } = matchesOf(state);
      return length > 0 ? goToHit(state, goal.last ? length - 1 : 0) : state;
    }
    case 'hit':
      return standOn(state, page, goal.hit);
    case 'step':
      return step(state, goal.steps);
  }
}

/** Goes to match `hit`; that it is the one one stands on is told at once. */
export const goToHit = (state: State, hit: number): State =>
  go({ ...state, reader: { ...state.reader, hit, link: undefined } }, { kind: 'hit', hit });

/** Stands on match `hit`, with two lines above it. */
function standOn(state: State, page: Page, hit: number): State {
  const match = matchesOf(state)[hit];
  if (!match) return state;
  const moved = bringInSight(state, page.rowOf(match.start) || page.header.length);
  return { ...moved, reader: { ...moved.reader, hit, link: undefined } };
}

/** So many matches on, or back; after the last and before the first come those of the next result, or around again. */
function step(state: State, steps: number): State {
  const nearest = nearestMatch(state, steps);
  if (typeof nearest === 'number') return goToHit(state, nearest);
  if (state.reader.find !== '' || !state.search.results) {
    if (matchesOf(state).length > 0) return go(state, { kind: 'match', last: steps < 0 });
    return { ...state, notice: { kind: 'nothing', what: 'match' } };
  }
  return toResult(state, steps);
}

/** Goes to the next result of the search, or the one before, at its first match or its last. */
export function toResult(state: State, steps: number): State {
  const row = state.list.row + Math.sign(steps);
  return row < 0 || row >= rowsOf(state).length
    ? { ...state, notice: { kind: 'nothing', what: 'nextMatch' } }
    : select(state, row, { kind: 'match', last: steps < 0 });
}

/** Where the article was left. */
const placeIn = (state: State): Place | undefined =>
  state.reader.article && markOf(state, state.reader.article)?.place;

/** The same in its text as it is now. */
function placeOf(state: State, document: Document): number {
  const place = placeIn(state);
  if (!place) return 0;
  extendUntil(document, () => document.text.length > place.at + place.words.length);
  return findPlace(document.text, place);
}

/** Parses on, in growing steps, until `enough` or the end. */
export function extendUntil(document: Document, enough: () => boolean): void {
  while (!document.complete && !enough()) document.extend(document.blocks.length * 2 + 16);
}
