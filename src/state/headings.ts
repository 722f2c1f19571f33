import { fold } from '../library/slug.ts';
import type { Heading } from '../text/document.ts';
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

/** The heading a fragment such as `#mes-clients` names, as sites make them of titles. */
export function headingOf(headings: readonly Heading[], slug: string): Heading | undefined {
  const wanted = slugged(slug);
  return headings.find((heading) => slugged(heading.text) === wanted);
}

const slugged = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
