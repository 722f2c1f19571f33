import type { Link } from '../document/document.ts';
import { decodeHref, encodeHref } from '../document/markdown/link.ts';
import type { Article } from '../library/article.ts';
import { resolveReference } from '../library/resolve-reference.ts';
import type { Copied } from '../messages/reader.ts';
import { cellWidth } from '../unicode/width.ts';
import { focusedArticle } from './article-marks.ts';
import { step, type Update } from './effects.ts';
import { recordLink } from './jumps.ts';
import { selectPath, showArticle } from './list-selection.ts';
import { landAt, scrollToTarget } from './scroll.ts';
import { articleRowsOf, geometryOf, readerHeight, relatedOf } from './selectors.ts';
import { type ScrollTarget, type State, withReader, withUnavailable } from './state.ts';
import { cellInLine } from './text-at-cell.ts';

/** The link selected in the text; undefined if none is, or if a related article is. */
export const currentLinkOf = ({ reader }: State): Link | undefined =>
  reader.currentLink === undefined ? undefined : reader.document?.links[reader.currentLink];

/** The related article that is selected. They are numbered after the links of the text. */
export function currentRelated(state: State): Article | undefined {
  const { currentLink, document } = state.reader;
  return currentLink === undefined || !document
    ? undefined
    : relatedOf(state)[currentLink - document.links.length];
}

/** Selects the next link (`by` 1) or the previous one (-1), starting from the screen if none is selected. */
export function selectLink(state: State, by: 1 | -1): State {
  const { document, currentLink } = state.reader;
  if (!document) return state;
  const { links } = document;
  const link = currentLink === undefined ? firstLinkInView(state, links, by) : currentLink + by;
  if (!links[link] && !relatedOf(state)[link - links.length]) return withUnavailable(state, 'link');
  return scrollToTarget(state, { kind: 'link', link });
}

function firstLinkInView(state: State, links: readonly Link[], by: 1 | -1): number {
  const rows = articleRowsOf(state);
  if (!rows) return -1;
  const { top } = state.reader;
  if (by === 1) {
    const from = rows.offsetOf(top);
    const found = links.findIndex((link) => link.start >= from);
    return found < 0 ? links.length : found;
  }
  const last = rows.row(top + readerHeight(state) - 1);
  if (!last) return links.length + relatedOf(state).length - 1;
  if (last.kind === 'related') return links.length + last.index;
  const to = last.kind === 'text' ? last.line.end : Number.POSITIVE_INFINITY;
  return links.findLastIndex((link) => link.start < to);
}

/** The number of the link drawn at a cell of the screen, or undefined. */
export function linkAtCell(state: State, x: number, y: number): number | undefined {
  const { reader, margin } = geometryOf(state);
  const rows = articleRowsOf(state);
  const row = reader && rows?.row(state.reader.top + y - reader.y);
  if (!rows || !row) return undefined;
  if (row.kind === 'related') return rows.document.links.length + row.index;
  if (row.kind !== 'text') return undefined;
  const cell = cellInLine(state, row.line, x - reader.x - margin);
  let left = 0;
  for (const span of row.line.spans) {
    const right = left + cellWidth(span.text);
    if (cell >= left && cell < right) return span.link;
    left = right;
  }
  return undefined;
}

const HAS_SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** True for a link to open in the browser, rather than here. */
const leavesKiosque = ({ kind, href, target }: Link): boolean =>
  target === undefined && (kind === 'image' || (HAS_SCHEME.test(href) && localPath(href) === undefined));

/** The absolute path, still encoded, of a `file:` address on this computer (RFC 8089); undefined for any other address. */
const localPath = (href: string): string | undefined =>
  /^file:(?:\/\/(?:localhost)?)?(\/(?!\/).*)$/i.exec(href)?.[1];

