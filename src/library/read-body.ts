import { fstatSync, readFileSync } from 'node:fs';
import type { Body } from '../document/body.ts';
import type { InputFormat } from '../document/formats.ts';
import { withFile } from '../files/with-file.ts';
import { clean } from '../unicode/clean.ts';
import { hiddenIn } from '../unicode/hidden.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { LibraryError, systemLibraryError } from './error.ts';
import { splitText } from './front-matter.ts';

/** Bytes of the largest file or standard input that is opened: its text fits a string and the memory of most machines. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** Reads the body of an article from its file. Throws as `readText` does. */
export const readBody = (article: Article): Body => bodyOf(readText(article), article.path, article.input);

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
  try {
    return withFile(path, (file) => {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new LibraryError('special', path);
      if (stats.size > MAX_BYTES) throw new LibraryError('too-large', path);
      return readFileSync(file);
    });
  } catch (error) {
    throw error instanceof LibraryError ? error : systemLibraryError(path, error);
  }
}

/** The body in the whole text of a file, in the format `input` if the user asked for one. */
export function bodyOf(text: string, path: string, input?: InputFormat): Body {
  const { frontMatter, body } = splitText(text, path, input);
  const head = text.slice(0, frontMatter.bodyAt);
  const { count } = hiddenIn(head, clean(head));
  return count > 0 ? { ...body, hiddenBefore: count } : body;
}
