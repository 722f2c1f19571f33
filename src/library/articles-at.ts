import { dirname } from 'node:path';
import type { InputFormat } from '../document/formats.ts';
import { LibraryError } from './error.ts';
import { type Library, loadLibrary } from './load-library.ts';
import { packedByContent, packedFormatOf } from './packed-names.ts';

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
    const isMissing = error instanceof LibraryError && error.kind === 'missing';
    if (!isMissing || !(packedFormatOf(file) ?? packedByContent(file, true))) throw error;
    const { articles } = await loadLibrary([file], { input });
    const named = articles.filter((article) => article.path.endsWith(path.slice(file.length)));
    if (named.length === 0) throw error;
    return { articles: named, warnings: [] };
  }
}
