import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandFor, hintsFor } from '../../../src/keys/bindings.ts';
import { keyNamed } from '../../../src/keys/key-names.ts';
import { keymapOf } from '../../../src/keys/keymap.ts';
import { PRESETS } from '../../../src/keys/presets.ts';
import { problemText } from '../../../src/settings/problem-text.ts';
import { settingOf } from '../../../src/settings/table.ts';
import { type Command, commands } from '../../../src/state/command-table.ts';
import { helpRows } from '../../../src/state/help-rows.ts';
import type { Desk } from '../../support/reader.ts';
import { filled } from '../../support/screens.ts';

type Preset = Parameters<typeof keymapOf>[0];

const made = (keys: Readonly<Record<string, string | readonly string[]>>, preset: Preset = 'standard') =>
  keymapOf(
    preset,
    new Map(
      Object.entries(keys).map(([name, value], index) => [
        name,
        {
          value: typeof value === 'string' ? [value] : value,
          source: { kind: 'file', file: 'c.toml', line: index + 1 } as const,
        },
      ]),
    ),
  );

const problemsOf = (...args: Parameters<typeof made>): string[] =>
  made(...args).problems.map((problem) => problemText(problem, 'en'));

/** A reader with these keys. */
function desk(...args: Parameters<typeof made>): Desk {
  const reading = filled('en');
  const { configured } = reading.state;
  return reading.act({ type: 'configured', configured: { ...configured, keymap: made(...args).keymap } });
}

describe('a key', () => {
  it.each([
    ['j', 'j'],
    ['J', 'J'],
    ['shift-j', 'J'],
    ['Ctrl-X', 'ctrl-x'],
    ['C-x', 'ctrl-x'],
    ['M-v', 'alt-v'],
    ['M-<', 'alt-<'],
    ['ctrl+alt+x', 'ctrl-alt-x'],
    ['PgUp', 'pageup'],
    ['Esc', 'escape'],
    ['Shift-Tab', 'shift-tab'],
    ['ctrl-space', 'ctrl-space'],
    ['F12', 'f12'],
    ['é', 'é'],
    ['-', '-'],
    ['ctrl-]', 'ctrl-]'],
    ['alt--', 'alt--'],
  ])('%s is %s', (text, name) => expect(keyNamed(text)).toEqual({ kind: 'key', name }));

  it.each(['', 'jj', 'f13', 'ctrl-1', 'hyper-x', 'ctrl-', '\x1b', ' '])('%j is none', (text) =>
    expect(keyNamed(text)).toEqual({ kind: 'unknown' }),
  );

  it('is named as terminals send it', () => {
    expect(keyNamed('ctrl-i')).toEqual({ kind: 'same', as: 'tab' });
    expect(keyNamed('Ctrl-M')).toEqual({ kind: 'same', as: 'enter' });
  });
});

