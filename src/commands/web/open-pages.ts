import { WebError } from '../../web/web-error.ts';
import { type Environment, Failure } from '../environment.ts';
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
  // Only such an address is likely to be that of a library: others do without the code for it, unless they are no page.
  const library = /\/(?:kiosque\.json)?(?:[?#]|$)/.test(address)
    ? await (await import('../published/open-library.ts')).openLibraryAt(environment, address, {
        prefersKept: isRead,
      })
    : undefined;
  if (library !== undefined) return library;
  try {
    return await openPage(environment, address);
  } catch (error) {
    const unended = isRefused(error) ? await openUnended(environment, address, isRead) : undefined;
    if (unended === undefined) throw error;
    return unended;
  }
}

/** True if a server has answered that there is no page. */
const isRefused = (error: unknown): boolean =>
  error instanceof Failure && error.cause instanceof WebError && error.cause.kind === 'status';

/** Opens the library at an address that was typed without its last slash; undefined if there is none. */
async function openUnended(
  environment: Environment,
  address: string,
  prefersKept: boolean,
): Promise<string | undefined> {
  const url = new URL(address);
  if (url.pathname.endsWith('/')) return undefined;
  url.pathname += '/';
  const { openLibraryAt } = await import('../published/open-library.ts');
  return openLibraryAt(environment, url.href, { prefersKept });
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
