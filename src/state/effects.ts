import type { AnnotationChange } from '../annotations/annotation.ts';
import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import { DEFAULT_SORTING, type Sorting } from '../library/sort-articles.ts';
import type { View } from '../memory/records.ts';
import type { Copied } from '../messages/reader.ts';
import { languageOfTypography } from '../text/typography.ts';
import { changedDrafts } from './drafts.ts';
import { isNearHighlightedCode } from './highlighted-code.ts';
import { geometryOf, listPageRows, selectedOf } from './selectors.ts';
import type { Settings } from './settings.ts';
import { type Filter, type Mark, revisionOf, type State } from './state.ts';

/** Work outside the reducer, performed by `commands/reader/effect-runner`. */
export type Effect = Readonly<
  | { kind: 'load'; article: Article }
  | { kind: 'hyphenator'; lang: Document['lang'] }
  | ({
      kind: 'search';
      query: string;
      /** True if articles that have only some of the words are results. */
      all: boolean;
    } & Filter)
  /** Finds articles similar to this one. */
  | { kind: 'related'; article: Article; document: Document }
  /** Makes a one-line snippet of at most `cells` cells for each of these results. */
  | { kind: 'snippets'; query: string; articles: readonly Article[]; cells: number }
  /** Saves what has changed of an article's mark. */
  | { kind: 'remember'; key: string; change: Mark }
  /** Saves what the list shows, to begin with it the next time. */
  | { kind: 'saveView'; view: View; lastSearch: string }
  /** Dispatches `rested` once the user has not moved for a moment. */
  | { kind: 'saveSoon' }
  /** Finds out which of the remembered articles have other names now. */
  | { kind: 'findRenamed'; articles: readonly Article[] }
  /** Saves the settings that have changed. */
  | { kind: 'settings'; settings: Partial<Settings> }
  | { kind: 'loadAnnotations'; article: Article }
  /** Opens the note of an annotation in the editor; it comes back as the action `noteEdited`. */
  | { kind: 'editNote'; id: string; text: string }
  /** Saves the note of an annotation while it is written; undefined removes it. */
  | { kind: 'saveDraft'; key: string; id: string; text: string | undefined }
  /** Saves changes to the annotations of an article. */
  | { kind: 'annotate'; article: Article; changes: readonly AnnotationChange[] }
  | { kind: 'copy'; what: Copied; text: string }
  /** Opens a file outside the library; `target` is the decoded path in the link, `slug` the heading it names. */
  | { kind: 'openFile'; from: Article; target: string; slug: string | undefined }
  | { kind: 'browse'; url: string }
  /** Fetches a page to open it here, or gives that up. */
  | { kind: 'fetchPage'; from: Article; url: string }
  | { kind: 'stopFetching' }
  /** Opens the file in the editor at `line` of its body, counting from 0. */
  | { kind: 'edit'; article: Article; line: number }
  /** Looks up when an article was read, for a line of figures about it. */
  | { kind: 'figures'; article: Article }
  | { kind: 'highlighter' }
  | { kind: 'suspend' }
  | { kind: 'redraw' }
  | { kind: 'quit' }
>;

/** What the reducer returns: the next state, and the work to do outside. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const step = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects });

/** What a command or a handler returns: a step, or just the next state if there is no work to do outside. */
export type Update = State | Step;

export const toStep = (update: Update): Step => ('effects' in update ? update : step(update));

/** The effect that saves what the list shows. */
export const saveViewOf = (state: State): Effect => {
  const { list, search, keyOf } = state;
  const selected = selectedOf(state);
  const query = search.field.value.trim();
  const view: View = {
    ...(selected && { selected: keyOf(selected) }),
    ...(list.tag !== undefined && { tag: list.tag }),
    ...(list.condition !== undefined && { condition: list.condition }),
    ...(list.folder !== undefined && { folder: list.folder }),
    ...(!isSameSorting(list, DEFAULT_SORTING) && { order: list.order, reverse: list.reverse }),
    ...(query !== '' && { query }),
  };
  return { kind: 'saveView', view, lastSearch: search.last };
};

/** The effects that follow from the difference of two states: what to load, to search and to save. */
export function effectsOf(before: State, state: State): readonly Effect[] {
  return [...searchEffects(before, state), ...loadEffects(before, state), ...saveEffects(before, state)];
}

