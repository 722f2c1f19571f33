import { resolve } from 'node:path';
import { fold, slugOf } from '../unicode/slug.ts';
import type { Article } from './article.ts';
import { nearest } from './nearest-names.ts';

export type Found =
  | { readonly kind: 'one'; readonly article: Article }
  | { readonly kind: 'many'; readonly articles: readonly Article[] }
  /** `near`: the likeliest meant, best first, at most three. */
  | { readonly kind: 'none'; readonly near: readonly Article[] };

/**
 * The article a person means by `reference`: an id, a title, a path, the number (from 1) of its place in `articles`, a
 * beginning or a part of an id, a part of a title, or words of one. The first of these that fits any article decides.
 */
export function resolveReference(articles: readonly Article[], reference: string): Found {
  const wanted = reference.trim().normalize('NFC');
  if (wanted === '') return { kind: 'none', near: [] };
  const exact = articles.filter((article) => article.id === wanted);
  if (exact.length > 0) return decided(exact);
  const path = resolve(reference);
  const suffix = `/${wanted}`;
  const byPath = articles.filter(
    (article) => article.path === path || article.path.normalize('NFC').endsWith(suffix),
  );
  if (byPath.length > 0) return decided(byPath);
  const folded = fold(wanted);
  const titles = articles.map((article) => fold(article.title));
  const titled = articles.filter((_, i) => titles[i] === folded);
  if (titled.length > 0) return decided(titled);
  const number = /^#?(\d{1,9})$/.exec(wanted);
  const numbered = number && articles[Number(number[1]) - 1];
  if (numbered) return decided([numbered]);
  const slug = slugOf(wanted);
  const words = slug.split('-');
  const ways: ((article: Article, index: number) => boolean)[] = [
    (article) => article.id.startsWith(slug),
    (article) => article.id.includes(slug),
    (_, index) => titles[index]!.includes(folded),
    (article) => {
      const title = `-${slugOf(article.title)}`;
      return words.every((word) => title.includes(`-${word}`));
    },
  ];
  for (const way of slug === '' ? ways.slice(2, 3) : ways) {
    const fitting = articles.filter(way);
    if (fitting.length > 0) return decided(fitting);
  }
  return { kind: 'none', near: nearest(articles, wanted) };
}

const decided = (articles: readonly Article[]): Found =>
  articles.length === 1 ? { kind: 'one', article: articles[0]! } : { kind: 'many', articles };
