import type { Sequence } from '../algorithms/sequence.ts';
import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import { inFolder } from '../library/folders.ts';
import { type Order, sortArticles, withTag } from '../library/sort-articles.ts';
import { meets } from '../memory/conditions.ts';
import { readingOrder } from '../memory/reading-order.ts';
import type { Condition } from '../search/conditions.ts';
import { Finding } from '../search/incremental-matches.ts';
import { parseQuery } from '../search/parse-query.ts';
import { hasWords, type Query } from '../search/query.ts';
import type { Match } from '../search/results.ts';
import { layout } from '../text/layout.ts';
import type { Highlighter, Hyphenator, LayoutOptions } from '../text/line.ts';
import { languageOfTypography } from '../text/typography.ts';
import { ArticleRows, type HeaderSpace, headerOf, SYNC_LENGTH } from './article-rows.ts';
import { type Geometry, geometry } from './geometry.ts';
import { type Context, emptyField, type Field, type Mark, type Overlay, type State } from './state.ts';

const geometryFor = memoLast(geometry);

export const geometryOf = ({ size, focus, overlay, settings, library }: State): Geometry =>
  geometryFor(size, focus, overlay?.kind, settings.zoomed || isAlone(library), settings.measure);

/** Whether there is only one article: beside it, a list would only take room. */
const isAlone = ({ articles, complete }: State['library']): boolean => complete && articles.length === 1;

/** The context in which the next key is looked up. */
export function contextOf({ overlay, focus }: State): Context {
  if (!overlay) return focus;
  if ('typing' in overlay && overlay.typing) return 'filter';
  if (overlay.kind === 'contents' || overlay.kind === 'filters' || overlay.kind === 'themes') return 'menu';
  return overlay.kind === 'leftOut' ? 'help' : overlay.kind;
}

/** Whether characters without a command are typed into a text box. */
export const isTextBox = (context: Context): boolean =>
  context === 'search' || context === 'find' || context === 'filter' || context === 'note';

/** The query or the filter of the open overlay; empty if it has none. */
export function overlayField({ overlay, search }: State): Field {
  if (overlay?.kind === 'search') return search.field;
  return overlay && 'field' in overlay ? overlay.field : emptyField;
}

/** Number of articles that fit in the list pane. */
export const listPageRows = (state: State): number => {
  const { listBody, itemHeight } = geometryOf(state);
  return listBody ? Math.max(1, Math.floor(listBody.height / itemHeight)) : 1;
};

/** Rows of the reader pane. */
export const readerHeight = (state: State): number => geometryOf(state).reader?.height ?? state.size.rows - 1;

/** The page that is open over the panes: the help, or what is left out. */
export const pageOf = ({ overlay }: State): Extract<Overlay, { previous: unknown }> | undefined =>
  overlay && 'previous' in overlay ? overlay : undefined;

/** The widest that a page gets, in cells. */
const MAX_PAGE_WIDTH = 76;

/** The width of a page in a pane of `cells` cells. */
export const pageWidth = (cells: number): number => Math.min(MAX_PAGE_WIDTH, cells - 2);

/** Rows at the top of a page that do not scroll: its title and a blank. */
const PAGE_HEADER = 2;

/** Rows of a page that fit on the screen. */
export const pageHeight = (state: State): number =>
  Math.max(1, (geometryOf(state).reader?.height ?? 1) - PAGE_HEADER);

const filteredArticles = memoLast(
  (
    articles: readonly Article[],
    tag: string | undefined,
    condition: Condition | undefined,
    folder: string | undefined,
    roots: readonly string[],
    marks: State['marks'] | undefined,
    keyOf: State['keyOf'],
  ): readonly Article[] => {
    const tagged = tag === undefined ? articles : withTag(articles, tag);
    const found = folder === undefined ? tagged : inFolder(tagged, folder, roots);
    if (condition === undefined) return found;
    return found.filter((article) => meets(marks?.get(keyOf(article)), condition));
  },
);

