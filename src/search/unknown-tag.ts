import type { Searcher } from './engine.ts';
import type { Query } from './query.ts';

/** The first tag that a query asks for and no article has, as it was typed. */
export function unknownTag(searcher: Searcher, query: Query): string | undefined {
  const unknown = query.clauses.find(
    (clause) =>
      clause.field === 'tags' &&
      !clause.excluded &&
      !clause.grouped &&
      searcher.search({ ...query, clauses: [clause], requirements: [] }, { limit: 1 }).length === 0,
  );
  return unknown && query.text.slice(unknown.terms[0]!.start, unknown.terms.at(-1)!.end);
}
