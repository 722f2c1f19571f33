import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Variables } from '../environment.ts';

/** Milliseconds after which a browser that still runs counts as started. */
const GRACE = 2_000;

/** Browsers that run in the terminal. */
const TEXT_BROWSERS: ReadonlySet<string> = new Set(
  'browsh carbonyl cha chawan elinks felinks links links2 lynx retawq w3m www-browser'.split(' '),
);

/** Programs that choose a browser: one that runs in the terminal where there is no graphical display. */
const CHOOSERS: ReadonlySet<string> = new Set(['xdg-open', 'sensible-browser', 'x-www-browser']);

/**
 * Opens an address in the browser that `BROWSER` or the system names, without a shell. The caller has checked the address:
 * its scheme must be http, https or mailto.
 *
 * @param runHere  runs a program in the terminal until it ends: see `runInTerminal`
 * @returns false if no browser could be started
 */
export async function openBrowser(
  url: string,
  env: Variables,
  platform: NodeJS.Platform,
  runHere: (command: readonly [string, ...string[]]) => Promise<number | string | undefined>,
): Promise<boolean> {
  const isGraphical = Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
  for (const [program, ...options] of browsers(env, platform)) {
    if (program === undefined) continue;
    const args = withAddress(options, url);
    const name = basename(program);
    // The user has seen the page, or why there is none.
    if (TEXT_BROWSERS.has(name)) {
      if ((await runHere([program, ...args])) !== undefined) return true;
    } else if (CHOOSERS.has(name) && !isGraphical) {
      if ((await runHere([program, ...args])) === 0) return true;
    } else if (await starts(program, args)) return true;
  }
  return false;
}

/** The arguments of a browser: the address takes the place of `%s`, as in other programs that read `BROWSER`. */
export function withAddress(options: readonly string[], url: string): readonly string[] {
  const placed = options.map((option) => option.replaceAll('%s', () => url));
  return options.some((option) => option.includes('%s')) ? placed : [...options, url];
}

function browsers(env: Variables, platform: NodeJS.Platform): readonly (readonly string[])[] {
  const own = (env.BROWSER ?? '').split(':').filter(Boolean).map(words);
  if (platform === 'darwin') return [...own, ['open']];
  if (platform === 'win32') return [...own, ['explorer.exe']];
  return [...own, ['xdg-open'], ['wslview'], ['sensible-browser']];
}

function starts(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true });
    const timer = setTimeout(() => resolve(true), GRACE);
    const settle = (started: boolean): void => {
      clearTimeout(timer);
      resolve(started);
    };
    child.on('error', () => settle(false));
    child.on('exit', (code) => settle(code === 0));
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

/** The command that opens a file at a line (from 1) in the user's editor, and waits until it is closed. */
export function editorCommand(path: string, line: number, env: Variables): readonly [string, ...string[]] {
  const [program = 'vi', ...options] = words(env.VISUAL || env.EDITOR || 'vi');
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

/** The words of a command line in `VISUAL`, `EDITOR` or `BROWSER`; quotation marks keep blanks in a word. */
export function words(command: string): string[] {
  return [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}
