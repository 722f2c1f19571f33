import { keyLabel } from '../messages/key-labels.ts';
import type { Language } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { fold } from '../unicode/slug.ts';
import { cellWidth } from '../unicode/width.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { keysFor } from './command-keys.ts';
import type { CommandSpec, Keys } from './command-spec.ts';
import { type Command, commands, commandTable } from './command-table.ts';
import { geometryOf, memoLast, overlayField, pageWidth } from './selectors.ts';
import type { Context, State } from './state.ts';

/**
 * `keys` and `line` are as drawn; what does not fit is on further rows, of kind `more`. `names` are all keys as spelt out
 * for a screen reader, `text` is what they do, and `where` the place they are limited to, or empty.
 */
export type HelpRow = Readonly<
  | { kind: 'section'; title: string }
  | { kind: 'key'; keys: string; line: string; names: readonly string[]; text: string; where: string }
  | { kind: 'more'; keys: string; line: string }
  | { kind: 'blank' }
>;

/** The widest column of keys, in cells. */
const MAX_KEYS_WIDTH = 24;
/** The narrowest help that has a column of places. */
const MIN_WIDTH_WITH_PLACE = 44;
/** Blank cells between two keys, and after the column of keys. */
const GAP = '  ';

/** The width of the column of keys in a help of `width` cells. */
export const keysWidth = (width: number): number => Math.min(MAX_KEYS_WIDTH, Math.floor(width * 0.4));

/** True if a help of `width` cells has a column of places; a narrower one has them after the texts. */
export const hasPlaces = (width: number): boolean => width >= MIN_WIDTH_WITH_PLACE;

/** The rows of the help that contain the filter. */
export function helpRows(state: State): readonly HelpRow[] {
  const width = pageWidth(geometryOf(state).reader?.width ?? state.size.columns);
  return helpRowsFor(state.language, fold(overlayField(state).value.trim()), width, state.configured);
}

const helpRowsFor = memoLast(
  (
    language: Language,
    filter: string,
    width: number,
    configured: State['configured'],
  ): readonly HelpRow[] => {
    const sections = Object.entries(readerMessages[language].sections) as [
      keyof typeof commandTable,
      string,
    ][];
    const rows = sections.flatMap(([section, title]): HelpRow[] => {
      const found = (Object.keys(commandTable[section]) as Command[]).flatMap((name) =>
        commandRows(boundCommand(name, configured), language, filter, width),
      );
      return found.length === 0 ? [] : [{ kind: 'blank' }, { kind: 'section', title }, ...found];
    });
    return rows.slice(1);
  },
);

/** A command with the keys that the user has bound it to. */
export function boundCommand(name: Command, configured: Pick<State['configured'], 'keymap'>): CommandSpec {
  const { sequences, ...command } = commands[name];
  const keys = keysFor({ configured }, name);
  return keys === command.keys ? commands[name] : { ...command, keys };
}

/** The rows of a command; none if they do not contain the filter. */
function commandRows(command: CommandSpec, language: Language, filter: string, width: number): HelpRow[] {
  const { keys, help } = command;
  const all = keysOf(command);
  if (all.length === 0) return [];
  const labels = all.map((key) => keyLabel(key, language));
  const names = all.map((key) => keyLabel(key, language, true));
  const text = help[language];
  const where = placeOf(keys, language);
  if (!fold([...labels, ...names, text, where].join(' ')).includes(filter)) return [];
  const keyLines = packed(labels, keysWidth(width) - GAP.length);
  const lines = textLines(text, where, width);
  const more = Math.max(keyLines.length, lines.length) - 1;
  const rowAt = (index: number) => ({ keys: keyLines[index] ?? '', line: lines[index] ?? '' });
  return [
    { kind: 'key', ...rowAt(0), names, text, where },
    ...Array.from({ length: more }, (_, index): HelpRow => ({ kind: 'more', ...rowAt(index + 1) })),
  ];
}

/** What keys do, in the lines that it has in a help of `width` cells. */
function textLines(text: string, where: string, width: number): readonly string[] {
  const room = width - keysWidth(width);
  if (where === '') return wrapWords(text, room);
  return hasPlaces(width)
    ? wrapWords(text, room - cellWidth(where) - GAP.length)
    : wrapWords(`${text} (${where})`, room);
}

/** Where keys work, if they are limited to one of the panes, or to one thing that is open over them; else empty. */
export function placeOf(keys: Keys, language: Language): string {
  const places: Partial<Record<Context, string>> = readerMessages[language].places;
  const contexts = (Object.keys(keys) as Context[]).filter((context) => keys[context]!.length > 0);
  const panes = contexts.filter((context) => context === 'list' || context === 'reader');
  const [only, ...others] = panes.length > 0 ? panes : contexts;
  return (only && others.length === 0 && places[only]) || '';
}

/** The keys of a command in any context, and the sequences of keys that do the same. */
export function keysOf({ keys, sequences = [] }: CommandSpec): readonly string[] {
  const [first, ...others] = new Set(Object.values(keys).flat());
  return first === undefined ? [] : [first, ...sequences, ...others];
}

/** Labels in rows of at most `cells` cells, at least one in each. */
function packed(labels: readonly string[], cells: number): string[] {
  const rows: string[] = [];
  for (const label of labels) {
    const longer = rows.length === 0 ? label : `${rows.at(-1)}${GAP}${label}`;
    if (rows.length > 0 && cellWidth(longer) <= cells) rows[rows.length - 1] = longer;
    else rows.push(label);
  }
  return rows;
}
