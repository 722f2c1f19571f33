import { describe, expect, it } from 'vitest';
import { colourDepthOf, foldersOf } from '../../../src/commands/environment.ts';

describe('folders', () => {
  it('follow XDG variables that are absolute, and the home folder otherwise', () => {
    const env = { XDG_STATE_HOME: '/state', XDG_CACHE_HOME: 'relative' };
    expect(foldersOf(env, '/home/ada')).toEqual({
      state: '/state/kiosque',
      cache: '/home/ada/.cache/kiosque',
    });
    expect(foldersOf({}, '/home/ada').state).toBe('/home/ada/.local/state/kiosque');
  });
});

describe('colour depth', () => {
  const xterm = { TERM: 'xterm-256color' };
  it.each([
    ['a terminal', 'auto', xterm, true, 8],
    ['a 24-bit terminal', 'auto', { ...xterm, COLORTERM: 'truecolor' }, true, 24],
    ['a plain terminal', 'auto', { TERM: 'xterm' }, true, 4],
    ['a dumb terminal', 'auto', { TERM: 'dumb', COLORTERM: 'truecolor' }, true, 0],
    ['an unnamed terminal', 'auto', {}, true, 0],
    ['a pipe', 'auto', xterm, false, 0],
    ['NO_COLOR', 'auto', { ...xterm, NO_COLOR: '1' }, true, 0],
    ['an empty NO_COLOR', 'auto', { ...xterm, NO_COLOR: '' }, true, 8],
    ['FORCE_COLOR in a pipe', 'auto', { FORCE_COLOR: '1' }, false, 4],
    ['FORCE_COLOR=3', 'auto', { FORCE_COLOR: '3' }, false, 24],
    ['FORCE_COLOR=0', 'auto', { ...xterm, FORCE_COLOR: '0' }, true, 0],
    ['FORCE_COLOR=true', 'auto', { ...xterm, FORCE_COLOR: 'true' }, false, 8],
    ['FORCE_COLOR over NO_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, false, 4],
    ['--color never', 'never', { ...xterm, FORCE_COLOR: '3' }, true, 0],
    ['--color always on a dumb terminal', 'always', { TERM: 'dumb', NO_COLOR: '1' }, false, 4],
    ['--color always', 'always', xterm, false, 8],
  ] as const)('%s', (_, option, env, isTerminal, depth) => {
    expect(colourDepthOf(option, env, isTerminal)).toBe(depth);
  });
});
