import type { Link } from '../document/document.ts';
import { type Step, step } from './actions.ts';
import { show, topFor } from './list-selection.ts';
import { relatedAt } from './related.ts';
import { articleAt } from './relative.ts';
import { go } from './scroll-target.ts';
import { pageOf, readerHeight, relatedOf, rowOfPath, rowsOf } from './selectors.ts';
import type { Goal, State } from './state.ts';
import { browse, linkOf } from './update-article.ts';

/** Stands on the next link (`by` 1) or the one before (-1), counting from what is on the screen. */
export function toLink(state: State, by: 1 | -1): State {
  const page = pageOf(state);
  if (!page) return state;
  const { links } = page.document;
  const wanted = state.reader.link === undefined ? firstInSight(state, links, by) : state.reader.link + by;
  const link = links[wanted];
  if (!link && !relatedOf(state)[wanted - links.length])
    return { ...state, notice: { kind: 'nothing', what: 'link' } };
  return go(state, { kind: 'link', link: wanted });
}

function firstInSight(state: State, links: readonly Link[], by: 1 | -1): number {
  const page = pageOf(state);
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
  const link = linkOf(state);
  const related = relatedAt(state);
  if (related) return step(openAt(state, related.path, { kind: 'place' }, withPlace(state)));
  return link ? follow(state, link) : step(state);
}

function follow(state: State, link: Link): Step {
  const { article } = state.reader;
  if (!article) return step(state);
  const back = withPlace(state);
  if (link.target !== undefined) {
    const moved = go(state, { kind: 'offset', at: link.target, above: 1 });
    return step({ ...moved, reader: { ...moved.reader, link: undefined, back } });
  }
  if (link.kind === 'image' || HAS_SCHEME.test(link.href)) return browse(state, link.href, 'address');
  const found = articleAt(state.library.articles, article, link.href);
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
function withPlace({ reader: { article, anchor, back } }: State): State['reader']['back'] {
  return article ? [...back, { path: article.path, anchor }] : back;
}

/** Back to where the last link was followed. */
export function goBack(state: State): State {
  const place = state.reader.back.at(-1);
  if (!place) return { ...state, notice: { kind: 'nothing', what: 'back' } };
  const back = state.reader.back.slice(0, -1);
  return openAt(state, place.path, { kind: 'offset', at: place.anchor }, back);
}

/** Opens the article at `path`, selecting it in the list where it stands there. */
function openAt(state: State, path: string, goal: Goal, back: State['reader']['back']): State {
  const article = state.library.articles.find((other) => other.path === path);
  if (!article) return { ...state, notice: { kind: 'nothing', what: 'article' } };
  const same = state.reader.article?.path === path;
  if (same && goal.kind === 'offset') {
    const moved = go(state, goal);
    return { ...moved, reader: { ...moved.reader, back } };
  }
  const rows = rowsOf(state);
  const row = rowOfPath(rows, path, state.list.row);
  const list = row < 0 ? state.list : { ...state.list, selected: path, row, top: topFor(state, row) };
  const shown = show({ ...state, list }, article, goal);
  return { ...shown, focus: 'reader', reader: { ...shown.reader, back } };
}
