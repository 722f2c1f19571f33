import type { Article } from '../library/article.ts';
import { meetsCondition } from '../memory/conditions.ts';
import type { ArticleCondition } from '../search/conditions.ts';
import type { Query } from '../search/query.ts';
import { asksForMarks } from '../search/requirement.ts';
import type { Environment } from './environment.ts';

/**
 * Returns a function that tells whether an article meets a condition. Only for conditions on marks is the memory read.
 *
 * @param articles  those of the library, whose marks may stand under earlier paths
 */
export async function conditionTest(
  environment: Environment,
  paths: readonly string[],
  query: Query,
  articles: Iterable<Article>,
): Promise<(article: Article, condition: ArticleCondition) => boolean> {
  const marks = asksForMarks(query)
    ? await (await import('./marks.ts')).openMarks(environment, articles, paths)
    : undefined;
  return (article, condition) => meetsCondition(article, marks?.of(article), condition);
}
