import type { Document, Heading } from '../document/document.ts';
import { findPlace, isCutOff, isNearerEnd, type Place } from '../memory/place.ts';
import { firstEndingAfter } from '../search/match-list.ts';
import { fold } from '../unicode/slug.ts';
import { markReadAtEnd } from './article-marks.ts';
import { type ArticleRows, SYNC_LENGTH } from './article-rows.ts';
import { recordJump } from './jumps.ts';
import { matchTarget, select } from './list-selection.ts';
import {
  articleRowsOf,
  findingOf,
  geometryOf,
  listedArticles,
  markOf,
  matchesOf,
  nextArticleRowsOf,
  readerHeight,
  readerQuery,
} from './selectors.ts';
import { type ReadingPosition, type ScrollTarget, type State, withReader, withUnavailable } from './state.ts';

/** Rows kept visible above and below a match. */
const MATCH_CONTEXT = 2;
/** Rows kept visible above a heading. */
export const HEADING_CONTEXT = 1;

/** Scrolls to row `top`, or to the last screen. If that takes longer than a key press, the row becomes a target. */
export function scrollTo(state: State, top: number): State {
  const rows = articleRowsOf(state);
  if (!rows) return state;
  if (rows.isRowReady(top)) return setTop(state, rows, rows.clampTop(top, readerHeight(state)));
  return withReader(state, { scrollTarget: { kind: 'row', row: top } });
}

/** Scrolls by `rows`, up if negative. Reaching the end in this way, rather than by a jump, marks the article as read. */
export function scrollBy(state: State, rows: number): State {
  const moved = scrollTo(state, state.reader.top + rows);
  return rows > 0 ? markReadAtEnd(moved) : moved;
}

/** Half a measure, as `less` scrolls half a screen. */
const codeStep = (state: State): number => Math.max(1, Math.floor(geometryOf(state).measure / 2));

/**
 * Scrolls the code in view sideways, to the left if `steps` is negative; undefined if there is nothing to scroll. At the
 * left edge its long lines are cut again.
 */
export function scrollCode(state: State, steps: number): State | undefined {
  const { top, codeColumn } = state.reader;
  const rows = articleRowsOf(state);
  if (!rows || (codeColumn === 0 && steps < 0)) return undefined;
  const { measure, beside } = geometryOf(state);
  const hidden = Array.from({ length: readerHeight(state) }, (_, y) => rows.row(top + y)).flatMap((row) =>
    row?.kind === 'text' && row.line.scroll
      ? row.line.scroll.cells - (row.line.outdent ?? 0) - measure - beside.right
      : [],
  );
  if (hidden.length === 0 && steps > 0) return undefined;
  const column = Math.min(codeColumn + steps * codeStep(state), Math.max(codeColumn, ...hidden));
  return withReader(state, { codeColumn: Math.max(0, column) });
}

function setTop(state: State, rows: ArticleRows, top: number): State {
  const { reader, focus } = state;
  if (top === reader.top) {
    const isSettled = !reader.scrollTarget && !reader.landing;
    return isSettled ? state : withReader(state, { scrollTarget: undefined, landing: undefined });
  }
  return withReader(state, {
    top,
    anchor: rows.offsetOf(top),
    hasScrolled: reader.hasScrolled || focus === 'reader',
    scrollTarget: undefined,
    landing: undefined,
    currentMatch: undefined,
    currentLink: undefined,
    currentHidden: undefined,
    currentAnnotation: undefined,
    isRestoring: false,
    cutOff: undefined,
  });
}

/** Scrolls just enough to show `row` with some context; not at all if it is already well inside the screen. */
export function scrollIntoView(state: State, row: number): State {
  const height = readerHeight(state);
  const { top } = state.reader;
  const context = Math.min(MATCH_CONTEXT, Math.floor((height - 1) / 2));
  const isVisible = row >= top + (top > 0 ? context : 0) && row < top + height - context;
  return isVisible ? state : scrollTo(state, row - context);
}

