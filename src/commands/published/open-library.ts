import { publishedTexts } from '../../library/published-texts.ts';
import { type CliMessages, cliMessages } from '../../messages/cli.ts';
import { publishedMessages } from '../../messages/published.ts';
import { ContentCache } from '../../published/content-cache.ts';
import type { PublishedError } from '../../published/error.ts';
import { POINTER } from '../../published/format.ts';
import { KeptPointers } from '../../published/kept-pointers.ts';
import { RemoteFiles } from '../../published/remote-files.ts';
import { isUnusable, RemoteLibrary, type Unusable } from '../../published/remote-library.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { isWebAddress } from '../../web/address.ts';
import { FileClient } from '../../web/file-client.ts';
import { WebError } from '../../web/web-error.ts';
import { type Environment, Failure } from '../environment.ts';
import { webErrorText } from '../web/web-error-text.ts';
import { logInFor } from './credentials.ts';

/** Tries of a command to reach a server before it takes what was kept. */
const TRIES = 2;

const opened = new Map<string, RemoteLibrary>();

/** The open library at a path of a command's options; undefined if that is none. */
export const openedLibrary = (path: string | undefined): RemoteLibrary | undefined =>
  path === undefined ? undefined : opened.get(path);

export interface OpenOptions {
  /** True if what was kept is opened without asking the server, which the reader does afterwards. */
  readonly prefersKept: boolean;
  /** True if the address is that of a library, and not perhaps of a page. */
  readonly isNamed?: boolean;
}

/**
 * Opens the published library at an address as the user typed it, if there is one: an address that ends in `/` or in the name
 * of the pointer is asked for it first, any other is that of a page.
 *
 * @returns the path that stands for the library in options: its address without login and query. Undefined if there is none
 * @throws {Failure} if there is one, and it cannot be opened
 */
export async function openLibraryAt(
  environment: Environment,
  typed: string,
  { prefersKept, isNamed = false }: OpenOptions,
): Promise<string | undefined> {
  const base = baseOf(typed, isNamed);
  if (base === undefined) return undefined;
  const root = rootOf(base);
  if (opened.has(root)) return root;
  const library = libraryAt(environment, base, root);
  try {
    const kept = prefersKept ? await library.openKept() : undefined;
    if (!kept) await library.open(TRIES);
    const [first] = library.edition!.manifest.catalogue;
    // It is on its way while the reader is loaded, which tells if it does not come.
    if (prefersKept && first) library.fetchPage(first).catch(() => undefined);
  } catch (error) {
    library.close();
    if (!isNamed && !library.isThere && !(error instanceof Failure)) return undefined;
    throw failureOf(error, root, environment);
  }
  opened.set(root, library);
  publishedTexts.open(library);
  return root;
}

/**
 * Opens the published libraries among the paths of a library of the settings.
 *
 * @returns the paths, with those that stand for the libraries
 * @throws {Failure} if one cannot be opened
 */
export async function withOpenLibraries(
  environment: Environment,
  paths: readonly string[],
  prefersKept: boolean,
): Promise<readonly string[]> {
  const located: string[] = [];
  for (const path of paths) {
    const root =
      isWebAddress(path) && !opened.has(path)
        ? await openLibraryAt(environment, path, { prefersKept, isNamed: true })
        : undefined;
    located.push(root ?? path);
  }
  const library = located.find((path) => opened.has(path));
  if (library !== undefined && located.length > 1)
    throw new Failure(2, () => publishedMessages[environment.language].alone(cleanExcerpt(library)));
  return located;
}

/** Why files of a library cannot be had, as one line. */
export const publishedErrorText = (
  error: WebError | PublishedError,
  root: string,
  { language }: Pick<Environment, 'language'>,
  messages: CliMessages,
): string =>
  error instanceof WebError
    ? webErrorText(error, messages)
    : publishedMessages[language][error.kind](cleanExcerpt(root));

/** Errors that mean that there is no connection, whatever the reason. */
const NO_CONNECTION: ReadonlySet<WebError['kind']> = new Set(['unknown-host', 'refused', 'slow', 'broken']);

/** Says that only what was kept is searched, so many texts among it, and why. */
export function searchedKeptText(
  error: Unusable,
  texts: number,
  root: string,
  environment: Pick<Environment, 'language'>,
): string {
  const { searchedKept, searchedInstead } = publishedMessages[environment.language];
  if (error instanceof WebError && NO_CONNECTION.has(error.kind)) return searchedKept(texts);
  const reason = publishedErrorText(error, root, environment, cliMessages[environment.language]);
  return searchedInstead(texts, reason);
}

function libraryAt(environment: Environment, base: string, root: string): RemoteLibrary {
  const { version, storage } = environment;
  const client = new FileClient(base, { version, logIn: logInFor(environment, root) });
  const pointers = new KeptPointers(storage.cache, storage.readOnly);
  const cache = new ContentCache(storage);
  cache.pinned = () => pointers.pulled();
  return new RemoteLibrary({ root, client, files: new RemoteFiles(client, cache), pointers });
}

/** The address below which the files of a library would be; undefined if it is that of a page. */
function baseOf(typed: string, isNamed: boolean): string | undefined {
  if (!URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  url.hash = '';
  if (url.pathname.endsWith(`/${POINTER}`)) url.pathname = url.pathname.slice(0, -POINTER.length);
  if (!url.pathname.endsWith('/')) {
    if (!isNamed) return undefined;
    url.pathname += '/';
  }
  return url.href;
}

const rootOf = (base: string): string => {
  const { origin, pathname } = new URL(base);
  return origin + pathname;
};

/** The failure of a command for an error of a library; other errors are returned as they are. */
export function failureOf(error: unknown, root: string, environment: Environment): unknown {
  if (!isUnusable(error)) return error;
  return new Failure(2, (messages) => publishedErrorText(error, root, environment, messages), {
    cause: error,
  });
}
