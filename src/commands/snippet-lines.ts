import type { Document } from '../document/document.ts';
import type { Article } from '../library/article.ts';
import { LibraryError } from '../library/error.ts';
import type { Query } from '../search/query.ts';
import type { Snippet } from '../search/results.ts';
import { type Cluster, snippetOfPart, snippetOfWhole } from '../search/snippet.ts';
import { partAround, wholePart } from '../search/snippet-text.ts';
import { cellWidth, isEven } from '../unicode/width.ts';

/** An article that a query found, and the passage of its text with the most of the query, if it is known. */
export interface Found {
  readonly article: Article;
  readonly passage: Cluster | undefined;
}

/** A snippet for each path; undefined if the article cannot be read. */
export type Snippets = readonly (readonly [path: string, snippet: Snippet | undefined])[];

/**
 * For each article one line around what the query found in it, at most `cells` wide.
 *
 * @param open  the text of an article; throws a `LibraryError` if it cannot be read
 */
export function snippetLines(
  open: (article: Article) => Document,
  found: readonly Found[],
  query: Query,
  cells: number,
): Snippets {
  return found.map(({ article, passage }) => {
    try {
      return [article.path, snippetOf(open(article), query, cells, passage)];
    } catch (error) {
      if (error instanceof LibraryError) return [article.path, undefined];
      throw error;
    }
  });
}

/** Looks at the passage first, which may be code, or say nothing in a text that has changed since it was indexed. */
function snippetOf(document: Document, query: Query, cells: number, passage: Cluster | undefined): Snippet {
  const part = passage && partAround(document, passage, cells);
  const found = part && snippetOfPart(part, query, passage.clauses, cells, widthIn(part.text));
  return found ?? snippetOfWhole(wholePart(document), query, cells, cellWidth);
}

/** Measures parts of `text`, on one line. */
const widthIn = (text: string): ((part: string) => number) =>
  isEven(text) ? (part) => part.length : cellWidth;
