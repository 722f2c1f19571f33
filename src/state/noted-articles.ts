import type { Annotation } from '../annotations/annotation.ts';
import type { Article } from '../library/article.ts';
import { withTag } from '../library/sort-articles.ts';
import { meets } from '../memory/conditions.ts';
import { type Clause, parseQuery, type Query } from '../search/query.ts';
import { tokenize } from '../search/tokenize.ts';
import { memoLast } from './selectors.ts';
import type { Results, State } from './state.ts';

/** Results with the articles at their end that do not match the query themselves, but whose notes have all of its words. */
export function withNotedArticles(state: State, results: Results): Results {
  if (state.annotations.size === 0) return results;
  const query = parseQuery(results.query);
  if (!isPlain(query)) return results;
  const keys = [...state.annotations].flatMap(([key, all]) =>
    all.some((each) => matches(each, query)) ? [key] : [],
  );
  if (keys.length === 0) return results;
  const byKey = articlesByKey(state.library.articles, state.keyOf);
  const found = new Set(results.articles);
  const noted = keys.flatMap((key) => {
    const article = byKey.get(key);
    return article && !found.has(article) && isListed(state, results, article) ? [article] : [];
  });
  return noted.length === 0 ? results : { ...results, articles: [...results.articles, ...noted] };
}

/** True for a query of words alone, without fields, dates or conditions, which notes do not have. */
const isPlain = ({ loose, clauses, conditions, after, before }: Query): boolean =>
  loose && clauses.length > 0 && conditions.length === 0 && after === undefined && before === undefined;

function matches({ note }: Annotation, { clauses }: Query): boolean {
  if (note === undefined) return false;
  const words = tokenize(note).map(({ folded }) => folded);
  const has = ({ terms }: Clause): boolean =>
    terms.every(({ folded, prefix }) =>
      words.some((word) => (prefix ? word.startsWith(folded) : word === folded)),
    );
  return clauses.every((clause) => clause.optional || has(clause) !== clause.excluded);
}

/** True if an article passes the filter that the results were found with. */
const isListed = (state: State, { tag, condition }: Results, article: Article): boolean =>
  (tag === undefined || withTag([article], tag).length > 0) &&
  (condition === undefined || meets(state.marks.get(state.keyOf(article)), condition));

const articlesByKey = memoLast(
  (articles: readonly Article[], keyOf: State['keyOf']): ReadonlyMap<string, Article> =>
    new Map(articles.map((article) => [keyOf(article), article])),
);
