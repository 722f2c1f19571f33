import { editDistance } from '../algorithms/edit-distance.ts';
import { fold } from '../unicode/slug.ts';
import type { Article } from './article.ts';

/** Letters by which a tag may differ from the one that was meant. */
const MAX_EDITS = 2;

/** The tags of articles: those most like `tag` first, then those of most articles. */
export function tagsLike(articles: readonly Article[], tag: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const own of articles.flatMap((article) => article.tags)) counts.set(own, (counts.get(own) ?? 0) + 1);
  const wanted = fold(tag);
  const isNear = (own: string): boolean => editDistance(fold(own), wanted) <= MAX_EDITS;
  return [...counts]
    .sort(([one, count], [other, more]) => Number(isNear(other)) - Number(isNear(one)) || more - count)
    .map(([own]) => own);
}
