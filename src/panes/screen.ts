import { readerMessages } from '../messages/reader.ts';
import { type Geometry, MIN_SIZE, type Rect } from '../state/geometry.ts';
import { menuOf } from '../state/menu.ts';
import {
  contextOf,
  geometryOf,
  isTextBox,
  listedArticles,
  listPageRows,
  memoLast,
  pageOf,
} from '../state/selectors.ts';
import type { Overlay, Size, State } from '../state/state.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { listRows, searchBox, searchBoxRows } from './list-pane.ts';
import { menuRows, menuTitle } from './menu-pane.ts';
import { withNoticeBox } from './notice-box.ts';
import { pageCursor, pagePaneRows } from './page-pane.ts';
import { readerRows } from './reader-pane.ts';
import { centered, piece, type Row, toHeight } from './row.ts';
import { findBox, noteBox, statusRows } from './status-line.ts';

/** Draws a pane: as many rows as `rect` has, each exactly as wide. Pure. */
export type RowsOf = (state: State, rect: Rect) => readonly Row[];

/** The panes, and how they are drawn. */
export const paneRows = {
  TooSmall: tooSmallRows,
  SearchBox: searchBoxRows,
  ListPane: withNotice('ListPane', listRows),
  Contents: withNotice('Contents', menuRows),
  Tags: withNotice('Tags', menuRows),
  Rule: ruleRows,
  ReaderPane: withNotice('ReaderPane', readerRows),
  Page: withNotice('Page', pagePaneRows),
  StatusLine: statusRows,
} satisfies Readonly<Record<string, RowsOf>>;

export type PaneName = keyof typeof paneRows;

type PlacedPane = Readonly<{ name: PaneName; rect: Rect }>;

/** Draws a pane with the notice that has no room in the status line, if the pane has the keys. */
function withNotice(name: MainPane, draw: RowsOf): RowsOf {
  return (state, rect) => {
    const rows = draw(state, rect);
    return paneWithKeys(state) === name ? withNoticeBox(state, rows, rect) : rows;
  };
}

type MainPane = 'ListPane' | 'Contents' | 'Tags' | 'ReaderPane' | 'Page';

function paneWithKeys({ overlay, focus }: State): MainPane {
  switch (overlay?.kind) {
    case 'search':
      return 'ListPane';
    case 'contents':
      return 'Contents';
    case 'filters':
    case 'themes':
      return 'Tags';
    case 'help':
    case 'leftOut':
      return 'Page';
    case 'find':
    case 'select':
    case 'note':
    case undefined:
      return focus === 'list' ? 'ListPane' : 'ReaderPane';
  }
}

/** The panes that are on the screen, from left to right. The same array until one of them changes. */
export const panesOf = (state: State): readonly PlacedPane[] =>
  panesAt(geometryOf(state), state.overlay?.kind, state.size);

const panesAt = memoLast(
  (
    geometry: Geometry,
    overlay: Overlay['kind'] | undefined,
    { columns, rows }: Size,
  ): readonly PlacedPane[] => {
    const { shape, list, listHeader, listBody, rule, reader, status } = geometry;
    const pane = (name: PaneName, rect: Rect | undefined): PlacedPane[] => (rect ? [{ name, rect }] : []);
    if (shape === 'none') return pane('TooSmall', { x: 0, y: 0, width: columns, height: rows });
    const listPanes = [...pane('SearchBox', listHeader), ...pane('ListPane', listBody)];
    return [
      ...(overlay === 'contents'
        ? pane('Contents', list)
        : overlay === 'filters' || overlay === 'themes'
          ? pane('Tags', list)
          : listPanes),
      ...pane('Rule', rule),
      ...pane(overlay === 'help' || overlay === 'leftOut' ? 'Page' : 'ReaderPane', reader),
      ...pane('StatusLine', status),
    ];
  },
);

/** The rows of the whole screen: as many as it has, each exactly as wide. */
export function screenRows(state: State): readonly Row[] {
  const rows: Row[] = Array.from({ length: state.size.rows }, () => []);
  for (const { name, rect } of panesOf(state)) {
    for (const [y, row] of paneRows[name](state, rect).entries())
      rows[rect.y + y] = [...(rows[rect.y + y] ?? []), ...row];
  }
  return rows;
}

export type Cursor = { readonly x: number; readonly y: number } | undefined;

/** The cell of the cursor while the user types in a box. */
export function cursorOf(state: State): Cursor {
  const { shape, list, reader, status } = geometryOf(state);
  const context = contextOf(state);
  if (shape === 'none' || !isTextBox(context)) return undefined;
  if (context === 'find') return { x: findBox(state, status.width).cursor, y: status.y };
  if (context === 'note') return { x: noteBox(state, status.width).cursor, y: status.y };
  if (pageOf(state)) return reader && { x: reader.x + pageCursor(state, reader), y: reader.y };
  const box = context === 'search' ? searchBox : menuTitle;
  return list && { x: list.x + box(state, list.width).cursor, y: list.y };
}

/** The line between the panes, heavier beside the part of the list that is in view. */
function ruleRows(state: State, { y, height }: Rect): readonly Row[] {
  const heavy = scrollbarOf(state);
  return Array.from({ length: height }, (_, row) => [
    piece(row + y >= heavy.from && row + y < heavy.to ? '┃' : '│', { role: 'rule' }),
  ]);
}

/** Rows of the screen beside the part of the list that is in view; none where all of it is. */
function scrollbarOf(state: State): { from: number; to: number } {
  const { listBody } = geometryOf(state);
  const { length } = listedArticles(state);
  const page = listPageRows(state);
  if (!listBody || menuOf(state) || length <= page) return { from: 0, to: 0 };
  const size = Math.max(1, Math.round((page / length) * listBody.height));
  const from = listBody.y + Math.round((state.list.top / (length - page)) * (listBody.height - size));
  return { from, to: from + size };
}

function tooSmallRows({ language }: State, rect: Rect): readonly Row[] {
  const text = readerMessages[language].tooSmall(`${MIN_SIZE.columns}×${MIN_SIZE.rows}`);
  const lines = wrapWords(text, rect.width).slice(0, rect.height);
  const above = Math.floor((rect.height - lines.length) / 2);
  const rows = [...Array.from({ length: above }, () => ''), ...lines];
  return toHeight(
    rows.map((line) => centered([piece(line)], rect.width)),
    rect,
  );
}
