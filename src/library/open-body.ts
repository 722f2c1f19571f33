import type { Body } from '../document/body.ts';
import type { Article } from './article.ts';
import { unpackerFor } from './packed/unpackers.ts';
import { readBody } from './read-body.ts';

/**
 * Reads the body of an article from its file: at once if that is its text, else once it is unpacked.
 *
 * @throws {LibraryError} as `readBody` does; the promise rejects with one
 */
export const openBody = (article: Article): Body | Promise<Body> =>
  article.packed ? unpackedBody(article) : readBody(article);

async function unpackedBody(article: Article): Promise<Body> {
  return (await unpackerFor(article.packed!)).read(article);
}
