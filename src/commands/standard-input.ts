import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import type { Streams } from './environment.ts';

/** Bytes taken at most, as of a file. */
const LARGEST = 256 * 1024 * 1024;

/**
 * The article that standard input brings, read to its end.
 *
 * @throws {LibraryError} where it is empty, no text, or too large
 */
export async function pipedArticle({
  stdin,
}: Streams): Promise<{ article: Article; body: Body; text: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST) throw new LibraryError('too-large', '-');
    chunks.push(chunk);
  }
  const { articleFromText } = await import('../library/article-from-text.ts');
  return articleFromText(Buffer.concat(chunks), { path: '-', name: 'stdin' });
}
