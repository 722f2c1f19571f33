import type { Article } from '../library/article.ts';
import { memoryPath, readArticles } from '../memory/file.ts';
import { keysOf } from '../memory/key.ts';
import { readingOrder } from '../memory/reading-order.ts';
import type { ArticleMemory } from '../memory/records.ts';
import { cleanLine } from '../unicode/clean.ts';
import { type Environment, Failure } from './environment.ts';

/** The saved marks of the articles. */
export interface Marks {
  readonly of: (article: Article) => ArticleMemory | undefined;
  /** The higher, the later the article was last read; 0 if it never was. */
  readonly readNumberOf: (article: Article) => number;
}

/**
 * Reads what is remembered; nothing is in a private session.
 *
 * @throws {Failure} if it cannot be read: a list that is wrong without a word would be worse
 */
export function openMarks({ storage: { state }, catalogue }: Environment): Marks {
  const articles = state === undefined ? new Map<string, ArticleMemory>() : readArticles(state);
  if (!articles) throw new Failure(2, (messages) => messages.noMarks(cleanLine(memoryPath(state!))));
  const keyOf = keysOf(catalogue);
  const order = readingOrder(articles);
  return {
    of: (article) => articles.get(keyOf(article) ?? ''),
    readNumberOf: (article) => order.get(keyOf(article) ?? '') ?? 0,
  };
}
