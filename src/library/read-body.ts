import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Body } from '../document/body.ts';
import { formatOf } from '../document/formats.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { LibraryError } from './error.ts';
import { splitFrontMatter } from './front-matter.ts';

/** Bytes of the largest file that is opened; its text still fits one string, and a machine's memory. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The body of an article, read anew from its file.
 *
 * @throws {LibraryError} as `readText`
 */
export const readBody = (article: Article): Body => bodyOf(readText(article), article.path);

/**
 * The whole text of an article's file, front matter and all, decoded.
 *
 * @throws {LibraryError} where the file is gone, cannot be read, is no longer text, or is larger than 256 MB
 */
export function readText(article: Article): string {
  const text = decode(readBytes(article.path));
  if (text === undefined) throw new LibraryError('binary', article.path);
  return text;
}

function readBytes(path: string): Uint8Array {
  let file: number | undefined;
  try {
    // Opening a FIFO must not wait for a writer.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new LibraryError('special', path);
    if (stats.size > LARGEST) throw new LibraryError('too-large', path);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new LibraryError(missing ? 'missing' : 'unreadable', path, { cause: error });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The body in the whole text of a file. `path` tells its format where the text does not. */
export function bodyOf(text: string, path: string): Body {
  const split = splitFrontMatter(text);
  const source = text.slice(split.bodyAt);
  return { format: formatOf(path, split.language !== 'none', source), source, firstLine: split.bodyLine };
}
