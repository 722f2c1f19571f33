import type { Article } from '../library/article.ts';
import { foldersOf } from '../library/folders.ts';
import { meets } from '../memory/conditions.ts';
import type { Language } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import type { Condition } from '../search/conditions.ts';
import { cleanLine } from '../unicode/clean.ts';
import { fold } from '../unicode/slug.ts';
import { goToAnnotation } from './annotations.ts';
import { contentsOf, currentEntry } from './contents.ts';
import { isSameFilter } from './effects.ts';
import { recordJump, recordLink } from './jumps.ts';
import { openAt } from './links.ts';
import { withFreshMarks } from './list-selection.ts';
import { goToHeading, parseUntil, positionOf } from './scroll.ts';
import { geometryOf, memoLast, overlayField } from './selectors.ts';
import {
  emptyField,
  type Filter,
  NO_FILTER,
  type Overlay,
  type ScrollTarget,
  type State,
  withList,
  withUnavailable,
} from './state.ts';
import { chooseTheme, themeNames } from './themes.ts';

/** A menu takes the place of the list: the contents of the article, what to filter the list by, or the themes. */
type Menu = Extract<Overlay, { kind: 'contents' | 'filters' | 'themes' }>;

export const menuOf = ({ overlay }: State): Menu | undefined =>
  overlay?.kind === 'contents' || overlay?.kind === 'filters' || overlay?.kind === 'themes'
    ? overlay
    : undefined;

const BEGINNING: ScrollTarget = { kind: 'offset', at: 0 };

/** Opens the contents of the article, or of the book that it is in, at the current heading. */
export function openContents(state: State): State {
  const { document } = state.reader;
  // The headings further down are added as the document is parsed.
  if (document) parseUntil(document, () => document.headings.length > 0);
  const entries = contentsOf(state);
  if (!document || entries.length === 0) return withUnavailable(state, 'contents');
  const row = Math.max(0, currentEntry(state, entries));
  return { ...state, overlay: { kind: 'contents', row, top: 0, from: positionOf(state) } };
}

/** Opens the menu of filters, at the one in use. */
export function openFilters(state: State): State {
  const row = filterChoices(state).findIndex((choice) => isSameFilter(choice, state.list));
  return { ...state, overlay: { kind: 'filters', row, top: 0, field: emptyField, typing: false } };
}

/** Number of rows of the open menu. */
export function menuLength(state: State): number {
  switch (menuOf(state)?.kind) {
    case 'contents':
      return contentsOf(state).length;
    case 'filters':
      return filterChoices(state).length;
    case 'themes':
      return themeNames(state).length;
    case undefined:
      return 0;
  }
}

/** Rows of the menu that fit on the screen. */
export const menuPageRows = (state: State): number => Math.max(1, geometryOf(state).listBody?.height ?? 1);

/** Selects a row of the open menu, or the nearest existing one. In the contents, the reader scrolls to a heading of the article. */
export function selectMenuRow(state: State, row: number): State {
  const menu = menuOf(state);
  if (!menu) return state;
  const selected = clampMenu({ ...state, overlay: { ...menu, row } });
  return menu.kind === 'contents' ? showSelectedEntry(selected) : selected;
}

/** Keeps the selected row of the menu within its rows, and on the screen. */
export function clampMenu(state: State): State {
  const menu = menuOf(state);
  if (!menu) return state;
  const length = menuLength(state);
  const page = menuPageRows(state);
  const row = Math.max(0, Math.min(length - 1, menu.row));
  const visible = Math.min(Math.max(menu.top, row - page + 1), row);
  const top = Math.max(0, Math.min(visible, length - page));
  return row === menu.row && top === menu.top ? state : { ...state, overlay: { ...menu, row, top } };
}

