import type { Environment } from '../environment.ts';
import { offlineText, pageAt } from './page-at.ts';
import { toldFetch } from './told-fetch.ts';

/**
 * Fetches the page at an address, and returns the path of its file. If that is one of an earlier day, stderr says so.
 *
 * @throws {Failure} if it cannot be fetched
 */
export async function openPage(environment: Environment, address: string): Promise<string> {
  const { path, keptSince } = await toldFetch(environment, address, (onProgress) =>
    pageAt(environment, address, { ...(onProgress && { onProgress }) }),
  );
  if (keptSince !== undefined) {
    const { stderr, language } = environment;
    stderr.write(`kiosque: ${offlineText(address, keptSince, language)}\n`);
  }
  return path;
}
