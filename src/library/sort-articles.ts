import { fold } from '../unicode/slug.ts';
import type { Article } from './article.ts';

export const ORDERS = ['date', 'title', 'length'] as const;
export type Order = (typeof ORDERS)[number];

/**
 * Articles in a new order: by `date` the newest first and undated ones last; by `title` in the alphabet's order, accents
 * and case aside; by `length` the shortest first. `reverse` turns that round. Equals are in the order of their titles,
 * then of their ids.
 */
export function sortArticles(articles: readonly Article[], order: Order, reverse = false): Article[] {
  const rows = articles.map((article) => ({ article, title: titleKey(article.title) }));
  const sign = reverse ? -1 : 1;
  rows.sort((a, b) => {
    const first =
      order === 'date'
        ? compare(b.article.date ?? '', a.article.date ?? '')
        : order === 'length'
          ? a.article.words - b.article.words
          : compare(a.title, b.title);
    return sign * first || compare(a.title, b.title) || compare(a.article.id, b.article.id);
  });
  return rows.map((row) => row.article);
}

/** The articles that carry a tag, accents and case aside. */
export function withTag(articles: readonly Article[], tag: string): Article[] {
  const wanted = fold(tag.trim());
  return articles.filter((article) => article.tags.some((own) => fold(own) === wanted));
}

/** What comes before the first letter or digit does not count: guillemets, dashes. Numbers go by value. */
const titleKey = (title: string): string =>
  fold(title)
    .replace(/^[\s!-/:-@[-`{-~«»“”‘’‹›„…–—¿¡•]+/, '')
    .replace(/\d{1,12}/g, (digits) => digits.padStart(12, '0'));

/** By code unit: stable on every machine, and many times faster than a collator on folded text. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
