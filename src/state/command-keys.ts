import type { Keys } from './command-spec.ts';
import { type Command, commands } from './command-table.ts';
import type { Configured } from './settings.ts';

/** The keys of a command by context: those that the user has bound it to, or its own. */
export const keysFor = (
  { configured }: { readonly configured: Pick<Configured, 'keymap'> },
  command: Command,
): Keys => (configured.keymap.get(command) as Keys | undefined) ?? commands[command].keys;
