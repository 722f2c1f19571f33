import type { Document } from '../document/document.ts';
import type { Context } from '../keys/bindings.ts';
import type { Article } from '../library/article.ts';
import { type Order, sortArticles, withTag } from '../library/sort-articles.ts';
import { Finding } from '../search/incremental-matches.ts';
import { parseQuery, type Query } from '../search/query.ts';
import type { Match } from '../search/results.ts';
import { layout } from '../text/layout.ts';
import type { Highlighter, Hyphenator, LayoutOptions } from '../text/line.ts';
import { ArticleRows, type HeaderSpace, SYNC_LENGTH } from './article-rows.ts';
import { type Geometry, geometry } from './geometry.ts';
import type { Focus, Mark, Overlay, Size, State } from './state.ts';

const geometryFor = memoLast(
  (size: Size, focus: Focus, overlay: Overlay['kind'] | undefined, zoomed: boolean, measure: number) =>
    geometry({ size, focus, overlay, zoomed, measure }),
);

/** Where everything stands now. */
export const geometryOf = ({ size, focus, overlay, settings }: State): Geometry =>
  geometryFor(size, focus, overlay?.kind, settings.zoomed, settings.measure);

/** What the keys go to. */
export function contextOf({ overlay, focus }: State): Context {
  switch (overlay?.kind) {
    case undefined:
      return focus;
    case 'search':
    case 'find':
      return overlay.kind;
    case 'contents':
      return 'menu';
    case 'tags':
      return overlay.typing ? 'filter' : 'menu';
    case 'help':
      return overlay.typing ? 'filter' : 'help';
  }
}

/** Rows of articles that fit in the list. */
export const listPageRows = (state: State): number => {
  const { list, listHeader, itemHeight } = geometryOf(state);
  return list ? Math.max(1, Math.floor((list.height - listHeader) / itemHeight)) : 1;
};

const ordered = memoLast(
  (articles: readonly Article[], order: Order, reverse: boolean, tag: string | undefined) => {
    const tagged = tag === undefined ? articles : withTag(articles, tag);
    return order === 'date' && !reverse ? tagged : sortArticles(tagged, order, reverse);
  },
);

/** The articles the list shows: the results of the search, best first, else all in the order asked for. */
export function listedArticles({ library, list, search, settings }: State): readonly Article[] {
  return search.results?.articles ?? ordered(library.articles, settings.order, settings.reverse, list.tag);
}

/** The selected article. */
export const selectedOf = (state: State): Article | undefined => listedArticles(state)[state.list.row];

/** Where an article stands among rows: where it was last, if it still does. */
export function rowOfPath(rows: readonly Article[], path: string | undefined, guess: number): number {
  return rows[guess]?.path === path ? guess : rows.findIndex((article) => article.path === path);
}

/** What is shown, and what is to be. */
const BOTH = 2;

const layoutOptionsFor = memoLast(
  (
    width: number,
    justify: boolean,
    hyphenate: Hyphenator | undefined,
    highlight: Highlighter | undefined,
  ): LayoutOptions => ({ width, justify, hyphenate, highlight }),
  BOTH,
);

/** How the text of the article in the reader is to be set. */
export function layoutOptionsOf(state: State): LayoutOptions {
  const { settings, reader, highlight, hyphenators } = state;
  const hyphenate = settings.hyphenate ? hyphenators.get(reader.document?.lang) : undefined;
  return layoutOptionsFor(geometryOf(state).measure, settings.justify, hyphenate, highlight);
}

const flowFor = memoLast((document: Document, setting: LayoutOptions) => layout(document, setting), BOTH);

const articleRowsFor = memoLast(
  (article: Article, document: Document, setting: LayoutOptions, head: HeaderSpace) =>
    ArticleRows.of(article, document, flowFor(document, setting), setting.width, head),
  BOTH,
);

const rowsWithRelated = memoLast(
  (page: ArticleRows, related: readonly Article[]) => page.withRelated(related),
  BOTH,
);
const NO_ARTICLES: readonly Article[] = [];

