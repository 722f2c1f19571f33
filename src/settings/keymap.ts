/**
 * The commands whose keys are not those of the table of commands: by command and context, sequences of key names with blanks
 * between them (`g g`).
 */
export type Keymap = ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>;

/** Where all commands have their own keys. */
export const OWN_KEYS: Keymap = new Map();
