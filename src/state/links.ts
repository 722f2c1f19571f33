import type { Link } from '../document/document.ts';
import { decodeHref } from '../document/markdown/link.ts';
import type { Article } from '../library/article.ts';
import { resolveReference } from '../library/resolve-reference.ts';
import { cellWidth } from '../unicode/width.ts';
import { type Step, step } from './actions.ts';
import type { ArticleRows } from './article-rows.ts';
import { showArticle, topFor } from './list-selection.ts';
import { scrollToTarget } from './scroll.ts';
import {
  articleRowsOf,
  geometryOf,
  listedArticles,
  readerHeight,
  relatedOf,
  rowOfPath,
} from './selectors.ts';
import type { ScrollTarget, State } from './state.ts';
import { browse } from './update-article.ts';

/** Stands on the next link (`by` 1) or the one before (-1), counting from what is on the screen. */
export function selectLink(state: State, by: 1 | -1): State {
  const page = articleRowsOf(state);
  if (!page) return state;
  const { links } = page.document;
  const wanted =
    state.reader.currentLink === undefined
      ? firstLinkInView(state, links, by)
      : state.reader.currentLink + by;
  const link = links[wanted];
  if (!link && !relatedOf(state)[wanted - links.length])
    return { ...state, notice: { kind: 'nothing', what: 'link' } };
  return scrollToTarget(state, { kind: 'link', link: wanted });
}

function firstLinkInView(state: State, links: readonly Link[], by: 1 | -1): number {
  const page = articleRowsOf(state);
  if (!page) return -1;
  const { top } = state.reader;
  if (by === 1) {
    const from = page.offsetOf(top);
    const found = links.findIndex((link) => link.start >= from);
    return found < 0 ? links.length : found;
  }
  const last = page.row(top + readerHeight(state) - 1);
  if (!last) return links.length + relatedOf(state).length - 1;
  if (last.kind === 'related') return links.length + last.index;
  const to = last.kind === 'text' ? last.line.end : Number.POSITIVE_INFINITY;
  return links.findLastIndex((link) => link.start < to);
}

const HAS_SCHEME = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Goes where the link one stands on leads; how to come back is kept. */
export function followLink(state: State): Step {
  const link = currentLinkOf(state);
  const related = currentRelated(state);
  if (related) return step(openAt(state, related.path, { kind: 'place' }, historyWithHere(state)));
  return link ? follow(state, link) : step(state);
}

function follow(state: State, link: Link): Step {
  const { article } = state.reader;
  if (!article) return step(state);
  const back = historyWithHere(state);
  if (link.target !== undefined) {
    const moved = scrollToTarget(state, { kind: 'offset', at: link.target, above: 1 });
    return step({ ...moved, reader: { ...moved.reader, currentLink: undefined, history: back } });
  }
  if (link.kind === 'image' || HAS_SCHEME.test(link.href)) return browse(state, link.href, 'address');
  const found = linkedArticle(state.library.articles, article, link.href);
  if (!found) return step({ ...state, notice: { kind: 'nothing', what: 'article' } });
  return step(
    openAt(
      state,
      found.article.path,
      found.slug ? { kind: 'heading', slug: found.slug } : { kind: 'offset', at: 0 },
      back,
    ),
  );
}

/** The places to go back to, with this one. */
function historyWithHere({ reader: { article, anchor, history: back } }: State): State['reader']['history'] {
  return article ? [...back, { path: article.path, anchor }] : back;
}

/** Back to where the last link was followed. */
export function goBack(state: State): State {
  const place = state.reader.history.at(-1);
  if (!place) return { ...state, notice: { kind: 'nothing', what: 'back' } };
  const back = state.reader.history.slice(0, -1);
  return openAt(state, place.path, { kind: 'offset', at: place.anchor }, back);
}

/** Opens the article at `path`, selecting it in the list where it stands there. */
function openAt(state: State, path: string, goal: ScrollTarget, back: State['reader']['history']): State {
  const article = state.library.articles.find((other) => other.path === path);
  if (!article) return { ...state, notice: { kind: 'nothing', what: 'article' } };
  const same = state.reader.article?.path === path;
  if (same && goal.kind === 'offset') {
    const moved = scrollToTarget(state, goal);
    return { ...moved, reader: { ...moved.reader, history: back } };
  }
  const rows = listedArticles(state);
  const row = rowOfPath(rows, path, state.list.row);
  const list = row < 0 ? state.list : { ...state.list, selected: path, row, top: topFor(state, row) };
  const shown = showArticle({ ...state, list }, article, goal);
  return { ...shown, focus: 'reader', reader: { ...shown.reader, history: back } };
}

