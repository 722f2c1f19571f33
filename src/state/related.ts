import type { Article } from '../library/article.ts';
import { type Step, step } from './actions.ts';
import { scrollToTarget } from './scroll-target.ts';
import { articleRowsOf, readerHeight, relatedOf } from './selectors.ts';
import type { State } from './state.ts';

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
