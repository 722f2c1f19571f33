export const COMMANDS = ['list', 'search', 'show'] as const;
/** `read` is `kiosque` without a command. */
export type CommandName = (typeof COMMANDS)[number] | 'read';

export const COLOURS = ['auto', 'always', 'never'] as const;
export const FORMATS = ['text', 'ansi', 'markdown', 'json'] as const;
export const ORDERS = ['date', 'title', 'length'] as const;

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly shortFlag?: string;
  /** The commands it goes with; all where absent. */
  readonly commands?: readonly CommandName[];
}

/** Every option there is. Where one is given twice the last counts, as an alias in a shell needs; lists add up. */
export const OPTIONS = {
  from: { type: 'string', shortFlag: 'f' },
  search: { type: 'string', shortFlag: 's', commands: ['read'] },
  memory: { type: 'boolean' },
  accessible: { type: 'boolean', commands: ['read'] },
  justify: { type: 'boolean', commands: ['read', 'show'] },
  hyphenate: { type: 'boolean', commands: ['read', 'show'] },
  width: { type: 'string', shortFlag: 'w', commands: ['show'] },
  format: { type: 'string', commands: ['show'] },
  json: { type: 'boolean', commands: ['list', 'search', 'show'] },
  sort: { type: 'string', commands: ['list'] },
  reverse: { type: 'boolean', commands: ['list'] },
  tag: { type: 'string', commands: ['list', 'search'] },
  limit: { type: 'string', shortFlag: 'n', commands: ['list', 'search'] },
  lang: { type: 'string' },
  color: { type: 'string' },
  help: { type: 'boolean', shortFlag: 'h' },
  version: { type: 'boolean', shortFlag: 'v' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof OPTIONS;
export const OPTION_NAMES = Object.keys(OPTIONS) as OptionName[];

/** The commands an option goes with, or undefined for all. */
export const commandsOf = (name: OptionName): readonly CommandName[] | undefined =>
  (OPTIONS[name] as Option).commands;
