import { keyLabel } from '../messages/keys.ts';
import type { Language } from '../messages/locale.ts';
import { type ReaderMessages, readerMessages } from '../messages/reader.ts';
import { type Command, commands } from '../state/commands.ts';
import { contextOf, helpHeight, memoLast } from '../state/selectors.ts';
import type { Context, State } from '../state/state.ts';
import { fold } from '../unicode/slug.ts';
import type { CommandSpec } from './command-spec.ts';

const entries = Object.entries(commands) as [Command, CommandSpec][];

const commandByKey = new Map(
  entries.flatMap(([command, { keys }]) =>
    Object.entries(keys).flatMap(([context, names]) =>
      names.map((name): [string, Command] => [`${context} ${name}`, command]),
    ),
  ),
);

/** The command bound to a key in a context, if any. */
export const commandFor = (context: Context, key: string): Command | undefined =>
  commandByKey.get(`${context} ${key}`);

type HintedCommand = {
  [Name in Command]: (typeof commands)[Name] extends Required<Pick<CommandSpec, 'hint'>> ? Name : never;
}[Command];

/** The commands that the status line offers, the most useful first. */
const HINTS: Readonly<Record<Context, readonly HintedCommand[]>> = {
  list: ['search', 'open', 'help', 'tags', 'sort', 'leave', 'star'],
  reader: ['follow', 'nextMatch', 'find', 'help', 'pageDown', 'contents', 'back', 'nextArticle'],
  search: ['accept', 'down', 'cancel'],
  find: ['down', 'cancel'],
  menu: ['choose', 'filter', 'cancel', 'help'],
  help: ['filter', 'cancel'],
  filter: ['cancel'],
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
    const { hint, keys, isUseful }: CommandSpec = commands[command];
    const key = keys[context]?.[0];
    if (!hint || key === undefined || isUseful?.(state) === false) return [];
    return [{ command, key, label: hint[state.language] }];
  });
}

export type HelpRow =
  | { readonly kind: 'section'; readonly title: string }
  | {
      readonly kind: 'key';
      /** The keys as drawn, and as spelt out for a screen reader. */
      readonly keys: readonly string[];
      readonly names: readonly string[];
      readonly text: string;
      /** The pane it is limited to, or empty. */
      readonly where: string;
    }
  | { readonly kind: 'blank' };

/** The rows of the help that contain the filter. */
export const helpRows = ({ language, overlay }: State): readonly HelpRow[] =>
  helpRowsFor(language, overlay?.kind === 'help' ? fold(overlay.filter.value.trim()) : '');

const helpRowsFor = memoLast((language: Language, filter: string): readonly HelpRow[] => {
  const { sections } = readerMessages[language];
  const rows: HelpRow[] = [];
  for (const section of Object.keys(sections) as (keyof ReaderMessages['sections'])[]) {
    const found = entries
      .filter(([, spec]) => spec.section === section)
      .map(([, spec]) => helpRow(spec, language))
      .filter(({ keys, names, text, where }) =>
        fold(`${keys.join(' ')} ${names.join(' ')} ${text} ${where}`).includes(filter),
      );
    if (found.length === 0) continue;
    if (rows.length > 0) rows.push({ kind: 'blank' });
    rows.push({ kind: 'section', title: sections[section] }, ...found);
  }
  return rows;
});

function helpRow({ keys, help }: CommandSpec, language: Language): Extract<HelpRow, { kind: 'key' }> {
  const { inList, inReader } = readerMessages[language];
  const names = Object.values(keys)[0] ?? [];
  return {
    kind: 'key',
    keys: names.map((key) => keyLabel(key, language)),
    names: names.map((key) => keyLabel(key, language, true)),
    text: help[language],
    where: keys.list && !keys.reader ? inList : keys.reader && !keys.list ? inReader : '',
  };
}

/** The nearest first row of the help that leaves no part of its screen empty. */
export const clampHelpTop = (state: State, top: number): number =>
  Math.max(0, Math.min(top, helpRows(state).length - helpHeight(state)));
