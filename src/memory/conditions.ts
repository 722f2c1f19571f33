import { type Article, minutesOf } from '../library/article.ts';
import type { ArticleCondition, Condition } from '../search/conditions.ts';
import type { Place } from './place.ts';

/** The part of what is remembered of an article that conditions depend on. */
interface Marks {
  readonly place?: Place | undefined;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly highlights?: number;
  readonly notes?: number;
}

const CONDITIONS: Readonly<Record<Condition, (marks: Marks) => boolean>> = {
  starred: ({ starred }) => starred === true,
  read: ({ read }) => read === true,
  unread: ({ read }) => !read,
  highlighted: ({ highlights = 0 }) => highlights > 0,
  noted: ({ notes = 0 }) => notes > 0,
  started: ({ place, read }) => place !== undefined && !read,
};

/** True if what is remembered of an article, undefined for nothing, meets a condition. */
export const meets = (marks: Marks | undefined, condition: Condition): boolean =>
  CONDITIONS[condition](marks ?? {});

/** True if an article, or what is remembered of it, undefined for nothing, meets a condition of a query. */
export function meetsCondition(
  article: Article,
  marks: Marks | undefined,
  condition: ArticleCondition,
): boolean {
  switch (condition.kind) {
    case 'mark':
      return meets(marks, condition.condition);
    case 'language':
      return (article.lang ?? article.detectedLang) === condition.language;
    case 'minutes': {
      const minutes = minutesOf(article.words);
      return minutes >= condition.least && minutes <= condition.most;
    }
    case 'period':
      return isInPeriod(article, condition);
  }
}

/** ISO 8601 dates sort as text, and a period before the days in it. */
const isInPeriod = ({ date }: Article, { after, before }: ArticleCondition & { kind: 'period' }): boolean =>
  date !== undefined && (after === undefined || date >= after) && (before === undefined || date < before);
