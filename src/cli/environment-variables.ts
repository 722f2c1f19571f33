import { posix, win32 } from 'node:path';
import type { Storage, Variables } from '../commands/environment.ts';
import type { ColorDepth } from '../style/color.ts';

/** By what is in them: the variable that says where folders of that kind are, and where in the home folder they are without it. */
export const BASE_FOLDERS = {
  config: ['XDG_CONFIG_HOME', '.config'],
  state: ['XDG_STATE_HOME', '.local/state'],
  data: ['XDG_DATA_HOME', '.local/share'],
  cache: ['XDG_CACHE_HOME', '.cache'],
} as const;

/** The same on Windows, where the first variable is set by the system; those above come before. */
const WINDOWS_FOLDERS: Readonly<
  Record<keyof typeof BASE_FOLDERS, readonly [variable: string, fallback: string, name: string]>
> = {
  config: ['APPDATA', 'AppData/Roaming', 'kiosque'],
  state: ['LOCALAPPDATA', 'AppData/Local', 'kiosque/state'],
  data: ['APPDATA', 'AppData/Roaming', 'kiosque/data'],
  cache: ['LOCALAPPDATA', 'AppData/Local', 'kiosque/cache'],
};

/**
 * The folders for the program's own data, by the XDG Base Directory Specification 0.8, which tells programs to ignore
 * relative paths in the variables. `KIOSQUE_NO_CACHE` turns the cache off.
 *
 * @param isPrivate  whether nothing may be saved in them
 */
export function storageOf(
  env: Variables,
  home: string,
  isPrivate: boolean,
  platform: NodeJS.Platform = process.platform,
): Storage {
  const folder = (kind: keyof typeof BASE_FOLDERS): string => folderOf(kind, env, home, platform);
  return {
    state: isPrivate ? undefined : folder('state'),
    data: folder('data'),
    cache: env.KIOSQUE_NO_CACHE ? undefined : folder('cache'),
    readOnly: isPrivate,
  };
}

/** The folder of the settings, by the same specification. */
export const configFolder = (
  env: Variables,
  home: string,
  platform: NodeJS.Platform = process.platform,
): string => folderOf('config', env, home, platform);

function folderOf(
  kind: keyof typeof BASE_FOLDERS,
  env: Variables,
  home: string,
  platform: NodeJS.Platform,
): string {
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const [variable, fallback] = BASE_FOLDERS[kind];
  const base = env[variable];
  if (base && isAbsolute(base)) return join(base, 'kiosque');
  if (platform !== 'win32') return join(home, fallback, 'kiosque');
  const [system, below, name] = WINDOWS_FOLDERS[kind];
  return join(env[system] || join(home, below), name);
}

/** The controlling terminal, as a file. */
export const terminalPath = (platform: NodeJS.Platform = process.platform): string =>
  platform === 'win32' ? String.raw`\\.\CONIN$` : '/dev/tty';

/**
 * How many bits of color to print with. `--color always` and `never` decide first; then `FORCE_COLOR` (1, 2, 3 for 4, 8,
 * 24 bits, any other value for at least 4), then `NO_COLOR`, in the order in which Node itself reads them; empty variables
 * count as unset (no-color.org). Otherwise the kind of output decides, and what `TERM` and `COLORTERM` say of it.
 *
 * @param output  `styled` if it is no terminal but styled output was asked for
 */
export function colorDepthOf(
  option: 'auto' | 'always' | 'never',
  env: Variables,
  output: 'terminal' | 'plain' | 'styled',
  platform: NodeJS.Platform = process.platform,
): ColorDepth {
  if (option === 'never') return 0;
  // The consoles of Windows 10 and later have all colors, and set no TERM.
  const depth = platform === 'win32' && !env.TERM ? 24 : depthOfTerminal(env);
  const atLeast4 = depth === 0 ? 4 : depth;
  if (option === 'always') return atLeast4;
  const forced = env.FORCE_COLOR;
  if (forced) return FORCED[forced] ?? atLeast4;
  if (env.NO_COLOR || output === 'plain') return 0;
  return output === 'styled' ? atLeast4 : depth;
}

const FORCED: Readonly<Record<string, ColorDepth>> = { 0: 0, false: 0, 1: 4, 2: 8, 3: 24 };

function depthOfTerminal({ TERM = '', COLORTERM = '', STY }: Variables): ColorDepth {
  if (TERM === 'dumb' || TERM === '') return 0;
  // GNU screen hands on `COLORTERM` of the terminal that it runs in, but takes the parts of a 24-bit color for attributes.
  if (STY) return EIGHT_BITS.test(TERM) ? 8 : 4;
  if (/^(?:truecolor|24bit)$/i.test(COLORTERM) || /-direct$|kitty|ghostty|wezterm|alacritty|^foot/.test(TERM))
    return 24;
  return EIGHT_BITS.test(TERM) ? 8 : 4;
}

const EIGHT_BITS = /256(?:color)?$/;
