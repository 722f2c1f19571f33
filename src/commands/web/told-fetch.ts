import { progressMessages } from '../../messages/progress.ts';
import { cleanLine } from '../../unicode/clean.ts';
import type { FetchOptions } from '../../web/fetch-page.ts';
import { WebError } from '../../web/web-error.ts';
import { type Environment, Failure } from '../environment.ts';
import { ProgressLine } from '../progress-line.ts';
import { webErrorText } from './web-error-text.ts';

/**
 * Runs `fetch`, and tells on a terminal how far it is if that takes a while.
 *
 * @throws {Failure} if the page cannot be fetched
 */
export async function toldFetch<T>(
  environment: Environment,
  address: string,
  fetch: (onProgress: FetchOptions['onProgress']) => Promise<T>,
): Promise<T> {
  const progress = progressMessages[environment.language];
  const line = new ProgressLine(environment);
  try {
    return await fetch((bytes, total) =>
      line.tell(() => ({
        text: progress.fetching(cleanLine(new URL(address).host), bytes),
        share: total && Math.min(1, bytes / total),
      })),
    );
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    throw new Failure(2, (messages) => webErrorText(error, messages), { cause: error });
  } finally {
    line.end();
  }
}
