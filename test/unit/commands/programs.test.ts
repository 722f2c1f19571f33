import { describe, expect, it } from 'vitest';
import { editorCommand, openBrowser, withAddress } from '../../../src/commands/reader/programs.ts';

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

describe('a browser in the terminal', () => {
  const run = async (env: Record<string, string>, endings: Record<string, number | undefined>) => {
    const started: string[] = [];
    const { isOpen, missing = '' } = await openBrowser('https://a.org/', env, 'linux', async ([program]) => {
      started.push(program);
      return endings[program];
    });
    return `${started.join(' ')}: ${isOpen} ${missing}`.trimEnd();
  };

  it.each([
    ['has shown the page, or said why it cannot', { BROWSER: 'lynx' }, { lynx: 1 }, 'lynx: true'],
    ['may be missing', { BROWSER: 'lynx:w3m' }, { w3m: 0 }, 'lynx w3m: true'],
    [
      'is what the system chooses without a display',
      {},
      { 'sensible-browser': 0 },
      'xdg-open sensible-browser: true',
    ],
    [
      'may not be found by the system',
      {},
      { 'xdg-open': 3, 'sensible-browser': 1 },
      'xdg-open sensible-browser: false',
    ],
    [
      'is named if it is missing, though another opens',
      { BROWSER: 'lynx -x' },
      { 'xdg-open': 0 },
      'lynx xdg-open: true lynx',
    ],
    [
      'is named if it is missing, and no other opens',
      { BROWSER: 'lynx:w3m' },
      { 'xdg-open': 1, 'sensible-browser': 1 },
      'lynx w3m xdg-open sensible-browser: false lynx',
    ],
    ['may be meant on a display, too', { DISPLAY: ':0', BROWSER: 'w3m' }, { w3m: 0 }, 'w3m: true'],
  ])('%s', async (_, env, endings, expected) => {
    expect(await run(env, endings)).toBe(expected);
  });
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