/** Goes to the selected heading, filters the list by the selected row or sets the selected theme, and closes the menu. */
export function chooseMenuRow(state: State): State {
  const menu = menuOf(state);
  if (!menu) return state;
  if (menu.kind === 'contents') {
    const entry = contentsOf(state)[menu.row];
    if (entry?.kind === 'chapter')
      return recordLink(state, openAt({ ...state, overlay: undefined }, entry.article.path, BEGINNING));
    const shown: State = { ...showSelectedEntry(state), overlay: undefined, focus: 'reader' };
    return recordJump(state, shown, menu.from);
  }
  if (menu.kind === 'themes') return chooseTheme(state);
  const choice = filterChoices(state)[menu.row];
  if (!choice) return state;
  const { tag, condition, folder } = choice;
  return withFreshMarks(withList({ ...state, overlay: undefined }, { tag, condition, folder }));
}

function showSelectedEntry(state: State): State {
  const menu = menuOf(state);
  const entry = menu && contentsOf(state)[menu.row];
  switch (entry?.kind) {
    case 'heading':
      return goToHeading(state, entry.heading);
    case 'annotation':
      return goToAnnotation(state, entry.placed);
    default:
      return state;
  }
}

/** A filter; one that all articles pass, too. */
interface FilterChoice extends Filter {
  /** Articles that it leaves. */
  readonly count: number;
}

/** The conditions in the order in which the menu offers them. */
const CONDITIONS = [
  'starred',
  'unread',
  'started',
  'read',
  'highlighted',
  'noted',
] as const satisfies readonly Condition[];

/** Rows of the menu of filters: all articles, conditions, folders and tags; or of these those with the text typed. */
export function filterChoices(state: State): readonly FilterChoice[] {
  const { articles } = state.library;
  const folders = folderChoices(articles, state.roots);
  const conditions = conditionChoices(articles, state.marks, state.keyOf);
  const text = overlayField(state).value.trim();
  if (text !== '') return choicesContaining(conditions, folders, tagChoices(articles), text, state.language);
  return [{ ...NO_FILTER, count: articles.length }, ...conditions, ...folders, ...tagChoices(articles)];
}

const conditionChoices = memoLast(
  (articles: readonly Article[], marks: State['marks'], keyOf: State['keyOf']): readonly FilterChoice[] =>
    CONDITIONS.map((condition) => {
      const matching = articles.filter((article) => meets(marks.get(keyOf(article)), condition));
      return { ...NO_FILTER, condition, count: matching.length };
    }),
);

/** The folders that hold some of the articles, each before those in it. */
const folderChoices = memoLast(
  (articles: readonly Article[], roots: readonly string[]): readonly FilterChoice[] =>
    foldersOf(articles, roots)
      .filter(([, count]) => count < articles.length)
      .map(([folder, count]) => ({ ...NO_FILTER, folder, count })),
);

/** The tags of the articles, most used first. Spellings that differ only in case or accents are one tag. */
const tagChoices = memoLast((articles: readonly Article[]): readonly FilterChoice[] => {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const article of articles) {
    for (const key of new Set(article.tags.map(fold))) {
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { tag: article.tags.find((tag) => fold(tag) === key)!, count: 1 });
    }
  }
  const sorted = [...counts.values()].sort(
    (a, b) => b.count - a.count || (fold(a.tag) < fold(b.tag) ? -1 : 1),
  );
  return sorted.map(({ tag, count }) => ({ ...NO_FILTER, tag, count }));
});

const choicesContaining = memoLast(
  (
    conditions: readonly FilterChoice[],
    folders: readonly FilterChoice[],
    tags: readonly FilterChoice[],
    text: string,
    language: Language,
  ): readonly FilterChoice[] =>
    [...conditions, ...folders, ...tags].filter((choice) =>
      fold(choiceText(choice, language)).includes(fold(text)),
    ),
);

/** A folder as it is shown, with a slash at its end that tells it from a tag. */
export const folderName = (folder: string): string => `${cleanLine(folder).normalize('NFC')}/`;

/** What a row of the menu of filters says. */
export function choiceText({ tag, condition, folder }: Filter, language: Language): string {
  const messages = readerMessages[language];
  if (folder !== undefined) return folderName(folder);
  return tag ?? (condition ? messages.conditions[condition] : messages.allArticles);
}
