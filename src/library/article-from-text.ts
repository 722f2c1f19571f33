import type { Body } from '../document/body.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { describeFile } from './describe-file.ts';
import { LibraryError } from './error.ts';
import { loadParser, type Parsers } from './front-matter.ts';
import { HEAD_BYTES } from './load-library.ts';
import { bodyOf } from './read-body.ts';

/**
 * Makes an article of text that is not in a file, such as standard input.
 *
 * @param from.path  the article's path, `-` for standard input
 * @param from.name  stands in for the file's name, for the id and, if all else fails, the title
 * @throws {LibraryError} if it is empty or not text
 */
export async function articleFromText(
  text: string | Uint8Array,
  from: { readonly path: string; readonly name: string },
): Promise<{ article: Article; body: Body; text: string }> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const head = { path: from.name, size: bytes.length, mtime: 0, bytes: bytes.subarray(0, HEAD_BYTES) };
  const parsers: Parsers = {};
  let described = describeFile(head, parsers);
  while (described.kind === 'needs') {
    await loadParser(parsers, described.parser);
    described = describeFile(head, parsers);
  }
  const decoded = decode(bytes);
  if (described.kind !== 'article') throw new LibraryError(described.kind, from.path);
  if (decoded === undefined) throw new LibraryError('binary', from.path);
  return {
    article: { ...described.article, path: from.path },
    body: bodyOf(decoded, from.name),
    text: decoded,
  };
}
