import { type HelpRow, helpRows } from '../keys/bindings.ts';
import { readerMessages } from '../messages/reader.ts';
import type { Rect } from '../state/geometry.ts';
import { helpHeight } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { visibleField } from '../state/text-boxes.ts';
import { cellWidth, padEnd } from '../unicode/width.ts';
import { blank, piece, type Row, spread, toWidth } from './row.ts';

/** Width of the help, at most; and of its column of keys. */
const MOST = 76;
const KEYS = 24;

/** The help, in place of everything but the status line. */
export function helpPane(state: State, rect: Rect): readonly Row[] {
  const { overlay } = state;
  if (overlay?.kind !== 'help') return [];
  const width = Math.min(MOST, rect.width - 2);
  const margin = Math.max(1, Math.floor((rect.width - width) / 2));
  const all = helpRows(state);
  const shown = all.slice(overlay.top, overlay.top + helpHeight(state));
  const rows = [title(state, width), blank(width), ...shown.map((row) => helpRow(row, width))].slice(
    0,
    rect.height,
  );
  if (all.length === 0)
    rows.push(toWidth([piece(readerMessages[state.language].noHelp, { role: 'dim' })], width));
  while (rows.length < rect.height) rows.push(blank(width));
  return rows.slice(0, rect.height).map((row) => toWidth([...blank(margin), ...row], rect.width));
}

/** Where the cursor stands in the box of the help: cells from the left of the pane; undefined while not typing. */
export function helpCursor(state: State, rect: Rect): number | undefined {
  const { overlay } = state;
  if (overlay?.kind !== 'help' || !overlay.typing) return undefined;
  const width = Math.min(MOST, rect.width - 2);
  const margin = Math.max(1, Math.floor((rect.width - width) / 2));
  const label = readerMessages[state.language].help.length + 3;
  return margin + label + visibleField(overlay.filter, Math.max(1, width - label)).cursor;
}

function title(state: State, width: number): Row {
  const { overlay, language } = state;
  if (overlay?.kind !== 'help') return blank(width);
  const messages = readerMessages[language];
  const label = messages.help.length + 3;
  const filter = overlay.typing || overlay.filter.value !== '';
  const field = visibleField(overlay.filter, Math.max(1, width - label)).text;
  const all = helpRows(state).length;
  const more = all > helpHeight(state) ? `${Math.min(all, overlay.top + helpHeight(state))}/${all}` : '';
  return spread(
    [
      piece(messages.help, { bold: true }),
      ...(filter ? [piece(' / ', { role: 'accent' }), piece(field)] : []),
    ],
    more === '' ? [] : [piece(more, { role: 'dim' })],
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
      const room = Math.min(KEYS, Math.floor(width * 0.4));
      const keys = row.keys.reduce((text, key) => {
        const longer = text === '' ? key : `${text}  ${key}`;
        return cellWidth(longer) <= room - 2 ? longer : text;
      }, '');
      const where = row.where === '' ? [] : [piece(row.where, { role: 'dim' })];
      return spread(
        [piece(padEnd(keys, room), { role: 'kbd' }), piece(row.text)],
        width < 44 ? [] : where,
        width,
      );
    }
  }
}
