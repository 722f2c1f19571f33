import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import type { ReadOptions } from '../commands/command-options.ts';
import { Failure, type ReaderOptions, type Streams } from '../commands/environment.ts';
import { statOf } from '../library/load-library.ts';
import { absolutePath, isWebAddress } from '../web/address.ts';
import { terminalPath } from './environment-variables.ts';

/**
 * Where the reader's keys come from, and what it opens. If standard input is not a terminal and no path is given, it is
 * read to its end as one article, and the keys come from the controlling terminal.
 *
 * @throws {Failure} if there is no terminal
 * @throws {LibraryError} if a path does not exist, or standard input holds no article
 */
export async function readerInput(
  streams: Streams,
  { paths, ...options }: ReadOptions,
): Promise<{ keys: NodeJS.ReadStream; options: ReaderOptions }> {
  const isPiped = !streams.stdin.isTTY && paths.every((path) => path === '-');
  // An error is readable only before the reader takes over the screen.
  if (!isPiped) for (const path of paths) if (!isWebAddress(path)) statOf(path);
  const keys = streams.stdin.isTTY ? streams.stdin : openTerminal();
  const resolved = { ...options, paths: paths.map((path) => absolutePath(path)) };
  if (!isPiped) return { keys, options: resolved };
  const { pipedArticle } = await import('../commands/standard-input.ts');
  return { keys, options: { ...resolved, piped: await pipedArticle(streams, options.input) } };
}

/** The controlling terminal, for keys while standard input holds an article. */
function openTerminal(): ReadStream {
  try {
    return new ReadStream(openSync(terminalPath(), 'r'));
  } catch (cause) {
    throw new Failure(2, (messages) => messages.noTerminal, { cause });
  }
}
