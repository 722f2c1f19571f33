import { describe, expect, it } from 'vitest';
import { bindings, type Context, commandFor, hintsFor, isBox } from '../../../src/keys/bindings.ts';
import { commandMessages } from '../../../src/messages/reader-commands.ts';

const contexts: readonly Context[] = ['list', 'reader', 'search', 'find', 'menu', 'help', 'filter'];

describe('bindings', () => {
  it('give a key one meaning in a context', () => {
    const seen = new Map<string, string>();
    for (const { command, keys, in: places } of bindings) {
      for (const place of places) {
        for (const key of keys) {
          expect(seen.get(`${place} ${key}`), `${key} in ${place}`).toBeUndefined();
          seen.set(`${place} ${key}`, command);
        }
      }
    }
  });

  it('reach every command, and say what each does in both languages', () => {
    const reached = new Set(bindings.map((binding) => binding.command));
    expect([...reached].sort()).toEqual(Object.keys(commandMessages.en).sort());
    expect(Object.keys(commandMessages.fr).sort()).toEqual(Object.keys(commandMessages.en).sort());
  });

  it('never take a letter, a digit or punctuation from a box one types into', () => {
    for (const context of contexts.filter(isBox)) {
      for (let code = 0x20; code < 0x7f; code++) {
        const key = code === 0x20 ? 'space' : String.fromCharCode(code);
        expect(commandFor(context, key), `${key} in ${context}`).toBeUndefined();
      }
    }
  });

  it('let one leave from everywhere', () => {
    for (const context of contexts) {
      expect(commandFor(context, 'ctrl-c')).toBe('quit');
      expect(commandFor(context, 'ctrl-z')).toBe('suspend');
      if (context !== 'list') expect(['cancel', 'back']).toContain(commandFor(context, 'escape'));
      expect(hintsFor(context).length).toBeGreaterThan(0);
    }
  });

  it.each<[Context, string, string]>([
    ['list', 'j', 'down'],
    ['list', 'enter', 'open'],
    ['list', 'q', 'leave'],
    ['list', 't', 'tags'],
    ['reader', 't', 'contents'],
    ['reader', 'q', 'leave'],
    ['reader', 'ctrl-d', 'halfDown'],
    ['reader', 'space', 'pageDown'],
    ['reader', 'J', 'nextArticle'],
    ['reader', '/', 'find'],
    ['search', 'down', 'down'],
    ['search', 'ctrl-u', 'fieldDeleteToStart'],
  ])('in the %s, %s means %s', (context, key, command) => {
    expect(commandFor(context, key)).toBe(command);
  });

  it('leave other keys alone', () => {
    expect(commandFor('list', 'f5')).toBeUndefined();
    expect(commandFor('reader', 'alt-q')).toBeUndefined();
  });
});
