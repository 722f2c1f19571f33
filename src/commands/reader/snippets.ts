import type { Article, Body } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import type { Snippet } from '../../search/match.ts';
import { parseQuery } from '../../search/query.ts';
import { snippet } from '../../search/snippet.ts';
import { snippetText } from '../../search/snippet-text.ts';
import { cellWidth } from '../../unicode/width.ts';

/**
 * For each article one line around what the query found in it, at most `cells` wide; none where it cannot be read.
 *
 * @param read  gives an article's body; a `LibraryError` says that it cannot be read
 */
export async function snippetsOf(
  read: (article: Article) => Promise<Body>,
  articles: readonly Article[],
  query: string,
  cells: number,
): Promise<readonly (readonly [path: string, snippet: Snippet | undefined])[]> {
  const parsed = parseQuery(query);
  return Promise.all(
    articles.map(async (article) => {
      try {
        const text = snippetText(await read(article), article.title);
        return [article.path, snippet(text, parsed, cells, cellWidth)] as const;
      } catch (error) {
        if (error instanceof LibraryError) return [article.path, undefined] as const;
        throw error;
      }
    }),
  );
}
