import type { ExitCode, ReaderEnvironment, ReaderOptions } from './environment.ts';
import { Reader } from './reader/reader.ts';

/**
 * Opens the reader on articles and runs it until it is quit. However it ends, the terminal is left as it was found.
 *
 * @throws {LibraryError} where a path that was named cannot be read
 * @throws whatever went wrong inside, once the terminal has been given back
 */
export async function runReader(environment: ReaderEnvironment, options: ReaderOptions): Promise<ExitCode> {
  const reader = await Reader.open(environment, options);
  return reader.run();
}
