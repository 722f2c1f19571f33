import { describe, expect, it } from 'vitest';
import { keymapOf } from '../../../src/keys/keymap.ts';
import { LANGUAGES } from '../../../src/messages/locale.ts';
import { markMessages } from '../../../src/messages/marks.ts';
import { readerMessages } from '../../../src/messages/reader.ts';
import { withKeys } from '../../../src/panes/with-keys.ts';
import { commands } from '../../../src/state/command-table.ts';
import { filled } from '../../support/screens.ts';

const source = { kind: 'file', file: 'c.toml', line: 1 } as const;

describe('a text that names commands', () => {
  it('has their keys in place of them', () => {
    const { state } = filled('en');
    expect(withKeys('press {mouse}, {cancel}, {nothing} or {}', state)).toBe('press M, Esc, {nothing} or {}');
    expect(withKeys('{accept}', filled('fr').state)).toBe('Entrée');
  });

  it('has the keys that the user has bound them to', () => {
    const reading = filled('en');
    const { keymap } = keymapOf('standard', new Map([['mouse', { value: ['ctrl-x m'], source }]]));
    reading.act({ type: 'configured', configured: { ...reading.state.configured, keymap } });
    reading.type('\x18m');
    expect(reading.screen.at(-1)).toContain('press Ctrl-x m to take it back');
  });

  it.each(LANGUAGES)('names commands that there are, in %s', (language) => {
    const texts = JSON.stringify([readerMessages[language], markMessages[language]]);
    const named = Array.from(texts.matchAll(/(?<!\$)\{(\w+)\}/g), ([, name]) => name!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !Object.hasOwn(commands, name))).toEqual([]);
  });
});
