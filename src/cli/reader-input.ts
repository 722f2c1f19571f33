import { openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ReadStream } from 'node:tty';
import { editDistance } from '../algorithms/edit-distance.ts';
import type { ReaderOptions, Streams } from '../commands/environment.ts';
import { Failure } from '../commands/failure.ts';
import { pipedArticle } from '../commands/standard-input.ts';
import { cleanLine } from '../unicode/clean.ts';
import { COMMANDS } from './options.ts';

/**
 * Where the reader's keys come from, and what it opens. What is fed through standard input is read to its end as one
 * article, and keys then come from the controlling terminal.
 *
 * @throws {Failure} where a path does not exist, or there is no terminal
 * @throws {LibraryError} where standard input brings no article
 */
export async function readerInput(
  streams: Streams,
  { paths, search, accessible, type }: Omit<ReaderOptions, 'piped'>,
): Promise<{ keys: NodeJS.ReadStream; options: ReaderOptions }> {
  const isFed = !streams.stdin.isTTY && paths.every((path) => path === '-');
  const given = {
    paths: paths.map((path) => resolve(path)),
    accessible,
    type,
    ...(search !== undefined && { search }),
  };
  if (!isFed) for (const path of paths) checkExists(path);
  const keys = streams.stdin.isTTY ? streams.stdin : openTerminal();
  return { keys, options: isFed ? { ...given, piped: await pipedArticle(streams) } : given };
}

/** Before the screen changes. A mistyped command looks like a path. */
function checkExists(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })) return;
  const near = COMMANDS.find((command) => editDistance(path.slice(0, 20), command) <= 1);
  const cleaned = cleanLine(path);
  throw new Failure(2, (messages) =>
    near ? messages.perhapsCommand(cleaned, near) : messages.missing(cleaned),
  );
}

/** The controlling terminal, for keys while standard input is taken. */
function openTerminal(): ReadStream {
  try {
    return new ReadStream(openSync('/dev/tty', 'r'));
  } catch (cause) {
    throw new Failure(2, (messages) => messages.noTerminal, { cause });
  }
}
