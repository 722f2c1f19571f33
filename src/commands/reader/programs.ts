import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Variables } from '../environment.ts';

/** Milliseconds after which a browser that still runs counts as started. */
const GRACE = 2_000;

/**
 * Opens an address in the browser that `BROWSER` or the system names, without a shell. Returns false if none could be
 * started. The caller has checked the address: its scheme must be http, https or mailto.
 */
export async function openBrowser(url: string, env: Variables, platform: NodeJS.Platform): Promise<boolean> {
  for (const [program, ...options] of browsers(env, platform)) {
    if (program !== undefined && (await starts(program, [...options, url]))) return true;
  }
  return false;
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

/** The command that opens a file at a line (from 1) in the user's editor. */
export function editorCommand(path: string, line: number, env: Variables): readonly [string, ...string[]] {
  const [program = 'vi', ...options] = words(env.VISUAL || env.EDITOR || 'vi');
  switch (basename(program).replace(/\.(?:exe|cmd)$/i, '')) {
    case 'code':
    case 'codium':
    case 'cursor':
      return [program, ...options, ...missing(options, '--wait'), '--goto', `${path}:${line}`];
    case 'hx':
    case 'helix':
    case 'subl':
    case 'zed':
      return [
        program,
        ...options,
        ...(program.endsWith('x') ? [] : missing(options, '--wait')),
        `${path}:${line}`,
      ];
    default:
      return line > 1 ? [program, ...options, `+${line}`, path] : [program, ...options, path];
  }
}

const missing = (options: readonly string[], option: string): string[] =>
  options.includes(option) ? [] : [option];

/**
 * Runs the editor in the terminal until it ends. The caller has given the terminal back before.
 *
 * @returns its exit code, or the name of the signal that ended it; undefined if it could not be run
 */
export function runEditor(
  [program, ...args]: readonly [string, ...string[]],
  streams: { readonly stdin: NodeJS.ReadStream; readonly cwd: string },
): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: [streams.stdin, 'inherit', 'inherit'], cwd: streams.cwd });
    child.on('error', () => resolve(undefined));
    child.on('exit', (code, signal) => resolve(code ?? signal ?? undefined));
  });
}

/** The words of a command line in `VISUAL`, `EDITOR` or `BROWSER`; quotation marks keep blanks in a word. */
export function words(command: string): string[] {
  return [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}
