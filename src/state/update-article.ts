import type { Article } from '../library/article.ts';
import type { Command } from '../messages/reader-commands.ts';
import { type Step, step } from './actions.ts';
import { currentLinkOf } from './links.ts';
import { savePosition, withMark } from './list-selection.ts';
import { markOf, selectedOf } from './selectors.ts';
import type { State, Unavailable } from './state.ts';

/** What a command does to the article of the pane that has the keys; undefined for other commands. */
export function updateArticle(state: State, command: Command): Step | undefined {
  const article = state.focus === 'reader' ? state.reader.article : selectedOf(state);
  switch (command) {
    case 'star':
      return step(article ? withMark(state, article, { starred: !markOf(state, article)?.starred }) : state);
    case 'toggleRead':
      return step(article ? withMark(state, article, { read: !markOf(state, article)?.read }) : state);
    case 'openSource':
      return browse(state, article?.source);
    case 'openLink': {
      const link = currentLinkOf(state);
      return link ? browse(state, link.href, 'address') : browse(state, article?.source);
    }
    case 'copy':
      return copySource(state, article);
    case 'copyLink': {
      const link = currentLinkOf(state);
      if (link?.kind !== 'web') return copySource(state, article);
      return step({ ...state, notice: { kind: 'copied', what: 'link' } }, { kind: 'copy', text: link.href });
    }
    case 'edit':
      return edit(state, article);
    default:
      return undefined;
  }
}

const nothing = (state: State, what: Unavailable): Step =>
  step({ ...state, notice: { kind: 'nothing', what } });

/** Only these schemes ever reach another program. */
const OPENABLE = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;

/** Hands an address to the browser; `otherwise` is what to say where it is none that may be. */
export function browse(
  state: State,
  url: string | undefined,
  otherwise: 'source' | 'address' = 'source',
): Step {
  if (url === undefined || !OPENABLE.test(url)) return nothing(state, otherwise);
  return step({ ...state, notice: { kind: 'opened', url } }, { kind: 'browse', url });
}

function copySource(state: State, article: Article | undefined): Step {
  if (article?.source) {
    return step(
      { ...state, notice: { kind: 'copied', what: 'source' } },
      { kind: 'copy', text: article.source },
    );
  }
  const { document } = state.reader;
  if (!document) return nothing(state, 'article');
  document.extend(Number.POSITIVE_INFINITY);
  return step({ ...state, notice: { kind: 'copied', what: 'text' } }, { kind: 'copy', text: document.text });
}

function edit(state: State, article: Article | undefined): Step {
  if (!article || article.path === '-') return nothing(state, 'file');
  const { document, anchor } = state.reader;
  const shown = state.reader.article?.path === article.path ? document?.blocks : undefined;
  const block = anchor > 0 ? shown?.findLast((candidate) => candidate.start <= anchor) : undefined;
  return step(savePosition(state), { kind: 'edit', article, line: block?.line ?? 0 });
}
