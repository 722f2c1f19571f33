import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { CommandLine } from '../../settings/table.ts';
import { shellWords } from '../../unicode/shell-words.ts';
import type { Variables } from '../environment.ts';

/** Milliseconds after which a browser that still runs counts as started. */
const GRACE = 2_000;

/** Browsers that run in the terminal. */
const TEXT_BROWSERS: ReadonlySet<string> = new Set(
  'browsh carbonyl cha chawan elinks felinks links links2 lynx retawq w3m www-browser'.split(' '),
);

/** Programs that choose a browser: one that runs in the terminal where there is no graphical display. */
const CHOOSERS: ReadonlySet<string> = new Set(['xdg-open', 'sensible-browser', 'x-www-browser']);

/** How a program that should open something ended: `missing` if there is no such program. */
type Ending = 'opened' | 'failed' | 'missing';

/** True if a browser was started; `missing` is the first program that `BROWSER` names, if it names none that there is. */
export interface Opening {
  readonly isOpen: boolean;
  readonly missing?: string;
}

/**
 * Opens an address in the browser that `BROWSER` or the system names, without a shell. The caller has checked the address:
 * its scheme must be http, https or mailto.
 *
 * @param runHere  runs a program in the terminal until it ends: see `runInTerminal`
 * @param own  the program of the settings, which comes before that of `BROWSER`
 */
export async function openBrowser(
  url: string,
  env: Variables,
  platform: NodeJS.Platform,
  runHere: (command: readonly [string, ...string[]]) => Promise<number | string | undefined>,
  own?: CommandLine,
): Promise<Opening> {
  const isGraphical = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
  const tryOne = async ([program = '', ...options]: readonly string[]): Promise<Ending> => {
    const args = withAddress(options, url);
    const name = basename(program);
    const isText = TEXT_BROWSERS.has(name);
    if (!isText && (isGraphical || !CHOOSERS.has(name))) return starts(program, args);
    const ending = await runHere([program, ...args]);
    if (ending === undefined) return 'missing';
    // The user has seen the page in a text browser, or why there is none.
    return isText || ending === 0 ? 'opened' : 'failed';
  };
  const preferred = own ? [own] : ownBrowsers(env);
  let isMissing = true;
  for (const command of preferred) {
    const ending = await tryOne(command);
    if (ending === 'opened') return { isOpen: true };
    isMissing &&= ending === 'missing';
  }
  const [program] = preferred[0] ?? [];
  const named = isMissing && program !== undefined ? { missing: program } : {};
  for (const command of systemBrowsers(platform))
    if ((await tryOne(command)) === 'opened') return { isOpen: true, ...named };
  return { isOpen: false, ...named };
}

/** The arguments of a browser: the address takes the place of `%s`, as in other programs that read `BROWSER`. */
export function withAddress(options: readonly string[], url: string): readonly string[] {
  const placed = options.map((option) => option.replaceAll('%s', () => url));
  return options.some((option) => option.includes('%s')) ? placed : [...options, url];
}

/** The commands that `BROWSER` names, each with its options. */
const ownBrowsers = ({ BROWSER = '' }: Variables): readonly (readonly string[])[] =>
  BROWSER.split(':')
    .map(shellWords)
    .filter(({ length }) => length > 0);

function systemBrowsers(platform: NodeJS.Platform): readonly (readonly string[])[] {
  if (platform === 'darwin') return [['open']];
  if (platform === 'win32') return [['explorer.exe']];
  return [['xdg-open'], ['wslview'], ['sensible-browser']];
}

function starts(program: string, args: readonly string[]): Promise<Ending> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve('opened'), GRACE);
    const settle = (ending: Ending): void => {
      clearTimeout(timer);
      resolve(ending);
    };
    child.on('error', () => settle('missing'));
    child.on('exit', (code) => settle(code === 0 ? 'opened' : 'failed'));
    child.unref();
    timer.unref();
  });
}

/** Options of editors that take `PATH:LINE`; others take `+LINE PATH`. */
const EDITORS: Readonly<Record<string, readonly string[]>> = {
  code: ['--wait', '--goto'],
  codium: ['--wait', '--goto'],
  cursor: ['--wait', '--goto'],
  hx: [],
  helix: [],
  subl: ['--wait'],
  zed: ['--wait'],
};

/**
 * The command that opens a file at a line (from 1) in the user's editor, and waits until it is closed.
 *
 * @param editor  that of the settings, which comes before that of `VISUAL` or `EDITOR`
 */
export function editorCommand(
  path: string,
  line: number,
  env: Variables,
  editor?: CommandLine,
): readonly [string, ...string[]] {
  const [program = 'vi', ...options] = editor ?? shellWords(env.VISUAL || env.EDITOR || 'vi');
  const name = basename(program).replace(/\.(?:exe|cmd)$/i, '');
  const own = Object.hasOwn(EDITORS, name) ? EDITORS[name] : undefined;
  if (!own) return [program, ...options, ...(line > 1 ? [`+${line}`] : []), path];
  return [program, ...options, ...own.filter((option) => !options.includes(option)), `${path}:${line}`];
}

/**
 * Runs a program in the terminal until it ends. The caller has given the terminal back before.
 *
 * @returns its exit code, or the name of the signal that ended it; undefined if it could not be run
 */
export function runInTerminal(
  [program, ...args]: readonly [string, ...string[]],
  streams: { readonly stdin: NodeJS.ReadStream; readonly cwd: string },
): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: [streams.stdin, 'inherit', 'inherit'], cwd: streams.cwd });
    child.on('error', () => resolve(undefined));
    child.on('exit', (code, signal) => resolve(code ?? signal ?? undefined));
  });
}

/**
 * Has a text edited in a file of its own.
 *
 * @param edit  opens a file in the editor until that is closed; false if it failed
 * @returns the text as it was left; as it was if the editor failed
 */
export async function editedText(text: string, edit: (path: string) => Promise<boolean>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kiosque-'));
  try {
    const path = join(folder, 'note.md');
    await writeFile(path, text, { mode: 0o600 });
    return (await edit(path)) ? await readFile(path, 'utf8') : text;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
