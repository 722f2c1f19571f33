import type { Article } from '../library/article.ts';
import { memoryPath, readMemory } from '../memory/file.ts';
import { keysOf } from '../memory/key.ts';
import { readingOrder } from '../memory/reading-order.ts';
import type { ArticleMemory } from '../memory/records.ts';
import { cleanLine } from '../unicode/clean.ts';
import { type Environment, Failure } from './environment.ts';
import { reasonOf } from './error-text.ts';
import { oldKeys } from './renames.ts';

/** The saved marks of the articles. */
export interface Marks {
  readonly of: (article: Article) => ArticleMemory | undefined;
  /** The higher, the later the article was last read; 0 if it never was. */
  readonly readNumberOf: (article: Article) => number;
}

/** The remembered articles. Throws a `Failure` with the reason if they cannot be read. */
function articlesIn(state: string): ReadonlyMap<string, ArticleMemory> {
  const memory = readMemory(state);
  if (memory.kind === 'records') return memory.articles;
  throw new Failure(2, (messages) => {
    const reason =
      memory.kind === 'unreadable' ? reasonOf(memory.cause, messages) : messages.badMarks[memory.kind];
    return messages.noMarks(cleanLine(memoryPath(state)), reason);
  });
}

/**
 * Reads what is remembered of the articles of a library, also of those whose files were renamed; nothing is in a private
 * session.
 *
 * @param paths  of the library, as the user typed them; none for the bundled articles
 * @throws {Failure} if it cannot be read: a list that is wrong without a word would be worse
 */
export async function openMarks(
  environment: Environment,
  articles: Iterable<Article>,
  paths: readonly string[],
): Promise<Marks> {
  const { state } = environment.storage;
  const records = state === undefined ? new Map<string, ArticleMemory>() : articlesIn(state);
  const oldKeyOf = await oldKeys(environment, records, {
    paths,
    articles: () => articles,
    records: () => records,
  });
  const ownKeyOf = keysOf(environment.catalogue);
  const keyOf = (article: Article): string => {
    const key = ownKeyOf(article) ?? '';
    return oldKeyOf.get(key) ?? key;
  };
  const order = readingOrder(records);
  return {
    of: (article) => records.get(keyOf(article)),
    readNumberOf: (article) => order.get(keyOf(article)) ?? 0,
  };
}
