import type { Place } from './place.ts';

/**
 * Numbers the articles that were read in the order in which they were last read, from 1 on.
 *
 * @param articles  what is remembered, the article read last at the end; those without a place were only marked
 */
export function readingOrder(
  articles: ReadonlyMap<string, { readonly place?: Place | undefined }>,
): ReadonlyMap<string, number> {
  const read = [...articles].filter(([, { place }]) => place !== undefined);
  return new Map(read.map(([key], index) => [key, index + 1]));
}