const sortedArticles = memoLast(
  (
    articles: readonly Article[],
    order: Order,
    reverse: boolean,
    marks: State['marks'] | undefined,
    keyOf: State['keyOf'],
  ) => {
    if (order === 'date' && !reverse) return articles;
    const numbers = marks && readingOrder(marks);
    return sortArticles(articles, order, reverse, (article) => numbers?.get(keyOf(article)) ?? 0);
  },
);

/** The articles in the list: search results, best first, or else all articles in the chosen order. */
export function listedArticles({ library, roots, list, search, keyOf }: State): readonly Article[] {
  if (search.results) return search.results.articles;
  const { tag, condition, folder, marks, order, reverse } = list;
  // Marks are passed on only where they matter, for they change often.
  const filterMarks = condition && marks;
  const filtered = filteredArticles(library.articles, tag, condition, folder, roots, filterMarks, keyOf);
  return sortedArticles(filtered, order, reverse, order === 'read' ? marks : undefined, keyOf);
}

/** The titles of more than one article. */
const repeatedTitles = memoLast((articles: readonly Article[]): ReadonlySet<string> => {
  const titles = new Set<string>();
  return new Set(articles.flatMap(({ title }) => (titles.size === titles.add(title).size ? [title] : [])));
});

/** True if another article of the library has the same title. */
export const hasTitleOfAnother = ({ library }: State, { title }: Article): boolean =>
  repeatedTitles(library.articles).has(title);

/** True if the list is filtered by a tag, a condition or a folder. */
export const isFiltered = ({ list: { tag, condition, folder } }: State): boolean =>
  tag !== undefined || condition !== undefined || folder !== undefined;

/** The article selected in the list. */
export const selectedOf = (state: State): Article | undefined => listedArticles(state)[state.list.row];

/** The row of the article at `path`, or -1; `guess` is tried first. */
export function rowOfPath(rows: readonly Article[], path: string | undefined, guess: number): number {
  return rows[guess]?.path === path ? guess : rows.findIndex((article) => article.path === path);
}

export const markOf = (state: State, article: Article): Mark | undefined =>
  state.marks.get(state.keyOf(article));

/** Two layouts are in use at a time: the one on the screen, and the one being prepared to replace it. */
const LAYOUTS = 2;

const layoutOptionsFor = memoLast(
  (
    width: number,
    left: number,
    right: number,
    wholeCode: boolean,
    justify: boolean,
    typography: Document['lang'],
    hyphenate: Hyphenator | undefined,
    highlight: Highlighter | undefined,
  ): LayoutOptions => ({
    width,
    beside: { left, right },
    wholeCode,
    justify,
    typography,
    hyphenate,
    highlight,
  }),
  LAYOUTS,
);

/** The layout that the settings and the screen now ask for. */
export function layoutOptionsOf(state: State): LayoutOptions {
  const { settings, reader, highlight, hyphenators } = state;
  const typography = languageOfTypography(settings.typography, reader.document?.lang);
  const hyphenate = settings.hyphenate ? hyphenators.get(typography) : undefined;
  const { measure, beside } = geometryOf(state);
  return layoutOptionsFor(
    measure,
    beside.left,
    beside.right,
    reader.codeColumn > 0,
    settings.justify,
    typography,
    hyphenate,
    highlight,
  );
}

const flowFor = memoLast((document: Document, options: LayoutOptions) => layout(document, options), LAYOUTS);

const articleRowsFor = memoLast(
  (article: Article, document: Document, options: LayoutOptions, space: HeaderSpace) =>
    new ArticleRows(document, flowFor(document, options), headerOf(article, options.width, space)),
  LAYOUTS,
);

const rowsWithRelated = memoLast(
  (rows: ArticleRows, related: readonly Article[]) => rows.withRelated(related),
  LAYOUTS,
);
const NO_ARTICLES: readonly Article[] = [];

