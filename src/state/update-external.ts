import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import { inFolder } from '../library/folders.ts';
import type { LibraryWarning } from '../library/load-library.ts';
import { withTag } from '../library/sort-articles.ts';
import { findPlace, isCutOff, placeAt } from '../memory/place.ts';
import type { Action, ExternalAction } from './actions.ts';
import { withAnnotations, withNote } from './annotations.ts';
import { savePosition } from './article-marks.ts';
import { SYNC_LENGTH } from './article-rows.ts';
import { withConfigured } from './configured.ts';
import { keepDraft, renamedDrafts, withDrafts } from './drafts.ts';
import { isSameFilter, saveViewOf, step, type Update } from './effects.ts';
import { openMember, openVisited, requestRelated, withRelated } from './links.ts';
import { selectPath, showArticle } from './list-selection.ts';
import { withFound } from './noted-articles.ts';
import type { Notice } from './notice.ts';
import { parseUntil } from './scroll.ts';
import { markOf, progressOf, selectedOf } from './selectors.ts';
import { revisionOf, type ScrollTarget, type State, withList, withReader, withSearch } from './state.ts';
import { openSearch, withQuery } from './text-boxes.ts';

type Of<Type extends ExternalAction['type']> = Extract<ExternalAction, { type: Type }>;

const handlers: { readonly [Type in ExternalAction['type']]: (state: State, action: Of<Type>) => Update } = {
  resized: (state, { size }) => ({ ...state, size }),
  background: (state, { theme }) => ({ ...state, background: theme }),
  replied: (state) => state,
  articles: withArticles,
  indexed: (state, { indexed, left }) => ({ ...state, library: { ...state.library, indexed, left } }),
  found: withResults,
  snippets: withSnippets,
  loaded: (state, { article, document }) => withDocument(state, article, document),
  failed: withProblem,
  vanished: (state) => (state.focus === 'reader' ? { ...state, notice: { kind: 'deleted' } } : state),
  extended: (state) => withReader(state, { version: state.reader.version + 1 }),
  idle: requestRelated,
  related: (state, { path, articles }) => withRelated(state, path, articles),
  highlighter: (state, { highlight }) => ({ ...state, highlight }),
  hyphenator: (state, { lang, hyphenator }) => ({
    ...state,
    hyphenators: new Map([...state.hyphenators, [lang, hyphenator]]),
  }),
  search: (state, { query }) => openSearch(withQuery(state, query)),
  read: (state, { path }) => ({ ...goToArticle(state, path), focus: 'reader' }),
  resume: returnToView,
  rested: (state) => {
    const saved = savePosition(keepDraft(state));
    return step(saved, saveViewOf(saved));
  },
  renamed: withRenamed,
  fileOpened: (state, { from, article, slug }) => openVisited(state, from, article, slug),
  memberFound: (state, { from, path, slug }) => openMember(state, from, path, slug),
  annotations: (state, { key, annotations }) => withAnnotations(state, key, annotations),
  allAnnotations: (state, { annotations }) => ({
    ...state,
    // Those of articles that have been opened may have changed since.
    annotations: new Map([...annotations, ...state.annotations]),
  }),
  drafts: (state, { key, drafts }) => withDrafts(state, key, drafts),
  noteEdited: (state, { id, text }) => withNote(state, id, text),
  noticed: (state, { notice }) => ({ ...state, notice }),
  configured: (state, { configured }) => withConfigured(state, configured),
  fetching: (state, { url, bytes, total }) =>
    state.fetching === url ? { ...state, notice: { kind: 'fetching', url, bytes, total } } : state,
  fetched: (state, { url }) =>
    state.fetching === url ? { ...state, fetching: undefined, notice: undefined } : state,
};

export const isExternal = (action: Action): action is ExternalAction => action.type in handlers;

/** Handles what did not come from the user. */
export function updateExternal(state: State, action: ExternalAction): Update {
  const handle = handlers[action.type] as (state: State, action: ExternalAction) => Update;
  return handle(state, action);
}

function withArticles(state: State, { articles, warnings, leftOut, complete }: Of<'articles'>): State {
  const path = state.reader.article?.path;
  const byPath = (article: Article): boolean => article.path === path;
  const article = articles.find(byPath);
  const hasChanged = article && revisionOf(article) !== state.reader.revision;
  const reader = article
    ? { ...state.reader, article, ...(hasChanged && { problem: undefined }) }
    : state.reader;
  const wasDeleted = complete && !article && state.focus === 'reader' && state.library.articles.some(byPath);
  const warning = warnings === state.library.warnings ? undefined : warningNotice(warnings);
  const isOutdated =
    (article !== undefined && saysGone(state.notice)) ||
    (warnings !== state.library.warnings && saysSkipped(state.notice));
  const notice: Notice | undefined = wasDeleted
    ? lossOf(path, warnings)
    : (warning ?? (isOutdated ? undefined : state.notice));
  return { ...state, reader, notice, library: { ...state.library, articles, warnings, leftOut, complete } };
}

/** Why the file of the open article is no longer listed. */
function lossOf(path: string | undefined, warnings: readonly LibraryWarning[]): Notice {
  const reason = warnings.find(({ paths }) => path !== undefined && paths.includes(path))?.kind;
  return { kind: reason === undefined ? 'deleted' : reason === 'empty' ? 'emptied' : 'unreadable' };
}

