import { dirname } from 'node:path';
import type { InputFormat } from '../document/formats.ts';
import { packedFormatOf } from './converters.ts';
import { LibraryError } from './error.ts';
import { type Library, loadLibrary } from './load-library.ts';

/**
 * Opens the article, or the articles in their order, of one file; or the member at a path below a packed file.
 *
 * @throws {LibraryError} as `loadLibrary` does; there may be no articles, and a warning
 */
export async function articlesAt(
  path: string,
  input?: InputFormat,
): Promise<Pick<Library, 'articles' | 'warnings'>> {
  try {
    const { articles, warnings } = await loadLibrary([path], { input });
    const byPlace = [...articles].sort((a, b) => (a.member?.at ?? 0) - (b.member?.at ?? 0));
    return { articles: byPlace, warnings };
  } catch (error) {
    const file = dirname(path);
    if (!(error instanceof LibraryError) || error.kind !== 'missing' || !packedFormatOf(file)) throw error;
    const { articles } = await loadLibrary([file], { input });
    const named = articles.filter((article) => article.path.endsWith(path.slice(file.length)));
    if (named.length === 0) throw error;
    return { articles: named, warnings: [] };
  }
}
