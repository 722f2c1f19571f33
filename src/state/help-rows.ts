import { keyLabel } from '../messages/key-labels.ts';
import type { Language } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { fold } from '../unicode/slug.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandTable } from './command-table.ts';
import { helpHeight, memoLast, overlayField } from './selectors.ts';
import type { State } from './state.ts';

/** `keys` are as drawn, `names` as spelt out for a screen reader; `where` is the pane it is limited to, or empty. */
export type HelpRow = Readonly<
  | { kind: 'section'; title: string }
  | { kind: 'key'; keys: readonly string[]; names: readonly string[]; text: string; where: string }
  | { kind: 'blank' }
>;

/** The rows of the help that contain the filter. */
export const helpRows = (state: State): readonly HelpRow[] =>
  helpRowsFor(state.language, fold(overlayField(state).value.trim()));

const helpRowsFor = memoLast((language: Language, filter: string): readonly HelpRow[] => {
  const sections = Object.entries(readerMessages[language].sections) as [keyof typeof commandTable, string][];
  const rows = sections.flatMap(([section, title]): HelpRow[] => {
    const found = Object.values<CommandSpec>(commandTable[section])
      .map((command) => helpRow(command, language))
      .filter(({ keys, names, text, where }) =>
        fold([...keys, ...names, text, where].join(' ')).includes(filter),
      );
    return found.length === 0 ? [] : [{ kind: 'blank' }, { kind: 'section', title }, ...found];
  });
  return rows.slice(1);
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