describe('bound keys', () => {
  it('replace the default keys of a command in every context that has some', () => {
    const { state } = desk({ star: 'ctrl-x s', down: ['n', 'down'] });
    expect(commandFor(state, 'list', 'ctrl-x s')).toBe('star');
    expect(commandFor(state, 'list', '*')).toBeUndefined();
    expect(commandFor(state, 'menu', 'n')).toBe('down');
    expect(commandFor(state, 'reader', 'j')).toBeUndefined();
    // In a box, n is typed.
    expect(commandFor(state, 'search', 'n')).toBeUndefined();
    expect(commandFor(state, 'search', 'down')).toBe('down');
  });

  it('may be sequences, of which the status line shows the beginning', () => {
    const reading = desk({ last: 'g e', first: 'g g' });
    reading.type('g');
    expect(reading.screen.at(-1)).toContain('g…');
    reading.type('e');
    expect(reading.state.list.row).toBeGreaterThan(0);
    expect(reading.screen.at(-1)).not.toContain('g…');
    reading.type('gg');
    expect(reading.state.list.row).toBe(0);
    // A key that does not go on ends the sequence, and does nothing itself.
    reading.type('gj');
    expect(reading.state.list.row).toBe(0);
    expect(reading.state.pending).toBe('');
    reading.type('2gg');
    expect(reading.state.list.row).toBe(1);
  });

  it('are those that the hints and the help show', () => {
    const reading = desk({ help: 'ctrl-x h', search: 's' });
    const hints = hintsFor(reading.state);
    expect(hints.find(({ command }) => command === 'help')?.key).toBe('ctrl-x h');
    reading.type('\x18h');
    expect(reading.state.overlay?.kind).toBe('help');
    const rows = helpRows(reading.state).filter((row) => row.kind === 'key');
    expect(rows.find(({ text }) => text === commands.search.help.en)?.names).toEqual(['s']);
    expect(rows.find(({ text }) => text === commands.help.help.en)?.names).toEqual(['Ctrl-x h']);
  });

  it('leave a way out: Ctrl-c quits and Esc closes, whatever is bound', () => {
    const { state } = desk({ quit: 'Q', cancel: 'ctrl-g' });
    for (const context of ['list', 'reader', 'search', 'note'] as const)
      expect(commandFor(state, context, 'ctrl-c')).toBe('quit');
    for (const context of ['search', 'menu', 'help', 'select'] as const)
      expect(commandFor(state, context, 'escape')).toBe('cancel');
  });

  it('may be none', () => {
    const reading = desk({ toggleRead: [] });
    expect(commandFor(reading.state, 'list', 'm')).toBeUndefined();
    const rows = helpRows(reading.type('?').state);
    expect(rows.some((row) => row.kind === 'key' && row.text === commands.toggleRead.help.en)).toBe(false);
  });

  it('are told to be wrong: no command, no key, a digit, a clash, a command without keys', () => {
    expect(
      problemsOf({
        fisrt: 'x',
        last: ['ctrl-i', 'jj'],
        sort: '5',
        star: 'x',
        toggleRead: 'x',
        figures: 'x y',
        down: ['n', 'down'],
        up: ['escape', 'up'],
      }),
    ).toEqual([
      'c.toml:1: no command is called “fisrt” (did you mean first?)',
      'c.toml:2: keys.last: terminals do not tell ctrl-i from tab; use tab',
      'c.toml:2: keys.last: there is no key “jj”; keys are written like j, J, space, up, f1, ctrl-x, alt-x, shift-tab',
      'c.toml:3: keys.sort: “5” cannot be a command: digits count, as in 5j',
      'c.toml:4: keys.star: “x” was the only key of removeAnnotation, which has none now; give it another',
      'c.toml:5: keys.toggleRead: “x” is taken by star, which keeps it',
      'c.toml:6: keys.figures: “x y” is taken by star, which keeps it',
      'c.toml:7: keys.down: “n” was the only key of nextMatch, which has none now; give it another',
      'c.toml:8: keys.up: “escape” is taken by cancel, which keeps it',
    ]);
  });
});

it('is no map of its own where nothing is bound', () => {
  expect(made({})).toEqual({ keymap: new Map(), problems: [] });
});

describe('the presets', () => {
  it('are those of the setting', () => {
    expect(Object.keys(PRESETS)).toEqual([...settingOf('keys.preset').choices]);
  });

  it.each(Object.keys(PRESETS) as Preset[])('%s: has no clash, and a key for every command', (preset) => {
    const { state } = desk({}, preset);
    const bound = Object.entries(PRESETS[preset]) as [Command, readonly string[]][];
    // As if a user had bound them: then clashes are told.
    const { problems } = made(Object.fromEntries(bound));
    expect(problems.filter(({ kind }) => kind !== 'keyless')).toEqual([]);
    const rows = helpRows(filled('en').type('?').state).filter((row) => row.kind === 'key');
    const help = helpRows({
      ...state,
      overlay: { kind: 'help', top: 0, field: { value: '', cursor: 0 }, typing: false, previous: undefined },
    });
    const texts = help.flatMap((row) => (row.kind === 'key' ? [row.text] : []));
    expect(rows.map(({ text }) => text).filter((text) => !texts.includes(text))).toEqual([]);
  });

  it('may be changed by single keys', () => {
    const { state } = desk({ first: '^' }, 'vim');
    expect(commandFor(state, 'list', '^')).toBe('first');
    expect(commandFor(state, 'list', 'g g')).toBeUndefined();
    expect(commandFor(state, 'list', 'Z Q')).toBe('quit');
  });
});

it('makes of any keys a map in which no sequence begins another', () => {
  const name = fc.constantFrom(...(Object.keys(commands) as Command[]), 'nonsense');
  const key = fc.oneof(
    fc.constantFrom('g', 'x', 'ctrl-x', 'escape', 'ctrl-c', 'space', '5', ''),
    fc.string(),
  );
  const keys = fc.array(
    fc.array(key, { maxLength: 3 }).map((each) => each.join(' ')),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(
      fc.dictionary(name, keys, { maxKeys: 6 }),
      fc.constantFrom(...settingOf('keys.preset').choices),
      (bound, preset) => {
        const { state } = desk(bound, preset);
        expect(commandFor(state, 'list', 'ctrl-c')).toBe('quit');
        expect(commandFor(state, 'search', 'escape')).toBe('cancel');
        for (const [, contexts] of state.configured.keymap)
          for (const [context, sequences] of Object.entries(contexts))
            for (const sequence of sequences) {
              const parts = sequence.split(' ');
              for (let length = 1; length < parts.length; length += 1)
                expect(commandFor(state, context as never, parts.slice(0, length).join(' '))).toBeUndefined();
            }
      },
    ),
  );
});
