import type { Rect } from '../state/geometry.ts';
import { pageHeight, pageOf, pageWidth } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { helpPage } from './help-pane.ts';
import { leftOutPage } from './left-out-pane.ts';
import type { Page } from './page.ts';
import { blank, piece, type Row, spread, type TextBox, titleBox, toHeight, toWidth } from './row.ts';

function pageIn(state: State): Page {
  return pageOf(state)?.kind === 'leftOut' ? leftOutPage(state) : helpPage(state);
}

/** A page in place of everything but the status line. */
export function pagePaneRows(state: State, rect: Rect): readonly Row[] {
  const overlay = pageOf(state);
  if (!overlay) return toHeight([], rect);
  const { width, margin } = columnOf(rect);
  const { length, none, rows } = pageIn(state);
  const end = Math.min(length, overlay.top + pageHeight(state));
  const counter = length > pageHeight(state) ? [piece(`${end}/${length}`, { role: 'dim' })] : [];
  const title = spread(titleOf(state, width).row, counter, width);
  const shown =
    length === 0 ? [toWidth([piece(none, { role: 'dim' })], width)] : rows(overlay.top, end, width);
  return toHeight(
    [title, [], ...shown].map((row) => toWidth([...blank(margin), ...row], rect.width)),
    rect,
  );
}

/** The column of a page in its pane, in cells. */
function columnOf(rect: Rect): { width: number; margin: number } {
  const width = pageWidth(rect.width);
  return { width, margin: Math.max(1, Math.floor((rect.width - width) / 2)) };
}

const titleOf = (state: State, width: number): TextBox => titleBox(pageIn(state).title, state, width);

/** Cells from the left of the pane to the cursor in the box that filters the rows. */
export function pageCursor(state: State, rect: Rect): number {
  const { width, margin } = columnOf(rect);
  return margin + titleOf(state, width).cursor;
}
