import { readerMessages } from '../messages/reader.ts';
import { type HelpRow, hasPlaces, helpRows, keysWidth } from '../state/help-rows.ts';
import type { State } from '../state/state.ts';
import type { Piece } from '../style/ansi.ts';
import { padEnd, truncate } from '../unicode/width.ts';
import type { Page } from './page.ts';
import { blank, piece, type Row, spread, toWidth } from './row.ts';

/** The help: all keys and what they do. */
export function helpPage(state: State): Page {
  const messages = readerMessages[state.language];
  const all = helpRows(state);
  return {
    title: messages.help,
    length: all.length,
    rows: (from, to, width) => all.slice(from, to).map((row) => helpRow(row, width)),
    none: messages.noKey,
  };
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