/** After a change of layout, scrolls to the row that now contains the text of the former first row. */
export function restoreAnchor(state: State): State {
  const rows = articleRowsOf(state);
  if (!rows) return state;
  const { anchor, top } = state.reader;
  const row = anchor === 0 ? Math.min(top, rows.header.length) : rows.rowOf(anchor);
  const clamped = rows.clampTop(row, readerHeight(state));
  return clamped === top ? state : withReader(state, { top: clamped });
}

export const positionOf = ({ reader: { top, anchor } }: State): ReadingPosition => ({ top, anchor });

/** Scrolls back to a position, and selects a link: to the same row if the layout is the same, or else to the same text. */
export function restorePosition(state: State, { top, anchor }: ReadingPosition, link?: number): State {
  const rows = articleRowsOf(state);
  if (!rows) return state;
  const isSameLayout = rows.isRowReady(top) && rows.offsetOf(top) === anchor;
  return isSameLayout
    ? withLink(scrollTo(state, top), link)
    : scrollToTarget(state, { kind: 'offset', at: anchor, link });
}

/** Selects a link of the text, if it still has that many. */
const withLink = (state: State, link: number | undefined): State =>
  link !== undefined && state.reader.document?.links[link] ? withReader(state, { currentLink: link }) : state;

/**
 * Scrolls to a target. If that takes more parsing, searching or laying out than fits in one key press, the target stays
 * pending: idle time does the work until `isTargetReady`, unless the user scrolls elsewhere first.
 */
export function scrollToTarget(given: State, target: ScrollTarget): State {
  const state = withReader(given, { scrollTarget: target });
  const { document } = state.reader;
  if (!document) return state;
  parseUntil(document, () => isReady(state, target) || document.length >= SYNC_LENGTH);
  const renewed = inNewLayout(state);
  return arriveAt(state, target) ?? (renewed && arriveAt(renewed, target)) ?? state;
}

/** Whether idle work has got far enough for the pending target, or for the pending layout. */
export function isTargetReady(state: State): boolean {
  const { scrollTarget, shownLayout, anchor } = state.reader;
  if (shownLayout && nextArticleRowsOf(state)?.isReady(anchor)) return true;
  if (!scrollTarget || !articleRowsOf(state)) return false;
  const renewed = inNewLayout(state);
  return isReady(state, scrollTarget) || (renewed !== undefined && isReady(renewed, scrollTarget));
}

/** What the user is waiting for: the layout of the text, or matches in it. */
export function pendingWork(state: State): 'layout' | 'matches' | undefined {
  const { scrollTarget, shownLayout, document } = state.reader;
  const isReading =
    state.focus === 'reader' || state.overlay?.kind === 'contents' || state.overlay?.kind === 'find';
  if (!document || !isReading) return undefined;
  if (scrollTarget) return needsLayout(scrollTarget) ? 'layout' : 'matches';
  return shownLayout && 'layout';
}

/** The state with the layout now asked for, from the top; undefined if that layout is already shown. */
const inNewLayout = (state: State): State | undefined =>
  state.reader.shownLayout && withReader(state, { shownLayout: undefined, top: 0, anchor: 0 });

/** Whether idle work towards a target is laying out; otherwise it is parsing and searching. */
export const needsLayout = ({ kind }: ScrollTarget): boolean =>
  kind !== 'firstMatch' && kind !== 'lastMatch' && kind !== 'step' && kind !== 'heading' && kind !== 'hidden';

const isReady = (state: State, target: ScrollTarget): boolean => arrival(state, target) !== undefined;

/** Scrolls to a target; undefined while that would take longer than a key press. */
const arriveAt = (state: State, target: ScrollTarget): State | undefined =>
  arrival(state, target)?.(withReader(state, { scrollTarget: undefined }));

