import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import type { LibraryWarning } from '../library/load-library.ts';
import { findPlace, placeAt } from '../memory/place.ts';
import { type Action, type Step, step } from './actions.ts';
import { SYNC_LENGTH } from './article-rows.ts';
import { requestRelated, withRelated } from './links.ts';
import { showArticle, topFor } from './list-selection.ts';
import { withQuery } from './overlays.ts';
import { parseUntil } from './scroll.ts';
import { listedArticles, markOf, rowOfPath } from './selectors.ts';
import { type Notice, type ReaderState, revisionOf, type State } from './state.ts';

/** What did not come from a person's hand. */
export type ExternalAction = Exclude<
  Action,
  { readonly type: 'command' | 'digit' | 'text' | 'mouse' | 'nothing' }
>;

const HAND: ReadonlySet<Action['type']> = new Set(['command', 'digit', 'text', 'mouse', 'nothing']);

export const isExternal = (action: Action): action is ExternalAction => !HAND.has(action.type);

/** What the terminal, the files and the index tell. */
export function updateExternal(state: State, action: ExternalAction): Step {
  const { reader } = state;
  switch (action.type) {
    case 'resized':
      return step({ ...state, size: action.size });
    case 'background':
      return step({ ...state, background: action.theme });
    case 'answered':
      return step(state);
    case 'articles':
      return step(withArticles(state, action));
    case 'indexed':
      return step({ ...state, library: { ...state.library, indexed: action.indexed } });
    case 'found': {
      const { query, tag } = action.results;
      const current = query === state.search.field.value && tag === state.list.tag;
      return step(current ? { ...state, search: { ...state.search, results: action.results } } : state);
    }
    case 'snippets': {
      if (action.query !== state.search.field.value) return step(state);
      const snippets = new Map([...state.search.snippets, ...action.snippets]);
      return step({ ...state, search: { ...state.search, snippets } });
    }
    case 'loaded':
      return step(withDocument(state, action.article, action.document));
    case 'failed':
      if (action.article.path !== reader.article?.path) return step(state);
      return step({
        ...state,
        reader: {
          ...reader,
          document: undefined,
          revision: revisionOf(action.article),
          problem: action.problem,
        },
      });
    case 'grown':
      return step({ ...state, reader: { ...reader, version: reader.version + 1 } });
    case 'idle':
      return requestRelated(state);
    case 'related':
      return step(withRelated(state, action.path, action.articles));
    case 'highlighter':
      return step({ ...state, highlight: action.highlight });
    case 'hyphenator':
      return step({
        ...state,
        hyphenators: new Map([...state.hyphenators, [action.lang, action.hyphenator]]),
      });
    case 'search':
      return step({
        ...withQuery(state, action.query),
        focus: 'list',
        overlay: { kind: 'search', from: state.list.selected },
      });
    case 'read':
      return step({ ...goTo(state, action.path), focus: 'reader' });
    case 'resume':
      return step(resume(goTo(state, action.path)));
    case 'noticed':
      return step({ ...state, notice: action.notice });
  }
}

function withArticles(
  state: State,
  { articles, warnings, complete }: Extract<ExternalAction, { type: 'articles' }>,
): State {
  const path = state.reader.article?.path;
  const same = path === undefined ? undefined : articles.find((article) => article.path === path);
  const changed = same && revisionOf(same) !== state.reader.revision;
  const reader = same
    ? { ...state.reader, article: same, ...(changed && { problem: undefined }) }
    : state.reader;
  const gone = complete && path !== undefined && !same && state.focus === 'reader' && listed(state, path);
  const trouble = warnings === state.library.warnings ? undefined : warned(warnings);
  const notice = gone ? ({ kind: 'gone' } as const) : (trouble ?? state.notice);
  return { ...state, reader, notice, library: { ...state.library, articles, warnings, complete } };
}

const listed = ({ library }: State, path: string): boolean =>
  library.articles.some((article) => article.path === path);

/** One line for all that is the matter with the files. */
function warned(warnings: readonly LibraryWarning[]): Notice | undefined {
  const of = (broken: boolean): LibraryWarning[] =>
    warnings.filter(({ kind }) => (kind === 'front-matter') === broken);
  const told = (kind: 'skipped' | 'brokenFrontMatter', some: readonly LibraryWarning[]): Notice => ({
    kind,
    count: some.reduce((sum, { count }) => sum + count, 0),
    paths: some.flatMap(({ paths }) => paths),
  });
  const left = of(false);
  const broken = of(true);
  if (left.length > 0) return told('skipped', left);
  return broken.length > 0 ? told('brokenFrontMatter', broken) : undefined;
}

/** The text of the article in the reader is there, for the first time or after its file changed. */
function withDocument(state: State, article: Article, document: Document): State {
  const { reader } = state;
  if (article.path !== reader.article?.path) return state;
  const revision = revisionOf(article);
  const open: ReaderState = {
    ...reader,
    document,
    revision,
    problem: undefined,
    version: reader.version + 1,
  };
  const before = reader.document;
  if (!before || reader.scrollTarget || revision === reader.revision) return { ...state, reader: open };
  // What stood at the place stands near it.
  parseUntil(document, () => document.text.length > reader.anchor + SYNC_LENGTH);
  const same = document.complete && document.text === before.text;
  const at = reader.anchor && findPlace(document.text, placeAt(before.text, reader.anchor, 0));
  const goal = { kind: 'offset', at } as const;
  return {
    ...state,
    notice: same ? state.notice : { kind: 'reloaded' },
    reader: { ...open, scrollTarget: goal, currentMatch: undefined, currentLink: undefined },
  };
}

function goTo(state: State, path: string): State {
  const rows = listedArticles(state);
  const row = rowOfPath(rows, path, state.list.row);
  const article: Article | undefined = rows[row];
  if (!article) return state;
  const list = { ...state.list, selected: path, row, top: topFor(state, row) };
  return showArticle({ ...state, list }, article, { kind: 'place' });
}

const resume = (state: State): State => {
  const { article } = state.reader;
  const place = article && markOf(state, article)?.place;
  if (!article || !place) return state;
  return { ...state, notice: { kind: 'resumed', title: article.title, progress: place.progress } };
};
