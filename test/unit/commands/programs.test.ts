import { describe, expect, it } from 'vitest';
import { editorCommand, withAddress } from '../../../src/commands/reader/programs.ts';

describe('the browser', () => {
  it.each([
    [[], ['https://a.org/$&']],
    [['--new'], ['--new', 'https://a.org/$&']],
    [
      ['--url=%s', '-x'],
      ['--url=https://a.org/$&', '-x'],
    ],
  ])('with %j gets the address', (options, expected) =>
    expect(withAddress(options, 'https://a.org/$&')).toEqual(expected),
  );
});

describe('the editor', () => {
  it.each([
    [{}, 1, ['vi', '/a.md']],
    [{ EDITOR: 'nano -w' }, 7, ['nano', '-w', '+7', '/a.md']],
    [{ EDITOR: 'nano', VISUAL: '/usr/bin/code --goto' }, 7, ['/usr/bin/code', '--goto', '--wait', '/a.md:7']],
    [{ EDITOR: 'hx' }, 7, ['hx', '/a.md:7']],
  ])('of %j at line %i', (env, line, expected) =>
    expect(editorCommand('/a.md', line, env)).toEqual(expected),
  );
});
