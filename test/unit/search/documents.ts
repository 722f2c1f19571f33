import type { SearchDocument } from '../../../src/search/builder.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';

/** A document of one field, with others if they matter. */
export const document = (body: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  title: 'Sans titre',
  tags: [],
  body,
  ...more,
});

/** The numbers of the documents found, best first. */
export function found(documents: readonly SearchDocument[], query: string): number[] {
  return createMemoryIndex(documents)
    .search(parseQuery(query))
    .map((hit) => hit.doc);
}
