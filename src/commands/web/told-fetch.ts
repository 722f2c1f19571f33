import { cliMessages } from '../../messages/cli.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { type FetchOptions, WebError } from '../../web/fetch-page.ts';
import { type Environment, Failure } from '../environment.ts';
import { webErrorText } from './page-at.ts';

/** Milliseconds after which the progress of a fetch is told, and between two reports of it. */
const TOLD_AFTER = 500;
const TOLD_EVERY = 200;

/**
 * Runs `fetch`, and tells on a terminal how far it is if that takes a while: a line on stderr that is written over itself.
 *
 * @throws {Failure} if the page cannot be fetched
 */
export async function toldFetch<T>(
  { stderr, language }: Environment,
  address: string,
  fetch: (onProgress: FetchOptions['onProgress']) => Promise<T>,
): Promise<T> {
  const start = performance.now();
  let told: number | undefined;
  try {
    return await fetch((bytes, total) => {
      const now = performance.now();
      if (!stderr.isTTY || now - start < TOLD_AFTER || (told !== undefined && now - told < TOLD_EVERY))
        return;
      told = now;
      const host = cleanLine(new URL(address).host);
      stderr.write(`\r\x1b[K${cliMessages[language].fetching(host, bytes, total)}`);
    });
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    throw new Failure(2, (messages) => webErrorText(error, messages), { cause: error });
  } finally {
    if (told !== undefined) stderr.write('\r\x1b[K');
  }
}
