import { fstatSync, readFileSync, readSync } from 'node:fs';
import type { Body } from '../document/body.ts';
import type { TextInput } from '../document/formats.ts';
import { withFile } from '../files/with-file.ts';
import { clean } from '../unicode/clean.ts';
import { hiddenIn } from '../unicode/hidden.ts';
import type { Article } from './article.ts';
import { decode, decodedUtf8 } from './decode.ts';
import { LibraryError, systemLibraryError } from './error.ts';
import { HEAD_BYTES } from './file-head.ts';
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
  const text = decodeFile(article.path);
  if (text === undefined) throw new LibraryError('binary', article.path);
  return text;
}

/** Bytes of a file from whose beginning a line of its text is taken. */
const BEGINNING = 16_000_000;

/** Reads the body of an article, or of the beginning of its file if that is very long. Throws as `readText` does. */
export function readBeginning(article: Article): Body {
  const { path, size, input } = article;
  if (size <= BEGINNING) return readBody(article);
  const bytes = Buffer.alloc(BEGINNING);
  const read = opened(path, (file) => readSync(file, bytes, 0, BEGINNING, 0));
  const text = decode(bytes.subarray(0, read), true);
  if (text === undefined) throw new LibraryError('binary', path);
  return bodyOf(text, path, input);
}

/** Bytes of a file above which it is worth trying to have no array of all of them. */
const LARGE = 1_000_000;

function decodeFile(path: string): string | undefined {
  const bytesOf = (file: number): string | undefined => decode(readFileSync(file));
  return (
    opened(path, (file, size) => (size > LARGE ? largeText(file) : bytesOf(file))) ?? opened(path, bytesOf)
  );
}

/** Opens a file that may be read, with its size. Throws a `LibraryError` if it may not. */
function opened<T>(path: string, read: (file: number, size: number) => T): T {
  try {
    return withFile(path, (file) => {
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new LibraryError('special', path);
      if (stats.size > MAX_BYTES) throw new LibraryError('too-large', path);
      return read(file, stats.size);
    });
  } catch (error) {
    throw error instanceof LibraryError ? error : systemLibraryError(path, error);
  }
}

/**
 * The text of a large file in UTF-8; undefined for any other. Node frees its bytes at once, where those of an array wait for a
 * collection of garbage, which may be long after.
 */
function largeText(file: number): string | undefined {
  const head = Buffer.alloc(HEAD_BYTES);
  readSync(file, head, 0, HEAD_BYTES, 0);
  return decodedUtf8(head, () => readFileSync(file, 'utf8'));
}

/** The body in the whole text of a file, in the format `input` if the user asked for one. */
export function bodyOf(text: string, path: string, input?: TextInput): Body {
  const { frontMatter, body } = splitText(text, path, input);
  const head = text.slice(0, frontMatter.bodyAt);
  const { count } = hiddenIn(head, clean(head));
  return count > 0 ? { ...body, hiddenBefore: count } : body;
}
