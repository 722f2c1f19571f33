import type { Article } from '../library/article.ts';
import { fold } from '../unicode/slug.ts';
import { memoLast } from './memo.ts';

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** The tags of some articles, the most used first; spellings that differ in case or accents are one tag. */
export const tagsOf = memoLast((articles: readonly Article[]): readonly TagCount[] => {
  const counts = new Map<string, { tag: string; count: number }>();
  for (const article of articles) {
    for (const key of new Set(article.tags.map(fold))) {
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { tag: article.tags.find((tag) => fold(tag) === key)!, count: 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (fold(a.tag) < fold(b.tag) ? -1 : 1));
});

/** The tags that hold what was typed, in any case and without accents. */
export const tagsWith = memoLast((tags: readonly TagCount[], wanted: string): readonly TagCount[] =>
  tags.filter(({ tag }) => fold(tag).includes(fold(wanted.trim()))),
);
