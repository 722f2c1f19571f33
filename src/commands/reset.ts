import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { RESET } from '../panes/modes.ts';
import { type Environment, type ExitCode, Failure } from './environment.ts';

/** Undoes raw mode. `stty sane` would change more, and have Backspace delete bytes in place of characters. */
const COOKED = 'brkint icrnl ixon opost onlcr echo icanon iexten isig'.split(' ');

/**
 * `kiosque reset`: restores the terminal after a reader that could not do so itself, because it was killed.
 *
 * @param path  the device of the terminal: by default the one that the program was started from
 * @throws {Failure} if there is none
 */
export function reset({ process }: Pick<Environment, 'process'>, path = '/dev/tty'): ExitCode {
  const terminal = openTerminal(path);
  // At its end, Node gives the terminal the modes that it found, unless its standard streams are closed.
  process.on('exit', () => [0, 1, 2].forEach(closeSync));
  try {
    writeSync(terminal, RESET);
    // Node can only set the modes that it found. Where `stty` is missing, the screen at least is restored.
    spawnSync('stty', COOKED, { stdio: [terminal, 'ignore', 'ignore'] });
    return 0;
  } finally {
    closeSync(terminal);
  }
}

function openTerminal(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (cause) {
    throw new Failure(2, (messages) => messages.nothingToReset, { cause });
  }
}
