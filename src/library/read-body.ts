import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Body } from '../document/body.ts';
import { formatOf, formatOfName } from '../document/formats.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { LibraryError, systemLibraryError } from './error.ts';
import { NO_FRONT_MATTER, type Split, splitFrontMatter } from './front-matter.ts';

/** Bytes of the largest file that is opened: its text fits a string and the memory of most machines. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Reads the body of an article from its file.
 *
 * @throws {LibraryError} as `readText` does
 */
export const readBody = (article: Article): Body => bodyOf(readText(article), article.path);

/**
 * Reads the whole text of an article's file, front matter included.
 *
 * @throws {LibraryError} if the file is gone, cannot be read, is no longer text, or is larger than 256 MB
 */
export function readText(article: Article): string {
  const text = decode(readBytes(article.path));
  if (text === undefined) throw new LibraryError('binary', article.path);
  return text;
}

function readBytes(path: string): Uint8Array {
  let file: number | undefined;
  try {
    // The file may be a FIFO by now, and opening that must not wait for a writer.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new LibraryError('special', path);
    if (stats.size > MAX_BYTES) throw new LibraryError('too-large', path);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    throw systemLibraryError(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The body in the whole text of a file. */
export const bodyOf = (text: string, path: string): Body => splitText(text, path).body;

/**
 * Splits the text of a file into front matter and body. The body's format is that of the file's name, or else the
 * text's.
 */
export function splitText(text: string, path: string): { readonly frontMatter: Split; readonly body: Body } {
  if (formatOfName(path) === 'code') {
    const language = extname(path).slice(1).toLowerCase();
    return { frontMatter: NO_FRONT_MATTER, body: { format: 'code', language, source: text, firstLine: 0 } };
  }
  const frontMatter = splitFrontMatter(text);
  const { language, bodyAt, bodyLine, isWhole } = frontMatter;
  if (isWhole) return { frontMatter, body: { format: 'code', language, source: text, firstLine: 0 } };
  const source = text.slice(bodyAt);
  const format = formatOf(path, language !== 'none', source);
  return { frontMatter, body: { format, source, firstLine: bodyLine } };
}
