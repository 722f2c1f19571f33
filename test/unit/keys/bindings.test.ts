import { describe, expect, it } from 'vitest';
import { commandFor as commandIn, hintsFor } from '../../../src/keys/bindings.ts';
import { keyLabel } from '../../../src/messages/key-labels.ts';
import { type Command, commands } from '../../../src/state/command-table.ts';
import { helpRows } from '../../../src/state/help-rows.ts';
import { contextOf, isTextBox } from '../../../src/state/selectors.ts';
import type { Context } from '../../../src/state/state.ts';
import { filled, SCREENS } from '../../support/screens.ts';

const CONTEXTS: readonly Context[] = ['list', 'reader', 'search', 'find', 'menu', 'help', 'filter'];
/** The command of a key where no keys are bound by the user. */
const own = filled('en').state;
const commandFor = (context: Context, key: string) => commandIn(own, context, key);
const entries = (Object.keys(commands) as Command[]).map((name) => [name, commands[name]] as const);

describe('the table of commands', () => {
  it('binds each key to one command per context', () => {
    const seen = new Map<string, string>();
    for (const [command, { keys }] of entries) {
      for (const [context, names] of Object.entries(keys)) {
        for (const key of names) {
          expect(seen.get(`${context} ${key}`), `${key} in ${context}`).toBeUndefined();
          seen.set(`${context} ${key}`, command);
        }
      }
    }
  });

  it('gives every command a key and words in both languages', () => {
    for (const [command, { keys, help, hint }] of entries) {
      expect(Object.values(keys).flat(), command).not.toHaveLength(0);
      for (const text of [...Object.values(help), ...Object.values(hint ?? {})]) {
        expect(text, command).not.toBe('');
      }
    }
  });

  it('leaves letters, digits and punctuation to text boxes', () => {
    for (const context of CONTEXTS.filter(isTextBox)) {
      for (let code = 0x20; code < 0x7f; code++) {
        const key = code === 0x20 ? 'space' : String.fromCharCode(code);
        expect(commandFor(context, key), `${key} in ${context}`).toBeUndefined();
      }
    }
  });

  it('binds quit, suspend and a way back in every context', () => {
    for (const context of CONTEXTS) {
      expect(commandFor(context, 'ctrl-c')).toBe('quit');
      expect(commandFor(context, 'ctrl-z')).toBe('suspend');
      if (context !== 'list') expect(['cancel', 'back']).toContain(commandFor(context, 'escape'));
    }
  });

  it.each<[Context, string, string]>([
    ['list', 'j', 'down'],
    ['list', 'enter', 'open'],
    ['list', 'q', 'leave'],
    ['list', 't', 'filters'],
    ['reader', 't', 'contents'],
    ['reader', 'q', 'leave'],
    ['reader', 'ctrl-d', 'halfDown'],
    ['reader', 'space', 'pageDown'],
    ['reader', 'J', 'nextArticle'],
    ['reader', '/', 'find'],
    ['search', 'down', 'down'],
    ['search', 'ctrl-u', 'deleteToStart'],
  ])('in the %s, binds %s to %s', (context, key, command) => {
    expect(commandFor(context, key)).toBe(command);
  });

  it('leaves other keys unbound', () => {
    expect(commandFor('list', 'f5')).toBeUndefined();
    expect(commandFor('reader', 'alt-q')).toBeUndefined();
  });
});

describe('hints', () => {
  it.each(Object.entries(SCREENS))('offers keys that work on the screen "%s"', (_, bringUp) => {
    const { state } = bringUp(filled('en'));
    const hints = hintsFor(state);
    expect(hints.length).toBeGreaterThan(0);
    for (const { command, key } of hints) expect(commandFor(contextOf(state), key)).toBe(command);
  });
});

describe('the help', () => {
  it('lists every command once, with its keys', () => {
    const rows = helpRows(filled('en').type('?').state).filter((row) => row.kind === 'key');
    expect(rows.map(({ text }) => text).sort()).toEqual(entries.map(([, { help }]) => help.en).sort());
    expect(rows).toContainEqual({
      kind: 'key',
      keys: 'Ctrl-c  Q',
      line: 'quit',
      names: ['Ctrl-c', 'Q'],
      text: 'quit',
      where: '',
    });
  });

  it.each([20, 40, 80, 120])(
    'shows every key on a screen of %i columns, and what is typed twice or with a number',
    (columns) => {
      const desk = filled('en').resize(columns, 400).type('?');
      const shown = helpRows(desk.state).flatMap((row) => ('keys' in row ? row.keys.split('  ') : []));
      const labels = entries.flatMap(([, { keys }]) => Object.values(keys).flat());
      for (const key of [...labels, 'gg', 'ZZ']) expect(shown).toContain(keyLabel(key, 'en'));
      const screen = desk.screen.join('\n');
      for (const text of columns < 40 ? ['gg', 'Ctrl-w'] : ['gg', 'ZZ', 'Ctrl-w', '5j', '5g', '40%'])
        expect(screen).toContain(text);
    },
  );

  it('shows only the rows that contain the filter, accents aside', () => {
    const rows = helpRows(filled('fr').type('?/cesure').state);
    expect(rows).toEqual([
      { kind: 'section', title: 'Affichage' },
      { kind: 'key', keys: 'c', line: 'césure', names: ['c'], text: 'césure', where: 'lecture' },
    ]);
  });
});
