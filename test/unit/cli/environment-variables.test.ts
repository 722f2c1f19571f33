import { describe, expect, it } from 'vitest';
import {
  colorDepthOf,
  configFolder,
  storageOf,
  terminalPath,
} from '../../../src/cli/environment-variables.ts';

describe('storageOf', () => {
  it('uses XDG variables with absolute paths, or else the home folder', () => {
    const env = { XDG_STATE_HOME: '/state', XDG_CACHE_HOME: 'relative' };
    expect(storageOf(env, '/home/ada', false)).toEqual({
      state: '/state/kiosque',
      data: '/home/ada/.local/share/kiosque',
      cache: '/home/ada/.cache/kiosque',
      readOnly: false,
    });
    expect(storageOf({}, '/home/ada', false).state).toBe('/home/ada/.local/state/kiosque');
  });

  it('makes storage read-only in a private session', () => {
    expect(storageOf({}, '/home/ada', true)).toEqual({
      state: undefined,
      data: '/home/ada/.local/share/kiosque',
      cache: '/home/ada/.cache/kiosque',
      readOnly: true,
    });
  });
});

describe('on Windows', () => {
  const system = {
    APPDATA: String.raw`C:\Users\Ada\AppData\Roaming`,
    LOCALAPPDATA: String.raw`D:\Local`,
  };
  const HOME = String.raw`C:\Users\Ada`;

  it('the folders are those of the system', () => {
    expect(storageOf(system, HOME, false, 'win32')).toEqual({
      state: String.raw`D:\Local\kiosque\state`,
      data: String.raw`C:\Users\Ada\AppData\Roaming\kiosque\data`,
      cache: String.raw`D:\Local\kiosque\cache`,
      readOnly: false,
    });
    expect(configFolder(system, HOME, 'win32')).toBe(String.raw`C:\Users\Ada\AppData\Roaming\kiosque`);
  });

  it('the folders are in the home folder without the variables, and follow those of XDG', () => {
    expect(configFolder({}, HOME, 'win32')).toBe(String.raw`C:\Users\Ada\AppData\Roaming\kiosque`);
    expect(storageOf({}, HOME, false, 'win32').cache).toBe(
      String.raw`C:\Users\Ada\AppData\Local\kiosque\cache`,
    );
    const own = { ...system, XDG_CONFIG_HOME: String.raw`E:\config` };
    expect(configFolder(own, HOME, 'win32')).toBe(String.raw`E:\config\kiosque`);
    expect(configFolder({ ...system, XDG_CONFIG_HOME: 'config' }, HOME, 'win32')).toBe(
      String.raw`C:\Users\Ada\AppData\Roaming\kiosque`,
    );
  });

  it('a terminal has all colors, and is a file of the console', () => {
    expect(colorDepthOf('auto', {}, 'terminal', 'win32')).toBe(24);
    expect(colorDepthOf('auto', {}, 'plain', 'win32')).toBe(0);
    expect(colorDepthOf('auto', { NO_COLOR: '1' }, 'terminal', 'win32')).toBe(0);
    expect(colorDepthOf('auto', { TERM: 'xterm' }, 'terminal', 'win32')).toBe(4);
    expect(terminalPath('win32')).toBe(String.raw`\\.\CONIN$`);
    expect(terminalPath('linux')).toBe('/dev/tty');
  });
});

describe('colorDepthOf', () => {
  const xterm = { TERM: 'xterm-256color' };
  it.each([
    ['a terminal', 'auto', xterm, 'terminal', 8],
    ['a 24-bit terminal', 'auto', { ...xterm, COLORTERM: 'truecolor' }, 'terminal', 24],
    ['a basic terminal', 'auto', { TERM: 'xterm' }, 'terminal', 4],
    ['a dumb terminal', 'auto', { TERM: 'dumb', COLORTERM: 'truecolor' }, 'terminal', 0],
    ['GNU screen', 'auto', { TERM: 'screen', COLORTERM: 'truecolor', STY: '1.tty' }, 'terminal', 4],
    ['GNU screen, named', 'auto', { ...xterm, COLORTERM: 'truecolor', STY: '1.tty' }, 'terminal', 8],
    ['GNU screen that knows more', 'auto', { ...xterm, FORCE_COLOR: '3', STY: '1.tty' }, 'terminal', 24],
    ['an unnamed terminal', 'auto', {}, 'terminal', 0],
    ['a pipe', 'auto', xterm, 'plain', 0],
    ['styled output in a pipe', 'auto', {}, 'styled', 4],
    ['NO_COLOR', 'auto', { ...xterm, NO_COLOR: '1' }, 'terminal', 0],
    ['NO_COLOR and styled output', 'auto', { ...xterm, NO_COLOR: '1' }, 'styled', 0],
    ['an empty NO_COLOR', 'auto', { ...xterm, NO_COLOR: '' }, 'terminal', 8],
    ['FORCE_COLOR in a pipe', 'auto', { FORCE_COLOR: '1' }, 'plain', 4],
    ['FORCE_COLOR=3', 'auto', { FORCE_COLOR: '3' }, 'plain', 24],
    ['FORCE_COLOR=0', 'auto', { ...xterm, FORCE_COLOR: '0' }, 'terminal', 0],
    ['FORCE_COLOR=true', 'auto', { ...xterm, FORCE_COLOR: 'true' }, 'plain', 8],
    ['FORCE_COLOR and NO_COLOR', 'auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, 'plain', 4],
    ['--color never', 'never', { ...xterm, FORCE_COLOR: '3' }, 'terminal', 0],
    ['--color always on a dumb terminal', 'always', { TERM: 'dumb', NO_COLOR: '1' }, 'plain', 4],
    ['--color always', 'always', xterm, 'plain', 8],
  ] as const)('is right for %s', (_, option, env, output, depth) => {
    expect(colorDepthOf(option, env, output)).toBe(depth);
  });
});
