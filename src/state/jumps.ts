import type { Heading } from '../document/document.ts';
import { nearestHeading, ROWS_ABOVE } from './headings.ts';
import { scrollTo } from './scroll.ts';
import { goToResult, parseUntil, scrollToTarget } from './scroll-target.ts';
import { articleRowsOf, readerQuery } from './selectors.ts';
import type { ReadingPosition, State } from './state.ts';

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
