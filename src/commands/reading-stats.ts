import { type Article, minutesOf } from '../library/article.ts';
import { dayOf } from '../library/drafts.ts';
import { meets } from '../memory/conditions.ts';
import type { ArticleMemory } from '../memory/records.ts';

/** What was finished in a month. */
export interface MonthStats {
  /** ISO 8601: `2024-05`. */
  readonly month: string;
  readonly articles: number;
  /** Reading time of these articles. */
  readonly minutes: number;
}

/** Figures of a library. */
export interface ReadingStats {
  readonly articles: number;
  readonly words: number;
  readonly read: number;
  readonly started: number;
  readonly starred: number;
  /** The last twelve months, up to the present one. */
  readonly months: readonly MonthStats[];
}

const MONTHS = 12;

/**
 * The figures of a library, and of what was finished in the last twelve months.
 *
 * @param now  milliseconds since 1970; months are those of the local time
 */
export function readingStats(
  articles: readonly Article[],
  markOf: (article: Article) => ArticleMemory | undefined,
  now: number,
): ReadingStats {
  const months = new Map(lastMonths(now).map((month) => [month, { month, articles: 0, minutes: 0 }]));
  const figures = { articles: articles.length, words: 0, read: 0, started: 0, starred: 0 };
  for (const article of articles) {
    const mark = markOf(article);
    figures.words += article.words;
    for (const condition of ['read', 'started', 'starred'] as const)
      if (meets(mark, condition)) figures[condition]++;
    const month = mark?.finished === undefined ? undefined : months.get(dayOf(mark.finished).slice(0, 7));
    if (!month) continue;
    month.articles++;
    month.minutes += minutesOf(article.words);
  }
  return { ...figures, months: [...months.values()] };
}

/** The last months up to that of `now`, as ISO 8601, the earliest first. */
function lastMonths(now: number): readonly string[] {
  const date = new Date(now);
  return Array.from({ length: MONTHS }, (_, index) => {
    const first = new Date(date.getFullYear(), date.getMonth() - (MONTHS - 1) + index, 1);
    return dayOf(first.getTime()).slice(0, 7);
  });
}
