import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { Failure } from '../commands/failure.ts';

/**
 * The controlling terminal, for keys while standard input brings an article.
 *
 * @throws {Failure} where there is none
 */
export function openTerminal(): ReadStream {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch (cause) {
    throw new Failure(2, (messages) => messages.noTerminal, { cause });
  }
}
