import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { type HelpRow, helpRows } from '../state/help-rows.ts';
import { helpHeight } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { cellWidth, padEnd } from '../unicode/width.ts';
import { blank, piece, type Row, spread, type TextBox, titleBox, toHeight, toWidth } from './row.ts';

/** The widest the help gets, and its column of keys; cells. */
const MAX_WIDTH = 76;
const KEYS_WIDTH = 24;
/** The narrowest help that says where each key works. */
const MIN_WIDTH_WITH_PLACE = 44;

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
  const width = Math.min(MAX_WIDTH, rect.width - 2);
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
    case 'key': {
      const room = Math.min(KEYS_WIDTH, Math.floor(width * 0.4));
      const keys = row.keys.reduce((text, key) => {
        const longer = text === '' ? key : `${text}  ${key}`;
        return cellWidth(longer) <= room - 2 ? longer : text;
      }, '');
      const where =
        row.where === '' || width < MIN_WIDTH_WITH_PLACE ? [] : [piece(row.where, { role: 'dim' })];
      return spread([piece(padEnd(keys, room), { role: 'kbd' }), piece(row.text)], where, width);
    }
  }
}