/** Follows the selected link: inside the article, to another article, or in the browser. */
export function followLink(state: State): Update {
  const related = currentRelated(state);
  if (related) return recordLink(state, openAt(state, related.path, { kind: 'saved' }));
  const link = currentLinkOf(state);
  const { article } = state.reader;
  if (!link || !article) return state;
  if (link.target !== undefined) {
    return recordLink(state, withReader(landAt(state, link.target, 1), { currentLink: undefined }));
  }
  if (leavesKiosque(link)) return browse(state, link.href, 'address');
  const path = localPath(link.href);
  const { target, slug } = partsOf(path ?? link.href);
  // Links between articles of a file are told apart by what unpacks it, not by titles.
  const find = path === undefined && !article.member ? linkedArticle : articleAt;
  const found = find(state.library.articles, article, target);
  return found
    ? recordLink(state, openAt(state, found.path, beginningOr(slug)))
    : step(state, { kind: 'openFile', from: article, target, slug });
}

const beginningOr = (slug: string | undefined): ScrollTarget =>
  slug ? { kind: 'heading', slug } : { kind: 'offset', at: 0 };

/** Shows a file outside the library that a link has led to, unless the reader has left the article with the link. */
export function openVisited(state: State, from: Article, article: Article, slug: string | undefined): State {
  if (state.reader.article?.path !== from.path) return state;
  const visited = [...state.visited.filter(({ path }) => path !== article.path), article];
  return recordLink(state, openAt({ ...state, visited }, article.path, beginningOr(slug)));
}

/** Shows the article of the same file that a link has led to, unless the reader has left the article with the link. */
export function openMember(state: State, from: Article, path: string, slug: string | undefined): State {
  if (state.reader.article?.path !== from.path) return state;
  return recordLink(state, openAt(state, path, beginningOr(slug)));
}

/** Opens the article at `path`, of the library or visited, and selects it in the list if the list contains it. */
export function openAt(state: State, path: string, target: ScrollTarget): State {
  const isThere = (other: Article): boolean => other.path === path;
  const article = state.library.articles.find(isThere) ?? state.visited.find(isThere);
  if (!article) return withUnavailable(state, 'article');
  if (state.reader.article?.path === path && target.kind === 'offset') return landAt(state, target.at);
  return { ...showArticle(selectPath(state, path), article, target), focus: 'reader' };
}

/** The path and the heading that a link names, decoded. */
function partsOf(href: string): { readonly target: string; readonly slug: string | undefined } {
  const [target = '', fragment] = href.split('#', 2);
  return { target: decodeHref(target), slug: fragment ? decodeHref(fragment) : undefined };
}

/**
 * The article that a link in `from` refers to: a path relative to its file (`autre.md`, `../guide/`), with or without
 * suffix, or, in a wikilink, an id or a title.
 */
