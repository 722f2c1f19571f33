import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { type HelpRow, hasPlaces, helpRows, helpWidth, keysWidth } from '../state/help-rows.ts';
import { helpHeight } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import type { Piece } from '../style/ansi.ts';
import { padEnd, truncate } from '../unicode/width.ts';
import { blank, piece, type Row, spread, type TextBox, titleBox, toHeight, toWidth } from './row.ts';

/** The help, in place of everything but the status line. */
export function helpPaneRows(state: State, rect: Rect): readonly Row[] {
  const { overlay, language } = state;
  if (overlay?.kind !== 'help') return toHeight([], rect);
  const { width, margin } = columnOf(rect);
  const all = helpRows(state);
  const end = Math.min(all.length, overlay.top + helpHeight(state));
  const counter = all.length > helpHeight(state) ? [piece(`${end}/${all.length}`, { role: 'dim' })] : [];
  const title = spread(helpTitle(state, width).row, counter, width);
  const rows =
    all.length === 0
      ? [toWidth([piece(readerMessages[language].noKey, { role: 'dim' })], width)]
      : all.slice(overlay.top, end).map((row) => helpRow(row, width));
  return toHeight(
    [title, [], ...rows].map((row) => toWidth([...blank(margin), ...row], rect.width)),
    rect,
  );
}

/** The column of the help in its pane, in cells. */
function columnOf(rect: Rect): { width: number; margin: number } {
  const width = helpWidth(rect.width);
  return { width, margin: Math.max(1, Math.floor((rect.width - width) / 2)) };
}

const helpTitle = (state: State, width: number): TextBox =>
  titleBox(readerMessages[state.language].help, state, width);

/** Cells from the left of the pane to the cursor in the box that filters the help. */
export function helpCursor(state: State, rect: Rect): number {
  const { width, margin } = columnOf(rect);
  return margin + helpTitle(state, width).cursor;
}

function helpRow(row: HelpRow, width: number): Row {
  switch (row.kind) {
    case 'blank':
      return blank(width);
    case 'section':
      return toWidth([piece(row.title, { role: 'heading', bold: true })], width);
    case 'more':
      return toWidth([keysPiece(row.keys, width), piece(row.line)], width);
    case 'key': {
      const where = row.where !== '' && hasPlaces(width) ? [piece(row.where, { role: 'dim' })] : [];
      return spread([keysPiece(row.keys, width), piece(row.line)], where, width);
    }
  }
}

/** The column of keys, with a blank after it. */
function keysPiece(keys: string, width: number): Piece {
  const room = keysWidth(width);
  return piece(padEnd(truncate(keys, room - 1), room), { role: 'kbd' });
}