const saysGone = (notice: Notice | undefined): boolean =>
  notice?.kind === 'deleted' ||
  notice?.kind === 'emptied' ||
  notice?.kind === 'unreadable' ||
  (notice?.kind === 'unavailable' && notice.what === 'gone');

const saysSkipped = (notice: Notice | undefined): boolean =>
  notice?.kind === 'skipped' || notice?.kind === 'brokenFrontMatter';

/** One notice for all warnings. Skipped files take precedence: the others are at least listed. */
function warningNotice(warnings: readonly LibraryWarning[]): Notice | undefined {
  const broken = warnings.filter(({ kind }) => kind === 'front-matter');
  const skipped = warnings.filter(({ kind }) => kind !== 'front-matter');
  const reported = skipped.length > 0 ? skipped : broken;
  if (reported.length === 0) return undefined;
  return {
    kind: skipped.length > 0 ? 'skipped' : 'brokenFrontMatter',
    count: reported.reduce((sum, { count }) => sum + count, 0),
    paths: reported.flatMap(({ paths }) => paths),
  };
}

/** Results of a query that has changed since are dropped; likewise snippets. */
function withResults(state: State, { results }: Of<'found'>): State {
  const isCurrent = results.query === state.search.field.value && isSameFilter(results, state.list);
  return isCurrent ? withFound(state, results) : state;
}

function withSnippets(state: State, { query, snippets }: Of<'snippets'>): State {
  if (query !== state.search.field.value) return state;
  return withSearch(state, { snippets: new Map([...state.search.snippets, ...snippets]) });
}

/** Shows the text of the article for the first time, or again after its file has changed. */
function withDocument(state: State, article: Article, document: Document): State {
  const { reader } = state;
  if (article.path !== reader.article?.path) return state;
  const revision = revisionOf(article);
  const loaded = withReader(state, { document, revision, problem: undefined, version: reader.version + 1 });
  const before = reader.document;
  if (!before || reader.scrollTarget || revision === reader.revision) return loaded;
  const place = reader.cutOff ?? placeAt(before.text, reader.anchor, progressOf(state));
  // The edited text is likely to have the same words near the same offset.
  parseUntil(document, () => document.length > place.at + SYNC_LENGTH);
  const isUnchanged = document.complete && document.text === before.text;
  const at = place.at && findPlace(document.text, place);
  // Its file may still be being written, and the screen could be filled only from above the place.
  const isShorter = document.complete && document.length < before.length;
  const cutOff = isShorter || isCutOff(document.text, place) ? place : undefined;
  const notice: Notice | undefined = isUnchanged ? state.notice : { kind: 'reloaded' };
  const scrollTarget: ScrollTarget = { kind: 'offset', at, cutOff };
  return withReader(
    { ...loaded, notice },
    {
      scrollTarget,
      currentMatch: undefined,
      currentLink: undefined,
      currentHidden: undefined,
    },
  );
}

/** Follows an article to its new name. */
function withRenamed(state: State, { from, to }: Of<'renamed'>): State {
  const marks = withoutOldKey(state.marks, from, to);
  const annotations = withoutOldKey(state.annotations, from, to);
  const drafts = renamedDrafts(state.drafts, from, to);
  const moved = withList({ ...state, marks, annotations, drafts }, { marks });
  const { article } = state.reader;
  if (!article || state.keyOf(article) !== from) return moved;
  const renamed = state.library.articles.find((candidate) => state.keyOf(candidate) === to);
  if (!renamed) return moved;
  const notice = state.notice?.kind === 'deleted' ? undefined : state.notice;
  const opened = withReader({ ...moved, notice }, { article: renamed, revision: revisionOf(renamed) });
  return selectPath(opened, renamed.path);
}

/** A map whose value at `from`, if there is one, is at `to` instead. */
function withoutOldKey<V>(map: ReadonlyMap<string, V>, from: string, to: string): ReadonlyMap<string, V> {
  const value = map.get(from);
  if (value === undefined) return map;
  const moved = new Map(map);
  moved.delete(from);
  return moved.set(to, value);
}

function withProblem(state: State, { article, problem }: Of<'failed'>): State {
  if (article.path !== state.reader.article?.path) return state;
  return withReader(state, { document: undefined, revision: revisionOf(article), problem });
}

/** Selects an article and shows it at its saved position; unchanged if it is not listed. */
function goToArticle(state: State, path: string): State {
  const selected = selectPath(state, path);
  const article = selectedOf(selected);
  return article?.path === path ? showArticle(selected, article, { kind: 'saved' }) : state;
}

/** Shows the list of the previous session again, as far as there is still something to show. */
function returnToView(state: State, { article, tag, condition, folder, query }: Of<'resume'>): State {
  const hasTag = tag !== undefined && withTag(state.library.articles, tag).length > 0;
  const hasFolder = folder !== undefined && inFolder(state.library.articles, folder, state.roots).length > 0;
  const filtered = withList(state, {
    tag: hasTag ? tag : undefined,
    condition,
    folder: hasFolder ? folder : undefined,
  });
  const searched = query === undefined ? filtered : withQuery(filtered, query);
  return withResumeNotice(goToArticle(searched, article.path));
}

/** Says where the selected article is resumed, unless that is at its beginning or it was read to its end. */
function withResumeNotice(state: State): State {
  const { article } = state.reader;
  const mark = article && markOf(state, article);
  const place = mark?.place;
  if (!article || !place || place.at === 0 || (mark.read && place.progress >= 1)) return state;
  return { ...state, notice: { kind: 'resumed', title: article.title, progress: place.progress } };
}
