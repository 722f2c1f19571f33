import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import { makeFolder } from '../../files/make-folder.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { LibraryError } from '../../library/error.ts';
import { cleanLine } from '../../unicode/clean.ts';
import { isWebAddress } from '../../web/address.ts';
import { fetchPage } from '../../web/fetch-page.ts';
import { type PageFile, pageFile } from '../../web/page-file.ts';
import type { SaveOptions } from '../command-options.ts';
import { displayPath } from '../display-path.ts';
import { type Environment, type ExitCode, Failure } from '../environment.ts';
import { toldFetch } from './told-fetch.ts';

/** Names tried for a page before it is given up. */
const MOST_NAMES = 1000;

/**
 * `kiosque save`: fetches pages into a folder, and prints the path of each. A page that was saved there before is replaced;
 * no other file is.
 */
export async function save(environment: Environment, { addresses, to }: SaveOptions): Promise<ExitCode> {
  const wrong = addresses.find((address) => !isWebAddress(address));
  if (wrong !== undefined) throw new Failure(2, (messages) => messages.notAnAddress(cleanLine(wrong)));
  if (addresses.length === 0) throw new Failure(2, (messages) => messages.addressMissing);
  const { cwd, language, version, stdout } = environment;
  const folder = resolve(cwd, to ?? '.');
  for (const address of addresses) {
    const page = await toldFetch(environment, address, (onProgress) =>
      fetchPage(address, { language, version, ...(onProgress && { onProgress }) }),
    );
    const file = pageFile(page);
    prepare(folder);
    const path = await freePath(folder, file);
    await replaceFile(path, file.content);
    stdout.write(`${displayPath(path)}\n`);
  }
  return 0;
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
  for (let number = 1; number < MOST_NAMES; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem}-${number}${ext}`);
    if (!existsSync(path) || sourceOf(await readFile(path)) === sourceOf(content)) return path;
  }
  throw new LibraryError('special', join(folder, name));
}

/** The comment that says where a page is from; the whole text if it has none. */
function sourceOf(content: Buffer): string {
  const [comment] = /<!-- saved from url=\S+ -->/.exec(content.toString('utf8', 0, 10_000)) ?? [];
  return comment ?? content.toString('utf8');
}
