import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { rowAbove } from './headings.ts';
import { scrollTo } from './scroll.ts';
import { pageOf, placesOf } from './select.ts';
import type { State } from './state.ts';
import { tagsOf } from './tags.ts';

/** Rows of a menu: the headings of the article, or all tags and each. */
export const menuLength = ({ overlay, reader, library }: State): number =>
  overlay?.kind === 'contents'
    ? (reader.document?.headings.length ?? 0)
    : tagsOf(library.articles).length + 1;

/** Rows of a menu that fit the screen. */
export function menuPage(state: State): number {
  const { list, listHeader } = placesOf(state);
  return list ? Math.max(1, list.height - listHeader) : 1;
}

/** What a command does in the contents or the choice of tags. */
export function updateMenu(state: State, command: Command, count: number | undefined): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return step(state);
  const page = menuPage(state);
  const times = count ?? 1;
  const by = (rows: number): Step => step(menuTo(state, overlay.row + rows));
  switch (command) {
    case 'down':
      return by(times);
    case 'up':
      return by(-times);
    case 'pageDown':
      return by(page * times);
    case 'pageUp':
      return by(-page * times);
    case 'halfDown':
      return by(Math.ceil(page / 2) * times);
    case 'halfUp':
      return by(-Math.ceil(page / 2) * times);
    case 'first':
      return step(menuTo(state, times - 1));
    case 'last':
      return step(menuTo(state, count === undefined ? Number.MAX_SAFE_INTEGER : count - 1));
    case 'choose':
      return step(choose(state));
    case 'cancel':
      return step(
        overlay.kind === 'contents' ? closeContents(state, overlay.from) : { ...state, overlay: undefined },
      );
    default:
      return step(state);
  }
}

/** Selects a row of the menu, the nearest there is; the reader shows where a heading leads. */
export function menuTo(state: State, row: number): State {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return state;
  const moved = menuInSight({ ...state, overlay: { ...overlay, row } });
  return moved.overlay?.kind === 'contents' ? atHeading(moved, moved.overlay.row) : moved;
}

/** Brings the selected row of a menu into the menu, and on the screen. */
export function menuInSight(state: State): State {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return state;
  const length = menuLength(state);
  const page = menuPage(state);
  const row = Math.max(0, Math.min(length - 1, overlay.row));
  const seen = Math.min(Math.max(overlay.top, row - page + 1), row);
  const top = Math.max(0, Math.min(seen, length - page));
  return row === overlay.row && top === overlay.top ? state : { ...state, overlay: { ...overlay, row, top } };
}

function atHeading(state: State, number: number): State {
  const page = pageOf(state);
  const heading = page?.document.headings[number];
  return page && heading ? scrollTo(state, rowAbove(page, heading)) : state;
}

function closeContents(state: State, from: number): State {
  return { ...scrollTo(state, from), overlay: undefined };
}

/** What Enter does on the selected row. */
export function choose(state: State): State {
  const { overlay } = state;
  if (overlay?.kind === 'contents')
    return { ...atHeading(state, overlay.row), overlay: undefined, focus: 'reader' };
  if (overlay?.kind !== 'tags') return state;
  const tag = tagsOf(state.library.articles)[overlay.row - 1]?.tag;
  return { ...state, overlay: undefined, list: { ...state.list, tag } };
}
