import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

export type Variables = Readonly<Record<string, string | undefined>>;

export const PROGRAM = resolve(import.meta.dirname, '../../bin/kiosque.js');

/** A new empty folder, removed when the test that asked for it is over. */
export function temporaryFolder(name = 'kiosque-test-'): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * The environment of a person who has just installed Kiosque: a home of their own at `home`, `kiosque` on the
 * path, English, an ordinary terminal; nothing of whoever runs the tests. `changes` overrides; undefined removes.
 */
export function environmentAt(home: string, changes: Variables = {}): Record<string, string> {
  const bin = join(home, 'bin');
  mkdirSync(bin, { recursive: true });
  try {
    symlinkSync(PROGRAM, join(bin, 'kiosque'));
  } catch {
    // There already: a second start in the same home.
  }
  const variables: Variables = {
    HOME: home,
    PATH: [bin, dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'].join(delimiter),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
    LANG: 'en_US.UTF-8',
    TERM: 'xterm-256color',
    TZ: 'UTC',
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => !!entry[1]),
  );
}