/** The number of the link drawn at a cell of the screen; undefined where there is none. */
export function linkAtCell(state: State, page: ArticleRows, x: number, y: number): number | undefined {
  const { reader, margin } = geometryOf(state);
  const row = reader && page.row(state.reader.top + y - reader.y);
  if (row?.kind === 'related') return page.document.links.length + row.index;
  if (row?.kind !== 'text') return undefined;
  let left = reader!.x + margin;
  for (const span of row.line.spans) {
    const right = left + cellWidth(span.text);
    if (x >= left && x < right) return span.link;
    left = right;
  }
  return undefined;
}

/**
 * The article a link in `from` leads to: a path relative to its file (`autre.md`, `../guide/#debut`), with or
 * without suffix, or, for a wikilink, an id or a title. `slug` names a heading in it.
 */
export function linkedArticle(
  articles: readonly Article[],
  from: Article,
  href: string,
): { article: Article; slug: string | undefined } | undefined {
  const [target = '', fragment] = href.split('#', 2);
  const slug = fragment ? decodeHref(fragment) : undefined;
  if (target === '') return { article: from, slug };
  const path = resolvePath(from.path, decodeHref(target).normalize('NFC'));
  const stem = withoutSuffix(path);
  const byPath = articles.find((article) => {
    const own = article.path.normalize('NFC');
    return own === path || withoutSuffix(own) === stem;
  });
  if (byPath) return { article: byPath, slug };
  const found = resolveReference(articles, withoutSuffix(decodeHref(target).replace(/^.*\//, '')));
  return found.kind === 'one' ? { article: found.article, slug } : undefined;
}

const withoutSuffix = (path: string): string =>
  path.replace(/\/+$/, '').replace(/\.(?:md|markdown|mdown|mkd|txt|text|html?)$/i, '');

function resolvePath(from: string, target: string): string {
  const parts = target.startsWith('/') ? [] : from.normalize('NFC').split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts[0] === '' ? parts.join('/') : `/${parts.join('/')}`;
}

/** Screens before the end of an article from which on it is worth knowing what comes after. */
const NEAR = 2;

/** Whether it is time to look for articles like the one that is read: its end is near, and all can be searched. */
export function shouldFindRelated(state: State): boolean {
  const { reader, library, focus } = state;
  if (reader.related !== undefined || focus !== 'reader') return false;
  if (library.articles.length < 2 || library.indexed < 1) return false;
  const page = articleRowsOf(state);
  if (!page?.flow.complete || !page.document.complete) return false;
  return page.textHeight - reader.top <= (1 + NEAR) * readerHeight(state);
}

export function requestRelated(state: State): Step {
  const { article, document } = state.reader;
  if (!article || !document || !shouldFindRelated(state)) return step(state);
  const reader = { ...state.reader, related: 'asked' as const };
  return step({ ...state, reader }, { kind: 'related', article, document });
}

/** Puts the articles after the end; who has jumped to the end and waits there sees them. */
export function withRelated(state: State, path: string, articles: readonly Article[]): State {
  const { reader } = state;
  if (reader.article?.path !== path || reader.related !== 'asked') return state;
  const page = articleRowsOf(state);
  const atEnd = reader.top > 0 && page?.showsEnd(reader.top, readerHeight(state));
  const found: State = { ...state, reader: { ...reader, related: articles } };
  if (!atEnd) return found;
  const { currentMatch: hit, currentLink: link } = reader;
  const shown = scrollToTarget(found, { kind: 'percent', percent: 100 });
  return { ...shown, reader: { ...shown.reader, currentMatch: hit, currentLink: link } };
}

/** The related article one stands on: they come after the links of the text. */
export function currentRelated(state: State): Article | undefined {
  const { currentLink: link, document } = state.reader;
  return link === undefined || !document ? undefined : relatedOf(state)[link - document.links.length];
}

/** The link one stands on. */
export const currentLinkOf = ({ reader }: State): Link | undefined =>
  reader.currentLink === undefined ? undefined : reader.document?.links[reader.currentLink];
