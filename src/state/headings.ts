import { fold } from '../library/slug.ts';
import type { Heading } from '../text/document.ts';
import type { Page } from './page.ts';
import { scrollTo } from './scroll.ts';
import { pageOf } from './select.ts';
import type { State } from './state.ts';

/** The number of the heading that the top of the screen is under; -1 before the first. */
export function headingAt(state: State): number {
  const page = pageOf(state);
  if (!page) return -1;
  // The heading may stand a few rows below the top: one that is among the first rows counts.
  const row = page.row(state.reader.top + 2);
  const at = row?.kind === 'text' ? row.line.start : page.offsetOf(state.reader.top);
  return page.document.headings.findLastIndex((heading) => heading.at <= at);
}

/** Goes `steps` headings on, or back, counting from what is at the top of the screen. */
export function toHeading(state: State, steps: number): State {
  const page = pageOf(state);
  if (!page) return state;
  const { document } = page;
  document.extend(Number.POSITIVE_INFINITY);
  const { top } = state.reader;
  const rowOf = (heading: Heading): number => rowAbove(page, heading);
  const next = document.headings.findIndex((heading) => rowOf(heading) > top);
  const after = next < 0 ? document.headings.length : next;
  const before = document.headings.findLastIndex((heading) => rowOf(heading) < top);
  const heading = document.headings[steps > 0 ? after + steps - 1 : before + steps + 1];
  const moved = heading ? scrollTo(state, rowOf(heading)) : state;
  if (moved.reader.top !== top) return moved;
  const what = document.headings.length > 0 ? 'heading' : 'contents';
  return { ...state, notice: { kind: 'nothing', what } };
}

/** The row to show a heading from: the one above it. */
export const rowAbove = (page: Page, heading: Heading): number => Math.max(0, page.rowOf(heading.at) - 1);

/** The heading a fragment such as `#mes-clients` names, as sites make them of titles. */
export function headingOf(headings: readonly Heading[], slug: string): Heading | undefined {
  const wanted = slugged(slug);
  return headings.find((heading) => slugged(heading.text) === wanted);
}

const slugged = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