/** The articles shown after the end of the one in the reader. */
export const relatedOf = ({ reader: { related } }: State): readonly Article[] =>
  related === undefined || related === 'asked' ? NO_ARTICLES : related;

/** Rows of the article in the reader as they are shown; undefined while its text is not there. */
export const articleRowsOf = memoLast(
  (state: State): ArticleRows | undefined =>
    articleRowsWith(state, state.reader.shownLayout ?? layoutOptionsOf(state)),
  BOTH,
);

/** Rows of the article in the reader as they are to be shown. */
export const nextArticleRowsOf = (state: State): ArticleRows | undefined =>
  articleRowsWith(state, layoutOptionsOf(state));

function articleRowsWith(state: State, setting: LayoutOptions): ArticleRows | undefined {
  const { article, document } = state.reader;
  if (!article || !document) return undefined;
  const page = articleRowsFor(article, document, setting, headFor(state.size.rows));
  const related = relatedOf(state);
  return related.length > 0 ? rowsWithRelated(page, related) : page;
}

const headFor = (rows: number): HeaderSpace =>
  rows >= ROOMY_ROWS ? 'roomy' : rows >= PLAIN_ROWS ? 'plain' : 'compact';

/** Heights of the screen from which on the title has more room. */
const ROOMY_ROWS = 28;
const PLAIN_ROWS = 16;

/** Rows of the reader pane. */
export const readerHeight = (state: State): number => geometryOf(state).reader?.height ?? state.size.rows - 1;

const queryFor = memoLast((text: string) => parseQuery(text));

/** What is highlighted in the reader: what is looked for in the article, else in the catalogue. */
export function readerQuery({ overlay, reader, search }: State): Query | undefined {
  const own = overlay?.kind === 'find' ? overlay.field.value : reader.findQuery;
  const text = own || (search.results ? search.field.value : '');
  return text.trim() === '' ? undefined : queryFor(text);
}

const findings = new WeakMap<Document, { readonly query: Query; readonly finding: Finding }>();
const NONE: readonly Match[] = [];

/** The search for that query in the article, as far as it has come. */
export function findingOf(state: State): Finding | undefined {
  const query = readerQuery(state);
  const { document } = state.reader;
  if (!query || !document) return undefined;
  let known = findings.get(document);
  if (known?.query !== query) {
    known = { query, finding: new Finding(document, query) };
    findings.set(document, known);
  }
  known.finding.reach(SYNC_LENGTH);
  return known.finding;
}

/** Where the article answers that query, in order, as far as it has been searched. */
export const matchesOf = (state: State): readonly Match[] => findingOf(state)?.matches ?? NONE;

/** How much of the article has been shown when the reader stands where it does, 0 to 1. */
export function progressOf(state: State): number {
  const page = articleRowsOf(state);
  if (!page) return 0;
  const rest = page.textHeight - readerHeight(state);
  return rest <= 0 ? 1 : Math.min(1, state.reader.top / rest);
}

/** A pure function that remembers its last calls, `count` different ones: selectors ask the same again and again. */
export function memoLast<A extends readonly unknown[], R>(
  compute: (...args: A) => R,
  count = 1,
): (...args: A) => R {
  const last: { args: A; result: R }[] = [];
  return (...args) => {
    if (last[0] && isSame(last[0].args, args)) return last[0].result;
    const found = last.findIndex((call) => isSame(call.args, args));
    const call = found > 0 ? last.splice(found, 1)[0]! : { args, result: compute(...args) };
    last.unshift(call);
    last.length = Math.min(last.length, count);
    return call.result;
  };
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let i = 0; i < some.length; i++) if (!Object.is(some[i], others[i])) return false;
  return true;
}

export const markOf = (state: State, article: Article): Mark | undefined =>
  state.marks.get(state.keyOf(article));

/** Rows at the top of the help that do not scroll: its title and what it is filtered by. */
const HELP_HEADER = 2;

/** Rows of the help that are shown at a time. */
export const helpHeight = (state: State): number =>
  Math.max(1, (geometryOf(state).reader?.height ?? 1) - HELP_HEADER);