/** How to scroll to a target; undefined while that would take longer than a key press. */
function arrival(given: State, target: ScrollTarget): ((state: State) => State) | undefined {
  const rows = articleRowsOf(given);
  if (!rows) return undefined;
  const { document } = rows;
  switch (target.kind) {
    case 'saved':
      if (!rows.isReady(savedPlace(given)?.at ?? 0)) return undefined;
      return (state) => goToSaved(state, rows);
    case 'offset':
      if (!rows.isReady(target.at)) return undefined;
      return (state) => {
        const { landing } = state.reader;
        const row = rows.rowOf(target.at);
        const moved = scrollTo(state, row - (target.above ?? 0));
        // A screen that is higher for the moment is filled from above: in the next size, the row is at the top again.
        const isClamped = target.above === undefined && moved.reader.top < row;
        const anchor = isClamped ? target.at : moved.reader.anchor;
        const arrived = withReader(moved, { anchor, cutOff: target.cutOff, landing });
        return withLink(arrived, target.link);
      };
    case 'row':
      return rows.isRowReady(target.row) ? (state) => scrollTo(state, target.row) : undefined;
    case 'percent':
      if (!rows.isEndReady) return undefined;
      return (state) => setTop(state, rows, percentTop(state, rows, target.percent));
    case 'heading': {
      const at = placeNamed(document, target.slug);
      if (at === undefined && !document.complete) return undefined;
      return (state) => (at === undefined ? state : landAt(state, at, HEADING_CONTEXT));
    }
    case 'link': {
      const link = document.links[target.link];
      if (!(link ? rows.isReady(link.start) : rows.isEndReady)) return undefined;
      return (state) => showLink(state, rows, target.link);
    }
    case 'hidden': {
      const { places = [] } = document.hidden ?? {};
      const at = places[target.place];
      if (at === undefined && !document.complete) return undefined;
      const place = at === undefined ? wrapped(target.place, places.length) : target.place;
      if (!rows.isReady(places[place] ?? 0)) return undefined;
      return (state) => showHidden(state, rows, place);
    }
    case 'firstMatch':
      if (!isSearched(given) && matchesOf(given).length === 0) return undefined;
      return (state) => (matchesOf(state).length > 0 ? goToMatch(state, 0) : state);
    case 'lastMatch':
      if (!isSearched(given)) return undefined;
      return (state) => (matchesOf(state).length > 0 ? goToMatch(state, matchesOf(state).length - 1) : state);
    case 'match':
      if (!rows.isReady(matchesOf(given).at(target.match)?.start ?? 0)) return undefined;
      return (state) => showMatch(state, rows, target.match);
    case 'step':
      if (nearestMatch(given, target.steps) === 'unknown') return undefined;
      return (state) => stepMatches(state, target.steps);
  }
}

const isSearched = (state: State): boolean => findingOf(state)?.complete ?? true;

function showLink(state: State, rows: ArticleRows, number: number): State {
  const { links } = rows.document;
  const link = links[number];
  const row = link ? rows.rowOf(link.start) : rows.relatedRow(number - links.length);
  return withReader(scrollIntoView(state, row), {
    currentLink: number,
    currentMatch: undefined,
    currentHidden: undefined,
  });
}

/** `number` counted on from the first again after the last of `count`. */
const wrapped = (number: number, count: number): number => ((number % count) + count) % count;

function showHidden(state: State, rows: ArticleRows, place: number): State {
  const at = rows.document.hidden?.places[place];
  if (at === undefined) return withUnavailable(state, 'hidden');
  const moved = scrollIntoView(state, rows.rowOf(at));
  const current = { currentHidden: place, currentMatch: undefined, currentLink: undefined };
  return withReader({ ...moved, notice: { kind: 'hiddenPlace' } }, current);
}

/** 100 is the last screen, related articles included; below that, percentages are of the text alone. */
function percentTop(state: State, rows: ArticleRows, percent: number): number {
  const height = readerHeight(state);
  const lastTop = rows.lastTop(height);
  if (percent >= 100) return lastTop;
  return Math.min(lastTop, Math.ceil(Math.max(0, rows.textHeight - height) * (percent / 100)));
}

const savedPlace = (state: State): Place | undefined =>
  state.reader.article && markOf(state, state.reader.article)?.place;

/** Goes to the saved position in the text, which may have been edited since. */
function goToSaved(state: State, rows: ArticleRows): State {
  const place = savedPlace(state);
  if (!place) return scrollTo(state, rows.rowOf(0));
  const { document } = rows;
  parseUntil(document, () => document.length > place.at + place.words.length);
  const row = rows.rowOf(findPlace(document.text, place));
  const moved = scrollTo(state, row);
  const isClamped = moved.reader.top < row && document.complete && isNearerEnd(document.length, place);
  return isClamped || isCutOff(document.text, place) ? withReader(moved, { cutOff: place }) : moved;
}

