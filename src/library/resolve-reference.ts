import { parse, resolve } from 'node:path';
import { editDistance } from '../algorithms/edit-distance.ts';
import { fold, slugOf } from '../unicode/slug.ts';
import type { Article } from './article.ts';

/** The names of an article. */
export type Named = Pick<Article, 'id' | 'title' | 'path'>;

export type Found<T extends Named = Article> =
  | { readonly kind: 'one'; readonly article: T }
  | { readonly kind: 'many'; readonly articles: readonly T[] }
  /** `near`: suggestions, the best first, at most `MAX_SUGGESTIONS`. */
  | { readonly kind: 'none'; readonly near: readonly T[] };

/** Whether a reference means an article, the one at `index` of the list. */
type Test = (article: Named, index: number) => boolean;

/**
 * Finds the article that the user means by `reference`: an id, a path, a title, a file's name without its suffix, a number (from 1) in the list `articles`,
 * the beginning of an id, part of an id, part of a title, or words of a title. The first of these that matches decides.
 */
export function resolveReference<T extends Named>(articles: readonly T[], reference: string): Found<T> {
  const wanted = reference.trim().normalize('NFC');
  if (wanted === '') return { kind: 'none', near: [] };
  for (const test of testsFor(wanted, resolve(reference))) {
    const matches = articles.filter(test);
    if (matches.length === 1) return { kind: 'one', article: matches[0]! };
    if (matches.length > 1) return { kind: 'many', articles: matches };
  }
  return { kind: 'none', near: nearest(articles, wanted) };
}

/** The tests for a reference, the strictest first. */
function* testsFor(wanted: string, path: string): Generator<Test> {
  yield (article) => article.id === wanted;
  yield (article) => article.path === path || article.path.normalize('NFC').endsWith(`/${wanted}`);
  const folded = fold(wanted);
  const titles = new Map<Named, string>();
  const titleOf = (article: Named): string => {
    const title = titles.get(article) ?? fold(article.title);
    titles.set(article, title);
    return title;
  };
  yield (article) => titleOf(article) === folded;
  yield ({ path }) => fold(parse(path).name.normalize('NFC')) === folded;
  const number = /^#?(\d{1,9})$/.exec(wanted)?.[1];
  if (number !== undefined) yield (_, index) => index === Number(number) - 1;
  const slug = slugOf(wanted);
  if (slug !== '') {
    yield (article) => article.id.startsWith(slug);
    yield (article) => article.id.includes(slug);
  }
  yield (article) => titleOf(article).includes(folded);
  if (slug === '') return;
  const words = slug.split('-');
  yield (article) => {
    const title = `-${slugOf(article.title)}`;
    return words.every((word) => title.includes(`-${word}`));
  };
}

const MAX_SUGGESTIONS = 3;
/** Likeness of the least like suggestion; 1 is equal. */
const MIN_LIKENESS = 0.45;

/** The articles whose ids or titles are most like `reference`, the best first. */
function nearest<T extends Named>(articles: readonly T[], reference: string): T[] {
  const wanted = slugOf(reference);
  if (wanted === '') return [];
  const pairs = bigrams(wanted);
  return articles
    .map((article) => {
      const title = slugOf(article.title);
      return {
        article,
        score: Math.max(likeness(pairs, wanted, article.id), likeness(pairs, wanted, title)),
      };
    })
    .filter(({ score }) => score >= MIN_LIKENESS)
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ article }) => article);
}

/**
 * The likeness of `wanted` and `text`: Dice's coefficient of their pairs of letters, with the longer one's other pairs
 * counted half, as references are often only part of a title; or that of the nearest word by edit distance, if higher.
 */
function likeness(pairs: ReadonlySet<string>, wanted: string, text: string): number {
  const own = bigrams(text);
  const shared = [...pairs].filter((pair) => own.has(pair)).length;
  const dice = pairs.size === 0 ? 0 : shared / (pairs.size + 0.5 * Math.max(0, own.size - pairs.size));
  if (wanted.includes('-') || shared < pairs.size * 0.3) return dice;
  const likenessOf = (word: string): number =>
    1 - editDistance(wanted, word) / Math.max(word.length, wanted.length);
  return Math.max(dice, ...text.split('-').map(likenessOf));
}

const bigrams = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
