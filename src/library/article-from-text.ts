import type { Body } from '../document/body.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { describeFile } from './describe-file.ts';
import { LibraryError } from './error.ts';
import { loadParser, type Parsers } from './front-matter.ts';
import { HEAD_BYTES } from './load-library.ts';
import { bodyOf } from './read-body.ts';

/**
 * An article from text that is not in a file of the library, such as standard input.
 *
 * @param from.path  where it comes from, `-` for standard input
 * @param from.name  a name to make the id and, failing all else, the title of
 * @throws {LibraryError} where it is empty or no text
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
