import type { Environment } from '../environment.ts';
import { offlineText, pageAt } from './page-at.ts';
import { toldFetch } from './told-fetch.ts';

/**
 * Opens the published library at an address, or else fetches the page there.
 *
 * @param isRead  true if the reader is to be opened, which asks for the latest edition of a library afterwards
 * @returns the path that stands for the library, or that of the page's file
 * @throws {Failure} if neither can be had
 */
export async function openAddress(
  environment: Environment,
  address: string,
  isRead: boolean,
): Promise<string> {
  // Only such an address may be that of a library: others do without the code for it.
  const library = /\/(?:kiosque\.json)?(?:[?#]|$)/.test(address)
    ? await (await import('../published/open-library.ts')).openLibraryAt(environment, address, {
        prefersKept: isRead,
      })
    : undefined;
  return library ?? openPage(environment, address);
}

/**
 * Fetches the page at an address, and returns the path of its file. If that is one of an earlier day, stderr says so.
 *
 * @throws {Failure} if it cannot be fetched
 */
async function openPage(environment: Environment, address: string): Promise<string> {
  const { path, keptSince } = await toldFetch(environment, address, (onProgress) =>
    pageAt(environment, address, { ...(onProgress && { onProgress }) }),
  );
  if (keptSince !== undefined) {
    const { stderr, language } = environment;
    stderr.write(`kiosque: ${offlineText(address, keptSince, language)}\n`);
  }
  return path;
}
