import type { Article } from '../../library/article.ts';
import { findMatches } from '../../search/find.ts';
import type { Snippet } from '../../search/match.ts';
import { parseQuery } from '../../search/query.ts';
import { snippet } from '../../search/snippet.ts';
import type { Document } from '../../text/document.ts';
import { cellWidth } from '../../unicode/width.ts';
import type { Documents } from './documents.ts';

/** UTF-16 units of an article in which a line for the list is looked for. */
const LOOKED_AT = 200_000;

/** For each article one line around what the query found in it, at most `cells` wide; none where it cannot be read. */
export async function snippetsOf(
  documents: Documents,
  articles: readonly Article[],
  query: string,
  cells: number,
): Promise<readonly (readonly [path: string, snippet: Snippet | undefined])[]> {
  const parsed = parseQuery(query);
  return Promise.all(
    articles.map(async (article) => {
      const document = await documents.tryOpen(article);
      if (!document) return [article.path, undefined] as const;
      const found = () => findMatches(document.text.slice(0, LOOKED_AT), parsed).length > 0;
      extendUntil(document, () => document.text.length >= LOOKED_AT || found());
      return [article.path, snippet(document.text.slice(0, LOOKED_AT), parsed, cells, cellWidth)] as const;
    }),
  );
}

function extendUntil(document: Document, enough: () => boolean): void {
  while (!document.complete && !enough()) document.extend(document.blocks.length * 2 + 32);
}