function linkedArticle(articles: readonly Article[], from: Article, target: string): Article | undefined {
  if (target === '') return from;
  const byPath = articleAt(articles, from, target);
  if (byPath) return byPath;
  const found = resolveReference(articles, withoutSuffix(target.replace(/^.*\//, '')));
  return found.kind === 'one' ? found.article : undefined;
}

/** The article at a path that is absolute or relative to the file of `from`, with or without suffix. */
function articleAt(articles: readonly Article[], from: Article, target: string): Article | undefined {
  const path = resolvePath(from.path, target.normalize('NFC'));
  const stem = withoutSuffix(path);
  return articles.find((article) => {
    const own = article.path.normalize('NFC');
    return own === path || withoutSuffix(own) === stem;
  });
}

const withoutSuffix = (path: string): string =>
  path.replace(/(?<!\/)\/+$/, '').replace(/\.(?:md|markdown|mdown|mkd|txt|text|html?)$/i, '');

function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.normalize('NFC').split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts[0] === '' ? parts.join('/') : `/${parts.join('/')}`;
}

/** Only addresses of these schemes are handed to another program. */
const OPENABLE = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** Opens the selected link, in the browser unless it leads to an article; without a link, the article's source. */
export function openLink(state: State): Update {
  const link = currentLinkOf(state);
  if (!link) return currentRelated(state) ? followLink(state) : openSource(state);
  return leavesKiosque(link) ? browse(state, link.href, 'address') : followLink(state);
}

/** Fetches the page that the selected link leads to, or the article's source, and opens it here. */
export function readPage(state: State): Update {
  const link = currentLinkOf(state);
  const { article } = state.reader;
  if (!article || (link ? !leavesKiosque(link) : currentRelated(state))) return followLink(state);
  const target = link?.href ?? article.source;
  if (target === undefined || !/^https?:\/\/\S+$/i.test(target) || !URL.canParse(target))
    return withUnavailable(state, link ? 'address' : 'source');
  const { href: url } = new URL(target);
  const notice = { kind: 'fetching', url, bytes: 0, total: undefined } as const;
  return step({ ...state, fetching: url, notice }, { kind: 'fetchPage', from: article, url });
}

/** Gives up the page that is being fetched; undefined if none is. */
export const stopFetching = (state: State): Update | undefined =>
  state.fetching === undefined
    ? undefined
    : step({ ...state, fetching: undefined, notice: undefined }, { kind: 'stopFetching' });

export const openSource = (state: State): Update => browse(state, focusedArticle(state)?.source, 'source');

/** Opens `target` in the browser; `otherwise` says what is missing if it cannot be opened. */
function browse(state: State, target: string | undefined, otherwise: 'source' | 'address'): Update {
  if (target === undefined || !OPENABLE.test(target)) return withUnavailable(state, otherwise);
  const url = encodeHref(target);
  return step({ ...state, notice: { kind: 'opened', url } }, { kind: 'browse', url });
}

/** Copies the selected web link, or else what `copySource` does. */
export function copyLink(state: State): Update {
  const link = currentLinkOf(state);
  return link?.kind === 'web' ? copy(state, 'link', link.href) : copySource(state);
}

/** Copies the address of the article's source, or else its text. */
export function copySource(state: State): Update {
  const source = focusedArticle(state)?.source;
  if (source) return copy(state, 'source', source);
  const { document } = state.reader;
  if (!document) return withUnavailable(state, 'article');
  document.extend(Number.POSITIVE_INFINITY);
  return copy(state, 'text', document.text);
}

const copy = (state: State, what: Copied, text: string): Update => step(state, { kind: 'copy', what, text });

/** Screens between the reader and the end of the text at which the related articles are looked for. */
const RELATED_AHEAD = 2;

/** Whether to look for related articles now: the end of the text is near, and the whole library is indexed. */
export function shouldFindRelated(state: State): boolean {
  const { reader, library, focus } = state;
  if (reader.related !== undefined || focus !== 'reader') return false;
  if (library.articles.length < 2 || library.indexed < 1) return false;
  const rows = articleRowsOf(state);
  if (!rows?.flow.complete || !rows.document.complete) return false;
  return rows.textHeight - reader.top <= (1 + RELATED_AHEAD) * readerHeight(state);
}

export function requestRelated(state: State): Update {
  const { article, document } = state.reader;
  if (!article || !document || !shouldFindRelated(state)) return state;
  return step(withReader(state, { related: 'requested' }), { kind: 'related', article, document });
}

/** Adds the related articles after the end of the text, and scrolls them into view if the reader is at the end. */
export function withRelated(state: State, path: string, articles: readonly Article[]): State {
  const { reader } = state;
  if (reader.article?.path !== path || reader.related !== 'requested') return state;
  const isAtEnd = reader.top > 0 && articleRowsOf(state)?.showsEnd(reader.top, readerHeight(state));
  const found = withReader(state, { related: articles });
  if (!isAtEnd) return found;
  const { currentMatch, currentLink } = reader;
  const shown = scrollToTarget(found, { kind: 'percent', percent: 100 });
  return withReader(shown, { currentMatch, currentLink });
}
