import { basename, dirname, join, parse } from 'node:path';
import type { Picture } from '../../document/html/pictures.ts';
import { makeFolder } from '../../files/make-folder.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { cliMessages } from '../../messages/cli.ts';
import { saveMessages } from '../../messages/save.ts';
import { cleanExcerpt } from '../../unicode/clean.ts';
import { slugOf } from '../../unicode/slug.ts';
import { type FetchedPage, fetchPage, PICTURE } from '../../web/fetch-page.ts';
import { isLocalHost } from '../../web/private-host.ts';
import { WebError } from '../../web/web-error.ts';
import type { Environment } from '../environment.ts';
import { webErrorText } from './web-error-text.ts';

/** Pictures of a page that are saved, and bytes that they may have together. */
const MOST = 100;
const MOST_BYTES = 100_000_000;
/** Pictures that are fetched at a time. */
const AT_ONCE = 4;
/** Characters of a file's name before its suffix. */
const LONGEST_NAME = 40;
/** Reasons that are told. */
const MAX_REASONS = 5;

/**
 * Fetches the pictures of a page into a folder beside its file, `NAME_files`, by the rules of pages: only over HTTP, and never
 * from this machine or a private network, unless the user named the page there, and the picture is on the same host. What
 * cannot be saved is told on stderr.
 *
 * @param typed  the address of the page as the user typed it
 * @returns the paths of the files, relative to the page, by the addresses as the page has them
 * @throws the file system's error if a file cannot be written
 */
export async function savePictures(
  environment: Environment,
  pictures: readonly Picture[],
  typed: string,
  path: string,
): Promise<ReadonlyMap<string, string>> {
  const messages = saveMessages[environment.language];
  const files = new Map<string, string>();
  const reasons: string[] = [];
  const folder = join(dirname(path), `${parse(path).name}_files`);
  let bytes = 0;
  for await (const { number, picture, written } of fetched(environment, pictures.slice(0, MOST), typed)) {
    if (typeof picture === 'string') {
      reasons.push(picture);
      continue;
    }
    bytes += picture.bytes.length;
    if (bytes > MOST_BYTES) {
      reasons.push(messages.picturesTooLarge(MOST_BYTES / 1e6));
      break;
    }
    const name = fileName(number, picture);
    makeFolder(folder);
    await replaceFile(join(folder, name), picture.bytes);
    files.set(written, `./${basename(folder)}/${name}`);
  }
  if (pictures.length > MOST) reasons.push(messages.tooManyPictures(MOST));
  sayUnsaved(environment, pictures.length - files.size, reasons);
  return files;
}

function sayUnsaved({ stderr, language }: Environment, count: number, reasons: readonly string[]): void {
  if (count === 0) return;
  const more = reasons.length > MAX_REASONS ? ['…'] : [];
  const lines = [...reasons.slice(0, MAX_REASONS), ...more].map((reason) => `\n  ${reason}`);
  stderr.write(`kiosque: ${saveMessages[language].picturesUnsaved(count)}${lines.join('')}\n`);
}

/** A picture as it came, or why it did not. */
interface Fetched extends Pick<Picture, 'written'> {
  /** Its number in the page, from 1. */
  readonly number: number;
  readonly picture: FetchedPage | string;
}

/** Fetches pictures, some at a time, and tells on a terminal how many are here. */
async function* fetched(
  environment: Environment,
  pictures: readonly Picture[],
  typed: string,
): AsyncGenerator<Fetched> {
  try {
    for (let at = 0; at < pictures.length; at += AT_ONCE) {
      tell(environment, saveMessages[environment.language].fetchingPictures(at, pictures.length));
      const some = pictures.slice(at, at + AT_ONCE);
      const each = await Promise.all(some.map(({ address }) => fetchPicture(environment, address, typed)));
      for (const [index, picture] of each.entries())
        yield { picture, written: some[index]!.written, number: at + index + 1 };
    }
  } finally {
    if (pictures.length > 0) tell(environment, '');
  }
}

/** A picture, or why it cannot be fetched. */
async function fetchPicture(
  { language, version }: Environment,
  address: string,
  typed: string,
): Promise<FetchedPage | string> {
  const [page, picture] = [new URL(typed).hostname, new URL(address).hostname];
  const mayBeLocal = isLocalHost(page) && page === picture;
  try {
    return await fetchPage(address, { language, version, kind: PICTURE, mayBeLocal });
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    const { notAPicture, pictureTooLarge } = saveMessages[language];
    const [shown, detail] = [cleanExcerpt(error.address), cleanExcerpt(error.detail)];
    if (error.kind === 'type') return notAPicture(shown, detail);
    if (error.kind === 'large') return pictureTooLarge(shown, PICTURE.longest / 1e6);
    return webErrorText(error, cliMessages[language]);
  }
}

/** Suffixes by media type, where that is not the second part of it. */
const SUFFIXES: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/x-icon': 'ico',
  'image/vnd.microsoft.icon': 'ico',
};

/** The name of a picture's file: its number, and the last part of its address. */
function fileName(number: number, { address, type }: FetchedPage): string {
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  const name = slugOf(last.replace(/\.[a-z]{2,4}$/i, '')).slice(0, LONGEST_NAME);
  const suffix = SUFFIXES[type] ?? type.slice(type.indexOf('/') + 1);
  return `${[String(number), name].filter(Boolean).join('-')}.${suffix}`;
}

/** Tells the progress on a terminal, in a line that is written over itself. */
function tell({ stderr }: Environment, text: string): void {
  if (stderr.isTTY) stderr.write(`\r\x1b[K${text}`);
}