function* searchEffects(before: State, state: State): Generator<Effect> {
  const { field, results, all } = state.search;
  const queryChanged =
    field.value !== before.search.field.value ||
    all !== before.search.all ||
    !isSameFilter(state.list, before.list);
  const libraryGrew = state.library !== before.library && results !== undefined;
  if (field.value.trim() !== '' && (queryChanged || libraryGrew)) {
    yield { kind: 'search', query: field.value, all, ...filterOf(state.list) };
  }
  const articles = resultsWithoutSnippet(state);
  if (articles.length > 0) {
    yield { kind: 'snippets', query: field.value, articles, cells: snippetCells(state) };
  }
}

/** True if two lists or results are filtered by the same tag, condition or folder. */
export const isSameFilter = (one: Filter, other: Filter): boolean =>
  one.tag === other.tag && one.condition === other.condition && one.folder === other.folder;

const filterOf = ({ tag, condition, folder }: Filter): Filter => ({ tag, condition, folder });

const isSameSorting = (one: Sorting, other: Sorting): boolean =>
  one.order === other.order && one.reverse === other.reverse;

/** Width of the second line of a list item, without the bar and the blank at its ends. */
export const snippetCells = (state: State): number => Math.max(1, (geometryOf(state).list?.width ?? 0) - 2);

/** Results on the screen whose snippet is still missing. */
function resultsWithoutSnippet(state: State): readonly Article[] {
  const { results, snippets } = state.search;
  const { list, itemHeight } = geometryOf(state);
  if (!results || !list || itemHeight < 2) return [];
  const shown = results.articles.slice(state.list.top, state.list.top + listPageRows(state));
  return shown.filter((article) => !snippets.has(article.path));
}

function* loadEffects(before: State, state: State): Generator<Effect> {
  const wanted = articleToLoad(state);
  if (wanted && !isSameFile(wanted, articleToLoad(before))) yield { kind: 'load', article: wanted };
  const { article, document } = state.reader;
  if (!document) return;
  const isNewDocument = document !== before.reader.document;
  if (isNewDocument && article) yield { kind: 'loadAnnotations', article };
  const lang = languageOfTypography(state.settings.typography, document.lang);
  const isNewSetting = state.settings !== before.settings;
  if (state.settings.hyphenate && !state.hyphenators.has(lang) && (isNewDocument || isNewSetting)) {
    yield { kind: 'hyphenator', lang };
  }
  const hasChanged = state.reader !== before.reader || state.size !== before.size;
  if (!state.highlight && hasChanged && isNearHighlightedCode(state)) yield { kind: 'highlighter' };
}

/** The article in the reader pane, if its text is not loaded or its file has changed since. */
function articleToLoad(state: State): Article | undefined {
  const { article, revision } = state.reader;
  return article && geometryOf(state).reader && revision !== revisionOf(article) ? article : undefined;
}

const isSameFile = (article: Article, other: Article | undefined): boolean =>
  article.path === other?.path && revisionOf(article) === revisionOf(other);

function* saveEffects(before: State, state: State): Generator<Effect> {
  if (state.marks !== before.marks) {
    for (const [key, mark] of state.marks) {
      const old = before.marks.get(key);
      if (mark !== old) yield { kind: 'remember', key, change: changeOf(old, mark) };
    }
  }
  for (const draft of changedDrafts(before, state)) yield { kind: 'saveDraft', ...draft };
  if (hasMoved(before, state) || hasTyped(before, state)) yield { kind: 'saveSoon' };
  const { complete, articles } = state.library;
  // Those renamed since the last session are found before it is resumed.
  if (complete && before.library.complete && articles !== before.library.articles)
    yield { kind: 'findRenamed', articles };
  // What changed outside is not the reader's to remember.
  if (state.settings !== before.settings && state.configured === before.configured)
    yield { kind: 'settings', settings: changedSettings(before.settings, state.settings) };
}

const changedSettings = (before: Settings, after: Settings): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof Settings]),
  );

/** The properties of a mark that have changed, for another instance may have changed the others. */
const changeOf = (before: Mark | undefined, mark: Mark): Mark =>
  Object.fromEntries(Object.entries(mark).filter(([name, value]) => value !== before?.[name as keyof Mark]));

/** True if the note in the open box has changed. */
const hasTyped = ({ overlay: before }: State, { overlay }: State): boolean =>
  overlay?.kind === 'note' && before?.kind === 'note' && overlay.field.value !== before.field.value;

const hasMoved = (before: State, { list, search, reader }: State): boolean =>
  (reader.hasScrolled && reader.anchor !== before.reader.anchor) ||
  list.selected !== before.list.selected ||
  !isSameFilter(list, before.list) ||
  !isSameSorting(list, before.list) ||
  search.field.value !== before.search.field.value;
