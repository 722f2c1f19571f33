import type { Heading } from '../document/document.ts';
import type { ArticleRows } from './article-rows.ts';
import { goToHeading, HEADING_CONTEXT, parseUntil } from './scroll.ts';
import { articleRowsOf, matchesOf, readerHeight } from './selectors.ts';
import { type State, withReader, withUnavailable } from './state.ts';

/** Goes `steps` headings on, or back if negative. */
export function moveByHeadings(state: State, steps: number): State {
  const rows = articleRowsOf(state);
  if (!rows) return state;
  const { document } = rows;
  const from = pointInView(state, rows) ?? saidHeading(state, rows);
  const nearest = (): Heading | undefined =>
    from === undefined
      ? nearestHeading(rows, state.reader.top, steps)
      : headingAfter(document.headings, from, steps);
  parseUntil(document, () => nearest() !== undefined);
  const heading = nearest();
  return heading
    ? goToHeading(withReader(state, { currentMatch: undefined }), heading)
    : withUnavailable(state, document.headings.length > 0 ? 'heading' : 'contents');
}

/**
 * The offset of the current match, or where the last jump led, if that is on the screen. Headings are counted from there
 * rather than from the top of the screen, since the last screen may show several.
 */
function pointInView(state: State, rows: ArticleRows): number | undefined {
  const { landing, currentMatch, top } = state.reader;
  const match = currentMatch === undefined ? undefined : matchesOf(state).at(currentMatch);
  const at = match?.start ?? landing?.at;
  if (at === undefined || !rows.isReady(at)) return undefined;
  const row = rows.rowOf(at);
  return row >= top && row < top + readerHeight(state) ? at : undefined;
}

/** The offset of the heading that the screen begins with, if the reader is heard: it has been said with the screen. */
function saidHeading(state: State, rows: ArticleRows): number | undefined {
  const { top } = state.reader;
  const heading = state.isSpoken ? rows.document.headings[currentHeading(state)] : undefined;
  return heading && top > 0 && rows.rowOf(heading.at) >= top ? heading.at : undefined;
}

/** The heading `steps` on from an offset of the text, or back if negative. */
function headingAfter(headings: readonly Heading[], from: number, steps: number): Heading | undefined {
  const next = headings.findIndex(({ at }) => at > from);
  const below = next < 0 ? headings.length : next;
  const isAtHeading = headings[below - 1]?.at === from;
  return headings[below + steps - (steps > 0 ? 1 : isAtHeading ? 1 : 0)];
}

/** The number of the heading whose section is at the top of the screen; -1 before the first heading. */
export function currentHeading(state: State): number {
  const rows = articleRowsOf(state);
  if (!rows) return -1;
  // A heading that starts in one of the first rows already counts.
  const row = rows.row(state.reader.top + 2);
  const at = row?.kind === 'text' ? row.line.start : rows.offsetOf(state.reader.top);
  return rows.document.headings.findLastIndex((heading) => heading.at <= at);
}

/** The heading `steps` on from the top of the screen, or back if negative. */
function nearestHeading(rows: ArticleRows, top: number, steps: number): Heading | undefined {
  const { headings } = rows.document;
  const from = rows.offsetOf(top);
  const firstRow = ({ at }: Heading): number => Math.max(0, rows.rowOf(at) - HEADING_CONTEXT);
  // A heading that is not laid out yet is below the screen for certain: asking for its row would lay out all before it.
  const isBelow = (heading: Heading): boolean =>
    heading.at >= from && (!rows.isReady(heading.at) || firstRow(heading) > top);
  const next = headings.findIndex(isBelow);
  const below = next < 0 ? headings.length : next;
  if (steps > 0) return headings[below + steps - 1];
  return headings[headings.slice(0, below).findLastIndex((heading) => firstRow(heading) < top) + steps + 1];
}
