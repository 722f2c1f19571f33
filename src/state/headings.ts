import type { Heading } from '../document/document.ts';
import { fold } from '../unicode/slug.ts';
import type { ArticleRows } from './article-rows.ts';
import { articleRowsOf } from './selectors.ts';
import type { State } from './state.ts';

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
