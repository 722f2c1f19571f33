import type { Body } from '../../document/body.ts';
import type { Article } from '../../library/article.ts';
import { LibraryError } from '../../library/error.ts';
import type { Query } from '../../search/query.ts';
import type { Snippet } from '../../search/results.ts';
import { type Cluster, snippet, snippetOfPart } from '../../search/snippet.ts';
import { snippetPart, snippetText } from '../../search/snippet-text.ts';
import { cellWidth, isEven } from '../../unicode/width.ts';

/** An article that a query found, and where its body answers that best, if it is known. */
export interface Found {
  readonly article: Article;
  readonly passage: Cluster | undefined;
}

/** Gives an article's body; a `LibraryError` says that it cannot be read. */
export type ReadBody = (article: Article) => Body;

/** A snippet for each path; none where it cannot be read. */
export type Snippets = readonly (readonly [path: string, snippet: Snippet | undefined])[];

/** For each article one line around what the query found in it, at most `cells` wide. */
export function snippetsOf(read: ReadBody, found: readonly Found[], query: Query, cells: number): Snippets {
  return found.map(({ article, passage }) => {
    try {
      return [article.path, snippetOf(read(article), article.title, query, cells, passage)];
    } catch (error) {
      if (error instanceof LibraryError) return [article.path, undefined];
      throw error;
    }
  });
}

/** The passage is looked at first; in a body that has changed since it was indexed, it may say nothing. */
function snippetOf(
  body: Body,
  title: string,
  query: Query,
  cells: number,
  passage: Cluster | undefined,
): Snippet {
  const part = passage && snippetPart(body, title, passage, cells);
  const found = part && snippetOfPart(part, query, passage.clauses, cells, widthIn(part.text));
  return found ?? snippet(snippetText(body, title), query, cells, cellWidth);
}

/** Measures parts of `text`, on one line. */
const widthIn = (text: string): ((part: string) => number) =>
  isEven(text) ? (part) => part.length : cellWidth;
