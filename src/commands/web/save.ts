import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { dayOf } from '../../library/drafts.ts';
import { LibraryError } from '../../library/error.ts';
import { cliMessages } from '../../messages/cli.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { isWebAddress } from '../../web/address.ts';
import { fetchPage } from '../../web/fetch-page.ts';
import { type PageFile, pageFile } from '../../web/page-file.ts';
import { isPage, originOf, type SavedFacts, withFacts } from '../../web/saved-file.ts';
import type { SaveOptions } from '../command-options.ts';
import { displayPath } from '../display-path.ts';
import { type Environment, type ExitCode, Failure } from '../environment.ts';
import { toldFetch } from './told-fetch.ts';

/** Names tried for a page before it is given up. */
const MOST_NAMES = 1000;

/**
 * `kiosque save`: fetches pages into a folder, and prints the path of each. A page that was saved there before is replaced;
 * no other file is. Pages that cannot be fetched are told on stderr, and the others are saved all the same.
 *
 * @returns 2 if a page could not be fetched
 */
export async function save(environment: Environment, { addresses, to }: SaveOptions): Promise<ExitCode> {
  const wrong = addresses.find((address) => !isWebAddress(address));
  if (wrong !== undefined) throw new Failure(2, (messages) => messages.notAnAddress(cleanExcerpt(wrong)));
  if (addresses.length === 0) throw new Failure(2, (messages) => messages.addressMissing('kiosque save'));
  const { cwd, language, stdout, stderr } = environment;
  const folder = resolve(cwd, to ?? '.');
  let code: ExitCode = 0;
  for (const address of addresses)
    try {
      stdout.write(`${displayPath(await saved(environment, address, folder))}\n`);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      stderr.write(`kiosque: ${error.say(cliMessages[language])}\n`);
      code = error.code;
    }
  return code;
}

/**
 * Saves the page at `address` in `folder`, and returns the path of its file.
 *
 * @throws {Failure} if it cannot be fetched
 */
async function saved(environment: Environment, address: string, folder: string): Promise<string> {
  const { language, version } = environment;
  const page = await toldFetch(environment, address, (onProgress) =>
    fetchPage(address, { language, version, ...(onProgress && { onProgress }) }),
  );
  prepare(folder);
  const given = pageFile(page);
  const facts = { source: page.address, saved: dayOf(environment.now()) };
  const path = await freePath(folder, withFacts(given, facts));
  const file = isPage(given)
    ? await completePage(environment, given, { ...facts, typed: address, path })
    : withFacts(given, facts);
  await replaceFile(path, file.content);
  return path;
}

/** A page whose pictures have been saved beside it, and which has the metadata that was found in it. */
async function completePage(
  environment: Environment,
  file: PageFile,
  { typed, path, ...facts }: SavedFacts & { readonly typed: string; readonly path: string },
): Promise<PageFile> {
  const { picturesOfPage, withLocalPictures } = await import('../../document/html/pictures.ts');
  const { savePictures } = await import('./save-pictures.ts');
  const text = file.content.toString();
  const { metadata, pictures } = picturesOfPage(text, facts.source);
  const files = await savePictures(environment, pictures, typed, path);
  const { title, author, date } = metadata;
  const content = Buffer.from(withLocalPictures(text, files));
  return withFacts({ ...file, content }, { ...facts, title, author, date });
}

/** Throws a `LibraryError` if there is no such folder and none can be made. */
function prepare(folder: string): void {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new LibraryError('special', folder);
  } catch (cause) {
    throw cause instanceof LibraryError ? cause : new LibraryError('unreadable', folder, { cause });
  }
}

/** A path where nothing is, or where the same page was saved before. */
async function freePath(folder: string, { name, content }: PageFile): Promise<string> {
  const { name: stem, ext } = parse(name);
  const origin = originOf(content);
  for (let number = 1; number < MOST_NAMES; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem}-${number}${ext}`);
    if (!existsSync(path)) return path;
    const there = await contentOf(path);
    if (there && (origin === undefined ? there.equals(content) : originOf(there) === origin)) return path;
  }
  throw new LibraryError('special', join(folder, name));
}

/** The content of a file; undefined if it cannot be read or is something else, such as a folder or a pipe without an end. */
async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return statSync(path).isFile() ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
