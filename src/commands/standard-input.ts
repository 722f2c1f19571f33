import type { Body } from '../document/body.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import type { Streams } from './environment.ts';

/** The same limit in bytes as for files. */
const MAX_SIZE = 256 * 1024 * 1024;

/**
 * Reads standard input to its end as one article.
 *
 * @throws {LibraryError} if it is empty, not text, or too large
 */
export async function pipedArticle({
  stdin,
}: Streams): Promise<{ article: Article; body: Body; text: string }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_SIZE) throw new LibraryError('too-large', '-');
    chunks.push(chunk);
  }
  const { articleFromText } = await import('../library/article-from-text.ts');
  return articleFromText(Buffer.concat(chunks), { path: '-', name: 'stdin' });
}
