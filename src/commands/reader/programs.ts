import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Variables } from '../environment.ts';

/** Milliseconds within which a browser that cannot be started says so; one that runs on has started. */
const GRACE = 2_000;

/**
 * Opens an address in the browser the system or `BROWSER` names, by an argument array, without a shell. False where
 * none could be started. The address must have been checked: only http, https and mailto are to come here.
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

/** The command that opens a file at a line (from 1) in the editor a person has chosen. */
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
 * Runs the editor on the terminal until it ends. The terminal must have been given back before.
 *
 * @returns its exit code, or the name of the signal that ended it; undefined where it could not be run
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

/** A command line of `VISUAL`, `EDITOR` or `BROWSER` in words; quotation marks keep blanks together. */
export function words(command: string): string[] {
  return [...command.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g)].map(([word]) => word.replace(/["']/g, ''));
}
