import { dirname } from 'node:path';
import type { InputFormat } from '../document/formats.ts';
import type { ParsedText } from './describe-file.ts';
import { LibraryError } from './error.ts';
import { type Library, loadLibrary } from './load-library.ts';
import { packedByContent, packedFormatOf } from './packed-names.ts';

/** The articles of a file; the text of the only one if it is a page, which has been parsed. */
interface FoundArticles extends Pick<Library, 'articles' | 'warnings'> {
  readonly parsed?: ParsedText | undefined;
}

/**
 * Opens the article, or the articles in their order, of one file; or the member at a path below a packed file.
 *
 * @throws {LibraryError} as `loadLibrary` does; there may be no articles, and a warning
 */
export async function articlesAt(path: string, input?: InputFormat): Promise<FoundArticles> {
  try {
    let parsed: ParsedText | undefined;
    const { articles, warnings } = await loadLibrary([path], {
      input,
      onParsed: (_, text) => {
        parsed = text;
      },
    });
    const byPlace = [...articles].sort((a, b) => (a.member?.at ?? 0) - (b.member?.at ?? 0));
    return { articles: byPlace, warnings, parsed };
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
