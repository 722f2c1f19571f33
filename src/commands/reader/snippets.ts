import type { Article, Body } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import type { Snippet } from '../../search/match.ts';
import { parseQuery, type Query } from '../../search/query.ts';
import { snippet, snippetFromBeginning } from '../../search/snippet.ts';
import { snippetText } from '../../search/snippet-text.ts';
import { cellWidth } from '../../unicode/width.ts';

/** UTF-16 units of a body in which a line is looked for, and those looked through before the rest. */
const LOOKED_AT = 200_000;
const BEGINNING = 3000;

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
        return [article.path, snippetOf(await read(article), article.title, parsed, cells)] as const;
      } catch (error) {
        if (error instanceof LibraryError) return [article.path, undefined] as const;
        throw error;
      }
    }),
  );
}

function snippetOf(body: Body, title: string, query: Query, cells: number): Snippet {
  const near =
    body.source.length > BEGINNING
      ? snippetFromBeginning(snippetText(body, title, BEGINNING), query, cells, cellWidth)
      : undefined;
  return near ?? snippet(snippetText(body, title, LOOKED_AT), query, cells, cellWidth);
}
