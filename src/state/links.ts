import type { Link } from '../document/document.ts';
import { type Step, step } from './actions.ts';
import { showArticle, topFor } from './list-selection.ts';
import { currentRelated } from './related.ts';
import { linkedArticle } from './relative.ts';
import { scrollToTarget } from './scroll-target.ts';
import { articleRowsOf, listedArticles, readerHeight, relatedOf, rowOfPath } from './selectors.ts';
import type { ScrollTarget, State } from './state.ts';
import { browse, currentLinkOf } from './update-article.ts';

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
