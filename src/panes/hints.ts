import { hintsFor } from '../keys/bindings.ts';
import { keyLabel } from '../messages/keys.ts';
import { readerMessages } from '../messages/reader.ts';
import type { Command } from '../messages/reader-commands.ts';
import { contextOf, listedArticles, matchesOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';
import { cellWidth } from '../unicode/width.ts';
import { blank, piece, type Row } from './row.ts';

/** A key that is offered, and what for, in few words. */
export interface Hint {
  readonly command: Command;
  readonly key: string;
  readonly label: string;
}

/** The keys that matter now, the most useful first; `words` where they are said rather than drawn. */
export function usefulHints(state: State, words = false): readonly Hint[] {
  const messages = readerMessages[state.language];
  return hintsFor(contextOf(state)).flatMap(({ command, keys }) => {
    const label = (messages.hints as Partial<Record<Command, string>>)[command];
    if (label === undefined || !isUseful(state, command)) return [];
    return [{ command, key: keyLabel(keys[0]!, state.language, words), label }];
  });
}

/** As many of them as fit `room` cells; the way to all the others comes last. */
export function fitting(useful: readonly Hint[], room: number, gap: number): readonly Hint[] {
  const shown: Hint[] = [];
  let width = 0;
  for (const hint of useful) {
    const more = cellWidth(`${hint.key} ${hint.label}`) + (shown.length > 0 ? gap : 0);
    if (width + more > room) continue;
    shown.push(hint);
    width += more;
  }
  return [...shown.filter(isNotHelp), ...shown.filter((hint) => !isNotHelp(hint))];
}

const isNotHelp = ({ command }: Hint): boolean => command !== 'help';

export const hintRow = (hints: readonly Hint[], gap: number): Row =>
  hints.flatMap(({ key, label }, index) => [
    ...(index > 0 ? blank(gap) : []),
    piece(key, { role: 'kbd' }),
    piece(` ${label}`, { role: 'dim' }),
  ]);

/** A key that would do nothing is not offered. */
function isUseful(state: State, command: Command): boolean {
  switch (command) {
    case 'search':
    case 'open':
    case 'sort':
    case 'star':
      // A list without an article, where nothing is being looked for.
      return state.library.articles.length > 0 || !state.library.complete;
    case 'nextMatch':
      return (
        matchesOf(state).length > 1 || (state.search.results !== undefined && state.reader.findQuery === '')
      );
    case 'accept':
      return state.overlay?.kind !== 'search' || listedArticles(state).length > 0;
    case 'down':
      return state.overlay?.kind !== 'search' || listedArticles(state).length > 1;
    case 'nextArticle':
      return state.list.row + 1 < listedArticles(state).length;
    case 'follow':
      return state.reader.currentLink !== undefined;
    case 'contents':
      return (state.reader.document?.headings.length ?? 0) > 0;
    case 'tags':
      return state.list.tag === undefined && state.library.articles.length > 0;
    default:
      return true;
  }
}