/** The similar articles listed after the end of the text. */
export const relatedOf = ({ reader: { related } }: State): readonly Article[] =>
  related === undefined || related === 'requested' ? NO_ARTICLES : related;

/** The rows of the reader pane as shown; undefined until the text is loaded. */
export const articleRowsOf = memoLast(
  (state: State): ArticleRows | undefined =>
    articleRowsWith(state, state.reader.shownLayout ?? layoutOptionsOf(state)),
  LAYOUTS,
);

/** The rows of the reader pane in the layout now asked for, which may still be in preparation. */
export const nextArticleRowsOf = (state: State): ArticleRows | undefined =>
  articleRowsWith(state, layoutOptionsOf(state));

function articleRowsWith(state: State, options: LayoutOptions): ArticleRows | undefined {
  const { article, document } = state.reader;
  if (!article || !document) return undefined;
  const rows = articleRowsFor(article, document, options, headerSpace(state.size.rows));
  const related = relatedOf(state);
  return related.length > 0 ? rowsWithRelated(rows, related) : rows;
}

/** Screen heights from which the header gets more rows. */
const ROOMY_ROWS = 28;
const PLAIN_ROWS = 16;

const headerSpace = (rows: number): HeaderSpace =>
  rows >= ROOMY_ROWS ? 'roomy' : rows >= PLAIN_ROWS ? 'plain' : 'compact';

/** How much of the article has been shown at the current position, 0 to 1. */
export function progressOf(state: State): number {
  const rows = articleRowsOf(state);
  if (!rows) return 0;
  const height = readerHeight(state);
  // The height of the text is estimated from the rows laid out so far: those in view and the one below, which tells whether
  // the end is in view, count from the first.
  rows.row(state.reader.top + height);
  const lastTop = rows.textHeight - height;
  return lastTop <= 0 ? 1 : Math.min(1, state.reader.top / lastTop);
}

/** Two queries are in use at a time: the one for this article, and that of the list. */
const queryFor = memoLast((text: string) => parseQuery(text), 2);

/** True if the search of all articles has words, which can be found in the results. */
export const hasSearchWords = ({ search }: State): boolean => hasWords(queryFor(search.field.value));

/**
 * The query whose matches are highlighted in the reader: the one for this article, or else the catalogue's; undefined if it
 * has no words to find.
 */
export function readerQuery({ overlay, reader, search }: State): Query | undefined {
  const own = overlay?.kind === 'find' ? overlay.field.value : reader.findQuery;
  const text = own || (search.results ? search.field.value : '');
  const query = text.trim() === '' ? undefined : queryFor(text);
  return query && hasWords(query) ? query : undefined;
}

const findings = new WeakMap<Document, { readonly query: Query; readonly finding: Finding }>();
const NO_MATCHES: Sequence<Match> = [];

/** The search for `readerQuery` in the article, in progress. */
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

/** Matches of `readerQuery` found so far, in text order. */
export const matchesOf = (state: State): Sequence<Match> => findingOf(state)?.matches ?? NO_MATCHES;

/** Memoises a pure function for its last `count` distinct calls, compared by identity. */
export function memoLast<A extends readonly unknown[], R>(
  compute: (...args: A) => R,
  count = 1,
): (...args: A) => R {
  const calls: { args: A; result: R }[] = [];
  return (...args) => {
    if (calls[0] && isSame(calls[0].args, args)) return calls[0].result;
    const found = calls.findIndex((call) => isSame(call.args, args));
    const call = found > 0 ? calls.splice(found, 1)[0]! : { args, result: compute(...args) };
    calls.unshift(call);
    calls.length = Math.min(calls.length, count);
    return call.result;
  };
}

// A loop, not `every`: selectors run many times per key.
function isSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  for (let i = 0; i < left.length; i++) if (!Object.is(left[i], right[i])) return false;
  return true;
}
