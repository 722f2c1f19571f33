import { readerMessages } from '../messages/reader.ts';
import { type LeftOutRow, leftOutRows } from '../state/left-out-rows.ts';
import type { State } from '../state/state.ts';
import type { Page } from './page.ts';
import { blank, piece, type Row, toWidth } from './row.ts';

/** The names of what is left out of the library. */
export function leftOutPage(state: State): Page {
  const messages = readerMessages[state.language];
  const all = leftOutRows(state);
  return {
    title: messages.leftOut,
    length: all.length,
    rows: (from, to, width) => all.slice(from, to).map((row) => leftOutRow(row, width)),
    none: messages.noPath,
  };
}

function leftOutRow(row: LeftOutRow, width: number): Row {
  switch (row.kind) {
    case 'blank':
      return blank(width);
    case 'section':
      return toWidth([piece(row.title, { role: 'heading', bold: true })], width);
    case 'path':
    case 'more':
      return toWidth([piece(row.line)], width);
  }
}
