import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { type HelpRow, helpRows } from '../state/help-rows.ts';
import { helpHeight } from '../state/selectors.ts';
import { emptyField, type State } from '../state/state.ts';
import { cellWidth, padEnd } from '../unicode/width.ts';
import { blank, piece, type Row, spread, type TextBox, textBox, toHeight, toWidth } from './row.ts';

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
  const rows =
    all.length === 0
      ? [toWidth([piece(readerMessages[language].noKey, { role: 'dim' })], width)]
      : all.slice(overlay.top, overlay.top + helpHeight(state)).map((row) => helpRow(row, width));
  return toHeight(
    [title(state, width), blank(width), ...rows].map((row) =>
      toWidth([...blank(margin), ...row], rect.width),
    ),
    rect,
  );
}

/** The column of the help in its pane, in cells. */
function columnOf(rect: Rect): { width: number; margin: number } {
  const width = Math.min(MAX_WIDTH, rect.width - 2);
  return { width, margin: Math.max(1, Math.floor((rect.width - width) / 2)) };
}

/** Cells from the left of the pane to the cursor in the box that filters the help. */
export function helpCursor(state: State, rect: Rect): number {
  const { width, margin } = columnOf(rect);
  return margin + helpFilter(state, width).cursor;
}

/** The title of the help and the box that filters it. */
function helpFilter(state: State, width: number): TextBox {
  const { overlay } = state;
  const title = readerMessages[state.language].help;
  const filter = overlay?.kind === 'help' ? overlay.filter : emptyField;
  const label = [piece(title, { bold: true }), piece(' / ', { role: 'accent' })];
  return textBox(label, filter, width - title.length - 3);
}

function title(state: State, width: number): Row {
  const { overlay, language } = state;
  if (overlay?.kind !== 'help') return blank(width);
  const isFiltered = overlay.typing || overlay.filter.value !== '';
  const all = helpRows(state).length;
  const shown = helpHeight(state);
  return spread(
    isFiltered ? helpFilter(state, width).row : [piece(readerMessages[language].help, { bold: true })],
    all > shown ? [piece(`${Math.min(all, overlay.top + shown)}/${all}`, { role: 'dim' })] : [],
    width,
  );
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
