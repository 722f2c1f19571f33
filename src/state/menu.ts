import type { Article } from '../library/article.ts';
import type { Command } from '../messages/reader-commands.ts';
import { fold } from '../unicode/slug.ts';
import { type Step, step } from './actions.ts';
import { openFind } from './overlays.ts';
import { goToHeading, restorePosition } from './scroll.ts';
import { geometryOf, memoLast } from './selectors.ts';
import type { Field, State } from './state.ts';
import { edit, editBy, fieldOf } from './text-boxes.ts';

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

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** The tags of some articles, the most used first; spellings that differ in case or accents are one tag. */
export const tagsOf = memoLast((articles: readonly Article[]): readonly TagCount[] => {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const article of articles) {
    for (const key of new Set(article.tags.map(fold))) {
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { tag: article.tags.find((tag) => fold(tag) === key)!, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (fold(a.tag) < fold(b.tag) ? -1 : 1));
});

/** The tags that hold what was typed, in any case and without accents. */
export const tagsWith = memoLast((tags: readonly TagCount[], wanted: string): readonly TagCount[] =>
  tags.filter(({ tag }) => fold(tag).includes(fold(wanted.trim()))),
);
