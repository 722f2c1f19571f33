import { type Command, commands, type HintedCommand } from '../state/command-table.ts';
import { contextOf } from '../state/selectors.ts';
import type { Context, State } from '../state/state.ts';

const commandByKey = new Map(
  (Object.keys(commands) as Command[]).flatMap((command) =>
    Object.entries(commands[command].keys).flatMap(([context, names]) =>
      names.map((name): [string, Command] => [`${context} ${name}`, command]),
    ),
  ),
);

/** The command bound to a key in a context, if any. */
export const commandFor = (context: Context, key: string): Command | undefined =>
  commandByKey.get(`${context} ${key}`);

/** The commands that the status line offers, the most useful first. */
const HINTS: Readonly<Record<Context, readonly HintedCommand[]>> = {
  list: ['search', 'open', 'allResults', 'help', 'filters', 'sort', 'leave', 'star'],
  reader: [
    'follow',
    'nextMatch',
    'note',
    'nextHidden',
    'find',
    'help',
    'pageDown',
    'contents',
    'back',
    'nextArticle',
  ],
  search: ['accept', 'suggestion', 'down', 'cancel'],
  find: ['down', 'cancel'],
  menu: ['choose', 'filter', 'cancel', 'help'],
  help: ['pageDown', 'filter', 'cancel'],
  filter: ['cancel'],
  select: ['extend', 'highlight', 'annotate', 'copyPassage', 'help', 'cancel', 'selectionColor'],
  note: ['saveNote', 'dropNote', 'noteInEditor'],
};

/** A command offered in the status line: the key to press, by its name, and what it does in a word or two. */
export interface Hint {
  readonly command: Command;
  readonly key: string;
  readonly label: string;
}

/** Hints for the present context, leaving out commands that would have no effect. */
export function hintsFor(state: State): readonly Hint[] {
  const context = contextOf(state);
  return HINTS[context].flatMap((command) => {
    const { hint, keys, isUseful } = commands[command];
    const key = keys[context]?.[0];
    if (!hint || key === undefined || isUseful?.(state) === false) return [];
    return [{ command, key, label: hint[state.language] }];
  });
}
