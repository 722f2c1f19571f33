import { keyLabel } from '../messages/key-labels.ts';
import { keysFor } from '../state/command-keys.ts';
import { type Command, commands } from '../state/command-table.ts';
import { contextOf } from '../state/selectors.ts';
import type { State } from '../state/state.ts';

/** A text of the interface with keys in place of the commands that it names in braces: `press {help}` as `press ?`. */
export const withKeys = (text: string, state: State): string =>
  text.replace(/\{(\w+)\}/g, (braces, name: string) =>
    Object.hasOwn(commands, name) ? keyOf(name as Command, state) : braces,
  );

/** The first key of a command, in the present context if it has one there; its own if the user has left it none. */
function keyOf(command: Command, state: State): string {
  const bound = keysFor(state, command);
  const all = [bound[contextOf(state)], ...Object.values(bound), ...Object.values(commands[command].keys)];
  return keyLabel(all.flatMap((keys) => keys ?? [])[0] ?? '', state.language, true);
}
