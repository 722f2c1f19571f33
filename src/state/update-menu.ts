import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { edit, editBy, type Field, fieldOf } from './field.ts';
import { goToHeading, restorePosition } from './jumps.ts';
import { openFind } from './overlays.ts';
import { geometryOf } from './selectors.ts';
import type { State } from './state.ts';
import { tagsOf, tagsWith } from './tags.ts';

/** Rows of a menu: the headings of the article, or the tags to choose from. */
export const menuLength = (state: State): number =>
  state.overlay?.kind === 'contents'
    ? (state.reader.document?.headings.length ?? 0)
    : tagChoices(state).length;

/** All articles and each tag; where some letters were typed, the tags that hold them. */
export function tagChoices({ overlay, library: { articles } }: State): readonly TagChoice[] {
  const filter = overlay?.kind === 'tags' ? overlay.filter.value : '';
  const tags = tagsOf(articles);
  return filter.trim() === ''
    ? [{ tag: undefined, count: articles.length }, ...tags]
    : tagsWith(tags, filter);
}

export interface TagChoice {
  /** Undefined for all articles. */
  readonly tag: string | undefined;
  readonly count: number;
}

/** Rows of a menu that fit the screen. */
export function menuPageRows(state: State): number {
  const { list, listHeader } = geometryOf(state);
  return list ? Math.max(1, list.height - listHeader) : 1;
}

/** What a command does in the contents or the choice of tags. */
export function updateMenu(state: State, command: Command, count: number | undefined): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return step(state);
  const page = menuPageRows(state);
  const times = count ?? 1;
  const by = (rows: number): Step => step(selectMenuRow(state, overlay.row + rows));
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
      return step(selectMenuRow(state, times - 1));
    case 'last':
      return step(selectMenuRow(state, count === undefined ? Number.MAX_SAFE_INTEGER : count - 1));
    case 'choose':
    case 'accept':
      return step(chooseMenuRow(state));
    case 'search':
      if (overlay.kind === 'contents') return step(openFind({ ...state, overlay: undefined }));
      return step({ ...state, overlay: { ...overlay, typing: true } });
    case 'cancel':
      if (overlay.kind === 'contents') {
        return step({ ...restorePosition(state, overlay.from), overlay: undefined });
      }
      if (overlay.filter.value !== '') return step(withTagFilter(state, fieldOf(''), false));
      return step({ ...state, overlay: undefined });
    default:
      return step(
        overlay.kind === 'tags' && overlay.typing ? editTagFilter(state, overlay.filter, command) : state,
      );
  }
}

/** The tags that hold what is now in the box, from the first. */
export function withTagFilter(state: State, filter: Field, typing: boolean): State {
  if (state.overlay?.kind !== 'tags') return state;
  const same = filter.value === state.overlay.filter.value;
  const place = same ? {} : { row: 0, top: 0 };
  return { ...state, overlay: { ...state.overlay, ...place, filter, typing } };
}

function editTagFilter(state: State, filter: Field, command: Command): State {
  if (command !== 'fieldDeleteBack') return withTagFilter(state, editBy(filter, command), true);
  return withTagFilter(state, edit(filter, 'deleteBack'), filter.value !== '');
}

/** Selects a row of the menu, the nearest there is; the reader shows where a heading leads. */
export function selectMenuRow(state: State, row: number): State {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return state;
  const moved = clampMenu({ ...state, overlay: { ...overlay, row } });
  return moved.overlay?.kind === 'contents' ? atHeading(moved, moved.overlay.row) : moved;
}

/** Brings the selected row of a menu into the menu, and on the screen. */
export function clampMenu(state: State): State {
  const { overlay } = state;
  if (overlay?.kind !== 'contents' && overlay?.kind !== 'tags') return state;
  const length = menuLength(state);
  const page = menuPageRows(state);
  const row = Math.max(0, Math.min(length - 1, overlay.row));
  const seen = Math.min(Math.max(overlay.top, row - page + 1), row);
  const top = Math.max(0, Math.min(seen, length - page));
  return row === overlay.row && top === overlay.top ? state : { ...state, overlay: { ...overlay, row, top } };
}

function atHeading(state: State, number: number): State {
  const heading = state.reader.document?.headings[number];
  return heading ? goToHeading(state, heading) : state;
}

/** What Enter does on the selected row. */
export function chooseMenuRow(state: State): State {
  const { overlay } = state;
  if (overlay?.kind === 'contents')
    return { ...atHeading(state, overlay.row), overlay: undefined, focus: 'reader' };
  if (overlay?.kind !== 'tags') return state;
  const choice = tagChoices(state)[overlay.row];
  if (!choice) return state;
  const { tag } = choice;
  return { ...state, overlay: undefined, list: { ...state.list, tag } };
}
