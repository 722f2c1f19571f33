import { readerMessages } from '../messages/reader.ts';
import { MIN_SIZE } from '../state/geometry.ts';
import { geometryOf, listedArticles, listPageRows } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { helpCursor, helpPane } from './help.ts';
import { listRows, searchCursor } from './list.ts';
import { menuCursor, menuRows } from './menu.ts';
import { readerRows } from './reader.ts';
import { centred, type Piece, piece, type Row } from './row.ts';
import { findCursor, statusRow } from './status.ts';
import { wrapWords } from './wrap.ts';

/** A whole screen: as many rows as it has, each exactly as wide, and where the cursor shows, if it does. */
export interface Screen {
  readonly rows: readonly Row[];
  readonly cursor: { readonly x: number; readonly y: number } | undefined;
}

/** Draws a state. Pure; costs no more for a long article or a long list. */
export function screenOf(state: State): Screen {
  const { size, overlay } = state;
  const { shape, list, reader, rule, status } = geometryOf(state);
  if (shape === 'none') return { rows: tooSmall(state), cursor: undefined };
  const menu = overlay?.kind === 'contents' || overlay?.kind === 'tags';
  const left = list && (menu ? menuRows(state, list) : listRows(state, list));
  const right = reader && (overlay?.kind === 'help' ? helpPane(state, reader) : readerRows(state, reader));
  const rows = Array.from(
    { length: size.rows - 1 },
    (_, y): Row => [
      ...(left?.[y] ?? []),
      ...(rule === undefined ? [] : [dividerAt(state, y)]),
      ...(right?.[y] ?? []),
    ],
  );
  return { rows: [...rows, statusRow(state, status.width)], cursor: cursorOf(state) };
}

/** The rule between the panes; heavier beside the part of the list that is shown, where not all of it is. */
function dividerAt(state: State, y: number): Piece {
  const { list, listHeader } = geometryOf(state);
  const { length } = listedArticles(state);
  const page = listPageRows(state);
  const height = (list?.height ?? 0) - listHeader;
  const mark = Math.max(1, Math.round((page / length) * height));
  const from = listHeader + Math.round((state.list.top / (length - page)) * (height - mark));
  const to = from + mark;
  const heavy =
    length > page &&
    state.overlay?.kind !== 'contents' &&
    state.overlay?.kind !== 'tags' &&
    y >= from &&
    y < to;
  return piece(heavy ? '┃' : '│', { role: 'rule' });
}

function cursorOf(state: State): Screen['cursor'] {
  const { list, reader, status } = geometryOf(state);
  if (state.overlay?.kind === 'search' && list)
    return { x: list.x + searchCursor(state, list.width), y: list.y };
  const inMenu = list && menuCursor(state, list.width);
  if (inMenu !== undefined) return { x: list!.x + inMenu, y: list!.y };
  if (state.overlay?.kind === 'find') return { x: findCursor(state, status.width), y: status.y };
  const x = reader && helpCursor(state, reader);
  return x === undefined ? undefined : { x, y: 0 };
}

function tooSmall({ size, language }: State): Row[] {
  const text = readerMessages[language].tooSmall(`${MIN_SIZE.columns}×${MIN_SIZE.rows}`);
  const lines = wrapWords(text, size.columns).slice(0, size.rows);
  const above = Math.floor((size.rows - lines.length) / 2);
  return Array.from({ length: size.rows }, (_, y) => centred([piece(lines[y - above] ?? '')], size.columns));
}
