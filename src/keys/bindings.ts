import type { Command } from '../messages/reader-commands.ts';

/** What the keys go to. `search`, `find` and `filter` are boxes one types into. */
export type Context = 'list' | 'reader' | 'search' | 'find' | 'menu' | 'help' | 'filter';

export type Section = 'move' | 'read' | 'search' | 'article' | 'view' | 'program';

export interface Binding {
  readonly command: Command;
  /** Names as `decode` gives them; the first is the one that is shown. */
  readonly keys: readonly string[];
  readonly in: readonly Context[];
  /** Where the help lists it; absent for what every box does. */
  readonly section?: Section;
  /** Place among the hints of the status line in a context, lowest first. */
  readonly hint?: Partial<Record<Context, number>>;
}

const PANES = ['list', 'reader'] as const;
const ROWS = ['list', 'reader', 'menu', 'help'] as const;
const BOXES = ['search', 'find', 'filter'] as const;

/** Every key of the program: dispatch, the hints of the status line and the help all read this table. */
export const bindings: readonly Binding[] = [
  { command: 'down', keys: ['j', 'down', 'ctrl-n', 'ctrl-e', 'ctrl-j'], in: ROWS, section: 'move' },
  { command: 'up', keys: ['k', 'up', 'ctrl-p', 'ctrl-y'], in: ROWS, section: 'move' },
  {
    command: 'pageDown',
    keys: ['space', 'pagedown', 'ctrl-f', 'f', 'ctrl-v'],
    in: ROWS,
    section: 'move',
    hint: { reader: 3 },
  },
  { command: 'pageUp', keys: ['b', 'pageup', 'ctrl-b', 'alt-v'], in: ROWS, section: 'move' },
  { command: 'halfDown', keys: ['d', 'ctrl-d'], in: ROWS, section: 'move' },
  { command: 'halfUp', keys: ['u', 'ctrl-u'], in: ROWS, section: 'move' },
  { command: 'first', keys: ['g', 'home', '<', 'ctrl-home'], in: ROWS, section: 'move' },
  { command: 'last', keys: ['G', 'end', '>', 'ctrl-end'], in: ROWS, section: 'move' },
  { command: 'percent', keys: ['%'], in: PANES, section: 'move' },

  { command: 'open', keys: ['enter', 'l', 'right', 'tab'], in: ['list'], section: 'read', hint: { list: 1 } },
  {
    command: 'back',
    keys: ['escape', 'h', 'left'],
    in: ['reader'],
    section: 'read',
    hint: { reader: 5 },
  },
  { command: 'nextArticle', keys: ['J', ']'], in: ['reader'], section: 'read', hint: { reader: 6 } },
  { command: 'previousArticle', keys: ['K', '['], in: ['reader'], section: 'read' },
  { command: 'contents', keys: ['t'], in: ['reader'], section: 'read', hint: { reader: 4 } },
  { command: 'nextHeading', keys: ['}'], in: ['reader'], section: 'read' },
  { command: 'previousHeading', keys: ['{'], in: ['reader'], section: 'read' },
  { command: 'nextLink', keys: ['tab'], in: ['reader'], section: 'read' },
  { command: 'previousLink', keys: ['shift-tab'], in: ['reader'], section: 'read' },
  { command: 'follow', keys: ['enter', 'l', 'right'], in: ['reader'], section: 'read', hint: { reader: -1 } },
  { command: 'goBack', keys: ['backspace', 'ctrl-o'], in: ['reader'], section: 'read' },

  { command: 'search', keys: ['/'], in: ['list'], section: 'search', hint: { list: 0 } },
  { command: 'find', keys: ['/'], in: ['reader'], section: 'search', hint: { reader: 1 } },
  { command: 'nextMatch', keys: ['n'], in: PANES, section: 'search', hint: { reader: 0 } },
  { command: 'previousMatch', keys: ['N'], in: PANES, section: 'search' },
  { command: 'tags', keys: ['t'], in: ['list'], section: 'search', hint: { list: 3 } },
  { command: 'sort', keys: ['s'], in: ['list'], section: 'search', hint: { list: 4 } },
  { command: 'reverse', keys: ['S'], in: ['list'], section: 'search' },
  { command: 'clear', keys: ['escape', 'h', 'left'], in: ['list'], section: 'search' },

  { command: 'star', keys: ['*'], in: PANES, section: 'article', hint: { list: 6 } },
  { command: 'toggleRead', keys: ['m'], in: PANES, section: 'article' },
  { command: 'openSource', keys: ['o'], in: ['list'], section: 'article' },
  { command: 'openLink', keys: ['o'], in: ['reader'], section: 'article' },
  { command: 'copy', keys: ['y'], in: ['list'], section: 'article' },
  { command: 'copyLink', keys: ['y'], in: ['reader'], section: 'article' },
  { command: 'edit', keys: ['e', 'v'], in: PANES, section: 'article' },

  { command: 'zoom', keys: ['z'], in: ['reader'], section: 'view' },
  { command: 'wider', keys: ['+', '='], in: ['reader'], section: 'view' },
  { command: 'narrower', keys: ['-'], in: ['reader'], section: 'view' },
  { command: 'justify', keys: ['a'], in: ['reader'], section: 'view' },
  { command: 'hyphenate', keys: ['c'], in: ['reader'], section: 'view' },
  { command: 'theme', keys: ['T'], in: PANES, section: 'view' },

  {
    command: 'help',
    keys: ['?', 'f1'],
    in: [...PANES, 'menu'],
    section: 'program',
    hint: { list: 2, reader: 2, menu: 3 },
  },
  { command: 'mouse', keys: ['M'], in: PANES, section: 'program' },
  { command: 'redraw', keys: ['ctrl-l'], in: [...ROWS, ...BOXES], section: 'program' },
  { command: 'redraw', keys: ['r', 'R'], in: ROWS },
  { command: 'suspend', keys: ['ctrl-z'], in: [...ROWS, ...BOXES], section: 'program' },
  { command: 'leave', keys: ['q', 'Z'], in: PANES, section: 'program', hint: { list: 5 } },
  { command: 'quit', keys: ['ctrl-c'], in: [...ROWS, ...BOXES], section: 'program' },
  { command: 'quit', keys: ['Q'], in: ROWS },

  { command: 'accept', keys: ['enter'], in: BOXES, hint: { search: 0 } },
  { command: 'cancel', keys: ['escape', 'ctrl-g'], in: BOXES, hint: { search: 3, find: 1, filter: 1 } },
  { command: 'suggestion', keys: ['tab'], in: ['search'] },
  { command: 'down', keys: ['down', 'ctrl-n', 'ctrl-j'], in: BOXES, hint: { search: 1, find: 0 } },
  { command: 'up', keys: ['up', 'ctrl-p'], in: BOXES },
  { command: 'pageDown', keys: ['pagedown'], in: ['search', 'filter'] },
  { command: 'pageUp', keys: ['pageup'], in: ['search', 'filter'] },
  { command: 'choose', keys: ['enter', 'l', 'right'], in: ['menu'], hint: { menu: 0 } },
  {
    command: 'cancel',
    keys: ['escape', 'q', 't', 'h', 'left', 'backspace', 'ctrl-g'],
    in: ['menu'],
    hint: { menu: 2 },
  },
  { command: 'search', keys: ['/'], in: ['help', 'menu'], hint: { help: 0, menu: 1 } },
  {
    command: 'cancel',
    keys: ['escape', 'q', '?', 'f1', 'h', 'left', 'backspace', 'ctrl-g'],
    in: ['help'],
    hint: { help: 1 },
  },

  { command: 'fieldLeft', keys: ['left', 'ctrl-b'], in: BOXES },
  { command: 'fieldRight', keys: ['right', 'ctrl-f'], in: BOXES },
  { command: 'fieldWordLeft', keys: ['alt-b', 'ctrl-left', 'alt-left'], in: BOXES },
  { command: 'fieldWordRight', keys: ['alt-f', 'ctrl-right', 'alt-right'], in: BOXES },
  { command: 'fieldStart', keys: ['home', 'ctrl-a'], in: BOXES },
  { command: 'fieldEnd', keys: ['end', 'ctrl-e'], in: BOXES },
  { command: 'fieldDeleteBack', keys: ['backspace'], in: BOXES },
  { command: 'fieldDeleteForward', keys: ['delete', 'ctrl-d'], in: BOXES },
  { command: 'fieldDeleteWord', keys: ['ctrl-w', 'alt-backspace'], in: BOXES },
  { command: 'fieldDeleteWordForward', keys: ['alt-d'], in: BOXES },
  { command: 'fieldDeleteToStart', keys: ['ctrl-u'], in: BOXES },
  { command: 'fieldDeleteToEnd', keys: ['ctrl-k'], in: BOXES },
];

const table = new Map<string, Command>();
for (const binding of bindings) {
  for (const context of binding.in) {
    for (const key of binding.keys) table.set(`${context} ${key}`, binding.command);
  }
}

/** The command a key means where the keys now go; undefined for a key that means nothing there. */
export const commandFor = (context: Context, key: string): Command | undefined =>
  table.get(`${context} ${key}`);

/** Whether typed characters go into a box. */
export const isBox = (context: Context): boolean => (BOXES as readonly Context[]).includes(context);

/** The bindings the status line may offer in a context, the most useful first. */
export const hintsFor = (context: Context): readonly Binding[] =>
  bindings
    .filter((binding) => binding.hint?.[context] !== undefined)
    .sort((a, b) => a.hint![context]! - b.hint![context]!);