/** Parses on, in growing steps, until `isEnough` or the end. */
export function parseUntil(document: Document, isEnough: () => boolean): void {
  while (!document.complete && !isEnough()) document.extend(document.blocks.length * 2 + 16);
}

/** Goes `steps` matches on, or back if negative; adds to the steps that are still pending. */
export function moveByMatches(state: State, steps: number): State {
  if (!readerQuery(state))
    return state.search.results ? goToResult(state, steps) : withUnavailable(state, 'query');
  const { scrollTarget, document } = state.reader;
  if (!document) return goToResult(state, steps);
  const pending = scrollTarget?.kind === 'step' ? scrollTarget.steps : 0;
  return scrollToTarget(state, { kind: 'step', steps: steps + pending });
}

/** Past the last match of the article come those of the next result, or the first again if only this article is searched. */
function stepMatches(state: State, steps: number): State {
  const nearest = nearestMatch(state, steps);
  if (typeof nearest === 'number') return goToMatch(state, nearest);
  if (state.reader.findQuery === '' && state.search.results) return goToResult(state, steps);
  if (matchesOf(state).length === 0) return withUnavailable(state, 'match');
  return scrollToTarget(state, { kind: steps < 0 ? 'lastMatch' : 'firstMatch' });
}

/** Goes to the next result, at its first match, or to the previous one, at its last. */
function goToResult(state: State, steps: number): State {
  const row = state.list.row + Math.sign(steps);
  return row < 0 || row >= listedArticles(state).length
    ? withUnavailable(state, 'nextMatch')
    : recordJump(state, select(state, row, matchTarget(state, steps < 0 ? 'lastMatch' : 'firstMatch')));
}

/** Goes to match number `match`. The status line shows its number at once, even if the text is not laid out so far. */
export const goToMatch = (state: State, match: number): State =>
  scrollToTarget(withReader(state, { currentMatch: match, currentLink: undefined, codeColumn: 0 }), {
    kind: 'match',
    match,
  });

function showMatch(state: State, rows: ArticleRows, number: number): State {
  const match = matchesOf(state).at(number);
  if (!match) return state;
  const moved = scrollIntoView(state, rows.rowOf(match.start) || rows.header.length);
  return withReader(moved, { currentMatch: number, currentLink: undefined, currentHidden: undefined });
}

/** The match `steps` on from the current one, or from the top of the screen; `unknown` if not searched far enough. */
function nearestMatch(state: State, steps: number): number | 'none' | 'unknown' {
  const { currentMatch, top } = state.reader;
  const { matches, complete } = findingOf(state) ?? { matches: [], complete: true };
  const from = articleRowsOf(state)?.offsetOf(top) ?? 0;
  const start = currentMatch ?? firstEndingAfter(matches, from);
  if (start === matches.length && !complete) return 'unknown';
  const number = start + (currentMatch === undefined && steps > 0 ? steps - 1 : steps);
  if (number >= 0 && number < matches.length) return number;
  return number < 0 || complete ? 'none' : 'unknown';
}

/** Scrolls to a heading, with a row above it. */
export const goToHeading = (state: State, { at }: Heading): State => landAt(state, at, HEADING_CONTEXT);

/** Jumps to an offset of the text, leaving `above` rows above it. */
export const landAt = (state: State, at: number, above = 0): State =>
  withReader(scrollToTarget(state, { kind: 'offset', at, above }), { landing: { at } });

/**
 * The offset that a link fragment such as `#mes-clients` names: that of the element with this name, or else of the heading, by
 * the rules of site generators.
 */
function placeNamed({ anchors = {}, headings }: Document, fragment: string): number | undefined {
  if (Object.hasOwn(anchors, fragment)) return anchors[fragment];
  const wanted = fragmentOf(fragment);
  return headings.find((heading) => fragmentOf(heading.text) === wanted)?.at;
}

const fragmentOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
