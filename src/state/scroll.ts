import type { Document, Heading } from '../document/document.ts';
import { findPlace, type Place } from '../memory/place.ts';
import { fold } from '../unicode/slug.ts';
import { type ArticleRows, SYNC_LENGTH } from './article-rows.ts';
import { savePosition, select, withMark } from './list-selection.ts';
import {
  articleRowsOf,
  findingOf,
  listedArticles,
  markOf,
  matchesOf,
  nextArticleRowsOf,
  readerHeight,
  readerQuery,
} from './selectors.ts';
import type { ReaderState, ReadingPosition, ScrollTarget, State } from './state.ts';

/** Rows shown above a match one is taken to. */
const CONTEXT = 2;

/** Shows the page from row `top` on, or as far as it goes; that is a goal where it is far. */
export function scrollTo(state: State, top: number): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  if (page.isRowReady(top)) return setTop(state, page, page.clampTop(top, readerHeight(state)));
  return { ...state, reader: { ...state.reader, scrollTarget: { kind: 'row', row: top } } };
}

export const positionOf = ({ reader: { top, anchor } }: State): ReadingPosition => ({ top, anchor });

export const scrollBy = (state: State, rows: number): State => {
  const moved = scrollTo(state, state.reader.top + rows);
  return rows > 0 ? markReadAtEnd(moved) : moved;
};

/** Shows the page from row `top` on, from which it can be shown. */
export function setTop(state: State, page: ArticleRows, top: number): State {
  const { reader, focus } = state;
  if (top === reader.top)
    return reader.scrollTarget ? { ...state, reader: { ...reader, scrollTarget: undefined } } : state;
  const hasScrolled = reader.hasScrolled || focus === 'reader';
  const anchor = page.offsetOf(top);
  const moved: ReaderState = {
    ...reader,
    top,
    anchor,
    hasScrolled,
    scrollTarget: undefined,
    currentMatch: undefined,
    currentLink: undefined,
  };
  return { ...state, reader: moved };
}

/** An article is read once someone has come to its end, not where a jump has led there. */
function markReadAtEnd(state: State): State {
  const { article } = state.reader;
  if (!article || state.focus !== 'reader' || markOf(state, article)?.read) return state;
  const page = articleRowsOf(state);
  return page?.showsEnd(state.reader.top, readerHeight(state))
    ? withMark(state, article, { read: true })
    : state;
}

/** Before the article is left: its place is kept, and if all of it was on the screen at once it has been read. */
export function leaveArticle(state: State): State {
  const page = articleRowsOf(state);
  const whole = page && state.focus === 'reader' && page.showsEnd(0, readerHeight(state));
  return savePosition(whole ? markReadAtEnd(state) : state);
}

/** Brings row `row` on the screen with some rows above it, moving only if it is not well in sight. */
export function scrollIntoView(state: State, row: number): State {
  const height = readerHeight(state);
  const { top } = state.reader;
  const context = Math.min(CONTEXT, Math.floor((height - 1) / 2));
  const seen = row >= top + (top > 0 ? context : 0) && row < top + height - context;
  return seen ? state : scrollTo(state, row - context);
}

/** At another width, the row at the top is the one that holds what was at the top. */
export function restoreAnchor(state: State): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  const { anchor, top } = state.reader;
  const wanted = page.clampTop(
    anchor === 0 ? Math.min(top, page.header.length) : page.rowOf(anchor),
    readerHeight(state),
  );
  return wanted === top ? state : { ...state, reader: { ...state.reader, top: wanted } };
}

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

/** Back to where one was, maybe at another width: to the same row, else to the row that holds what it held. */
export function restorePosition(state: State, { top, anchor }: ReadingPosition): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  const same = page.isRowReady(top) && page.offsetOf(top) === anchor;
  return same ? scrollTo(state, top) : scrollToTarget(state, { kind: 'offset', at: anchor });
}

/** Shows a heading, with a row above it. */
export const goToHeading = (state: State, { at }: Heading): State =>
  scrollToTarget(state, { kind: 'offset', at, above: ROWS_ABOVE });

/** Goes `steps` headings on, or back. */
export function moveByHeadings(state: State, steps: number): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  const { document } = page;
  const { top } = state.reader;
  parseUntil(document, () => nearestHeading(page, top, steps) !== undefined);
  const heading = nearestHeading(page, top, steps);
  const moved = heading ? goToHeading(state, heading) : state;
  if (moved.reader.top !== top || moved.reader.scrollTarget) return moved;
  const what = document.headings.length > 0 ? 'heading' : 'contents';
  return { ...state, notice: { kind: 'nothing', what } };
}

/** Goes `steps` matches on, or back; more where one is still waiting to be taken to others. */
export function moveByMatches(state: State, steps: number): State {
  if (!readerQuery(state)) return { ...state, notice: { kind: 'nothing', what: 'query' } };
  const { scrollTarget: goal, document } = state.reader;
  if (!document) return goToResult(state, steps);
  return scrollToTarget(state, { kind: 'step', steps: steps + (goal?.kind === 'step' ? goal.steps : 0) });
}

/** The number of the heading that the top of the screen is under; -1 before the first. */
export function headingAt(state: State): number {
  const page = articleRowsOf(state);
  if (!page) return -1;
  // The heading may stand a few rows below the top: one that is among the first rows counts.
  const row = page.row(state.reader.top + 2);
  const at = row?.kind === 'text' ? row.line.start : page.offsetOf(state.reader.top);
  return page.document.headings.findLastIndex((heading) => heading.at <= at);
}

/** Rows shown above a heading one is taken to. */
export const ROWS_ABOVE = 1;

/** The heading `steps` on, or back, counting from what is at the top of the screen. */
export function nearestHeading(page: ArticleRows, top: number, steps: number): Heading | undefined {
  const { headings } = page.document;
  const from = page.offsetOf(top);
  const firstRow = ({ at }: Heading): number => Math.max(0, page.rowOf(at) - ROWS_ABOVE);
  // Of those that are further down it is known without their lines.
  const isBelow = (heading: Heading): boolean =>
    heading.at >= from && (!page.isReady(heading.at) || firstRow(heading) > top);
  const next = headings.findIndex(isBelow);
  const after = next < 0 ? headings.length : next;
  if (steps > 0) return headings[after + steps - 1];
  return headings[headings.slice(0, after).findLastIndex((heading) => firstRow(heading) < top) + steps + 1];
}

/** The heading a fragment such as `#mes-clients` names, as sites make them of titles. */
export function headingOf(headings: readonly Heading[], slug: string): Heading | undefined {
  const wanted = slugged(slug);
  return headings.find((heading) => slugged(heading.text) === wanted);
}

const slugged = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * The number of the match `steps` on from the one one stands on, else from what is on the screen; `none` before the first
 * and after the last, `unknown` where the article is yet to be searched so far.
 */
export function nearestMatch(state: State, steps: number): number | 'none' | 'unknown' {
  const { currentMatch: hit, top } = state.reader;
  const { matches, complete } = findingOf(state) ?? { matches: [], complete: true };
  const from = articleRowsOf(state)?.offsetOf(top) ?? 0;
  const after = hit === undefined ? matches.findIndex((match) => match.end > from) : hit;
  if (after < 0 && !complete) return 'unknown';
  const first = after < 0 ? matches.length : after;
  const wanted = first + (hit === undefined && steps > 0 ? steps - 1 : steps);
  if (wanted >= 0 && wanted < matches.length) return wanted;
  return wanted < 0 || complete ? 'none' : 'unknown';
}
