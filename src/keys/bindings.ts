import type { Keymap } from '../settings/keymap.ts';
import { keysFor } from '../state/command-keys.ts';
import { type Command, commands, type HintedCommand } from '../state/command-table.ts';
import { contextOf } from '../state/selectors.ts';
import type { Context, State } from '../state/state.ts';

/** What is typed in a context, after the context and a blank: commands by sequences of keys, and how sequences begin. */
interface Bindings {
  readonly commands: ReadonlyMap<string, Command>;
  readonly beginnings: ReadonlySet<string>;
}

const bindingsByKeymap = new WeakMap<Keymap, Bindings>();

function bindingsFor(state: Pick<State, 'configured'>): Bindings {
  const { keymap } = state.configured;
  const known = bindingsByKeymap.get(keymap) ?? makeBindings(state);
  bindingsByKeymap.set(keymap, known);
  return known;
}

function makeBindings(state: Pick<State, 'configured'>): Bindings {
  const byKeys = new Map<string, Command>();
  const beginnings = new Set<string>();
  for (const command of Object.keys(commands) as Command[]) {
    for (const [context, sequences] of Object.entries(keysFor(state, command))) {
      for (const sequence of sequences) {
        byKeys.set(`${context} ${sequence}`, command);
        for (let at = sequence.indexOf(' '); at > 0; at = sequence.indexOf(' ', at + 1))
          beginnings.add(`${context} ${sequence.slice(0, at)}`);
      }
    }
  }
  return { commands: byKeys, beginnings };
}

/** What a key means in the present context, after the keys typed before it: a command, or a longer beginning of a sequence. */
export type Binding = { readonly command: Command } | { readonly beginning: string };

export function bindingOf(state: State, key: string): Binding | undefined {
  const keys = state.pending === '' ? key : `${state.pending} ${key}`;
  const context = contextOf(state);
  const command = commandFor(state, context, keys);
  if (command) return { command };
  return bindingsFor(state).beginnings.has(`${context} ${keys}`) ? { beginning: keys } : undefined;
}

/** The command of a key, or of a sequence of keys with blanks between them, in a context. */
export const commandFor = (
  state: Pick<State, 'configured'>,
  context: Context,
  keys: string,
): Command | undefined => bindingsFor(state).commands.get(`${context} ${keys}`);

/** The commands that the status line offers, the most useful first. */
const HINTS: Readonly<Record<Context, readonly HintedCommand[]>> = {
  list: ['search', 'open', 'allResults', 'help', 'filters', 'sort', 'leave', 'star', 'leftOut'],
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
    const { hint, isUseful } = commands[command];
    const key = keysFor(state, command)[context]?.[0];
    if (!hint || key === undefined || isUseful?.(state) === false) return [];
    return [{ command, key, label: hint[state.language] }];
  });
}
