import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export type Variables = Readonly<Record<string, string | undefined>>;

export const PROGRAM = resolve(import.meta.dirname, '../../bin/kiosque.js');

const { KIOSQUE_BINARY } = process.env;

/** True if the tests run the executable that `KIOSQUE_BINARY` names, which needs no Node, in place of the built program. */
export const isBinary = KIOSQUE_BINARY !== undefined;

/** The program that the tests run, and its first arguments. */
export const COMMAND: readonly [file: string, ...args: string[]] = KIOSQUE_BINARY
  ? [resolve(KIOSQUE_BINARY)]
  : [process.execPath, PROGRAM];

/** The variables that make the program run a module of a path before its own. */
export const preloading = (path: string): Variables =>
  isBinary ? { BUN_OPTIONS: `--preload=${path}` } : { NODE_OPTIONS: `--import ${path}` };

/** A new empty folder, removed at the end of the test. */
export function temporaryFolder(name = 'kiosque-test-'): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * The environment of a new user of Kiosque: a home folder at `home`, `kiosque` on the path, English, an ordinary
 * terminal, and none of the variables of the process that runs the tests. A value in `changes` replaces a variable;
 * undefined removes it.
 */
export function environmentAt(home: string, changes: Variables = {}): Record<string, string> {
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  try {
    symlinkSync(COMMAND.at(-1)!, join(bin, 'kiosque'));
  } catch {
    // The link exists already from an earlier run with the same home folder.
  }
  const variables: Variables = {
    HOME: home,
    PATH: [bin, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
    LANG: 'en_US.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => !!entry[1]),
  );
}
