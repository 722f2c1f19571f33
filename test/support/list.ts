import type { Document } from '../../src/document/document.ts';
import { selectedOf } from '../../src/state/selectors.ts';
import type { Results } from '../../src/state/state.ts';
import { documentOf } from './articles.ts';
import type { Desk } from './reader.ts';

/** So many short texts, by the ids `n0`, `n1`, …. */
export const many = (count: number): Record<string, Document> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`n${i}`, documentOf(`Text ${i}.`)]));

/** The results of a query: the listed articles with these ids. */
export const results = (desk: Desk, query: string, ids: readonly string[], suggestion?: string): Results => ({
  query,
  tag: desk.state.list.tag,
  condition: desk.state.list.condition,
  articles: desk.state.library.articles.filter((one) => ids.includes(one.id)),
  suggestion,
});

/** The id of the article selected in the list. */
export const selected = (desk: Desk): string | undefined => selectedOf(desk.state)?.id;
