import type { Heading } from '../document/document.ts';
import { nearestHeading, ROWS_ABOVE } from './headings.ts';
import { scrollTo } from './scroll.ts';
import { extendUntil, go, toResult } from './scroll-target.ts';
import { pageOf, readerQuery } from './selectors.ts';
import type { Spot, State } from './state.ts';

/** Back to where one was, maybe at another width: to the same row, else to the row that holds what it held. */
export function scrollBack(state: State, { top, anchor }: Spot): State {
  const page = pageOf(state);
  if (!page) return state;
  const same = page.isRowNear(top) && page.offsetOf(top) === anchor;
  return same ? scrollTo(state, top) : go(state, { kind: 'offset', at: anchor });
}

/** Shows a heading, with a row above it. */
export const toHeading = (state: State, { at }: Heading): State =>
  go(state, { kind: 'offset', at, above: ROWS_ABOVE });

/** Goes `steps` headings on, or back. */
export function byHeadings(state: State, steps: number): State {
  const page = pageOf(state);
  if (!page) return state;
  const { document } = page;
  const { top } = state.reader;
  extendUntil(document, () => nearestHeading(page, top, steps) !== undefined);
  const heading = nearestHeading(page, top, steps);
  const moved = heading ? toHeading(state, heading) : state;
  if (moved.reader.top !== top || moved.reader.goal) return moved;
  const what = document.headings.length > 0 ? 'heading' : 'contents';
  return { ...state, notice: { kind: 'nothing', what } };
}

/** Goes `steps` matches on, or back; more where one is still waiting to be taken to others. */
export function byMatches(state: State, steps: number): State {
  if (!readerQuery(state)) return { ...state, notice: { kind: 'nothing', what: 'query' } };
  const { goal, document } = state.reader;
  if (!document) return toResult(state, steps);
  return go(state, { kind: 'step', steps: steps + (goal?.kind === 'step' ? goal.steps : 0) });
}
