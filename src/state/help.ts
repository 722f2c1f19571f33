import { type Binding, bindings, type Section } from '../keys/bindings.ts';
import { keyLabel } from '../messages/keys.ts';
import { readerMessages } from '../messages/reader.ts';
import { commandMessages } from '../messages/reader-commands.ts';
import { fold } from '../unicode/slug.ts';
import { helpHeight, memoLast } from './selectors.ts';
import type { State } from './state.ts';

export type HelpRow =
  | { readonly kind: 'section'; readonly title: string }
  | {
      readonly kind: 'key';
      readonly keys: readonly string[];
      readonly names: readonly string[];
      readonly text: string;
      readonly where: string;
    }
  | { readonly kind: 'blank' };

const SECTIONS: readonly Section[] = ['move', 'read', 'search', 'article', 'view', 'program'];

/** The first row that is shown: as far down as was asked for, and no further than the last screen. */
export const helpTop = (state: State, wanted: number): number =>
  Math.max(0, Math.min(wanted, helpRows(state).length - helpHeight(state)));

/** The help, made of the table of keys: those rows that hold what was typed. */
export const helpRows = (state: State): readonly HelpRow[] =>
  rowsFor(state.language, state.overlay?.kind === 'help' ? state.overlay.filter.value : '');

const rowsFor = memoLast((language: State['language'], filter: string): readonly HelpRow[] => {
  const wanted = fold(filter.trim());
  const rows: HelpRow[] = [];
  for (const section of SECTIONS) {
    const keys = bindings
      .filter((binding) => binding.section === section)
      .map((binding) => rowOf(binding, language))
      .filter((row) =>
        fold(`${row.keys.join(' ')} ${row.names.join(' ')} ${row.text} ${row.where}`).includes(wanted),
      );
    if (keys.length === 0) continue;
    if (rows.length > 0) rows.push({ kind: 'blank' });
    rows.push({ kind: 'section', title: readerMessages[language].sections[section] }, ...keys);
  }
  return rows;
});

function rowOf(binding: Binding, language: State['language']): Extract<HelpRow, { kind: 'key' }> {
  const messages = readerMessages[language];
  const inList = binding.in.includes('list');
  const inReader = binding.in.includes('reader');
  return {
    kind: 'key',
    keys: binding.keys.map((key) => keyLabel(key, language)),
    names: binding.keys.map((key) => keyLabel(key, language, true)),
    text: commandMessages[language][binding.command],
    where: inList && !inReader ? messages.inList : inReader && !inList ? messages.inReader : '',
  };
}
