import { fold } from '../unicode/slug.ts';
import { type Article, fileOf } from './article.ts';

export const ORDERS = ['date', 'title', 'length', 'read'] as const;
export type Order = (typeof ORDERS)[number];

/** How a list is sorted. */
export interface Sorting {
  readonly order: Order;
  readonly reverse: boolean;
}

export const DEFAULT_SORTING: Sorting = { order: 'date', reverse: false };

/** The facts of an article that are compared. */
interface SortKeys {
  readonly article: Article;
  readonly title: string;
  /** What the chapters of a book have in common, and no other articles; of any other article, its title. */
  readonly group: string;
  readonly date: string;
  readonly readNumber: number;
}

const COMPARISONS: Readonly<Record<Order, (a: SortKeys, b: SortKeys) => number>> = {
  date: (a, b) => compare(b.date, a.date),
  title: (a, b) => compare(a.title, b.title),
  length: (a, b) => a.article.words - b.article.words,
  read: (a, b) => b.readNumber - a.readNumber || compare(b.date, a.date),
};

/**
 * A sorted copy of `articles`: by `date` the newest first, those without one by when their files were modified; by `title`
 * alphabetically, ignoring case and accents; by `length` the shortest first; by `read` the article read last first, those
 * never read by date. `reverse` reverses that. Equals are sorted by title, then by id; the chapters of a book stay
 * together, by its title, in its order. Drafts come last in any order.
 *
 * @param readNumberOf  for `read`: the higher, the later the article was last read; 0 if it never was
 */
export function sortArticles(
  articles: readonly Article[],
  order: Order,
  reverse = false,
  readNumberOf: (article: Article) => number = () => 0,
): Article[] {
  const rows = articles.map((article) => keysOf(article, order, readNumberOf));
  const sign = reverse ? -1 : 1;
  const first = COMPARISONS[order];
  rows.sort((a, b) => compareKeys(a, b, sign * first(a, b)));
  return rows.map((row) => row.article);
}

/** Compares two articles as `sortArticles` does by `date`: below 0 if `a` comes first. */
export function compareByDate(a: Article, b: Article): number {
  const [keys, others] = [keysOf(a, 'date'), keysOf(b, 'date')];
  return compareKeys(keys, others, COMPARISONS.date(keys, others));
}

function keysOf(article: Article, order: Order, readNumberOf?: (article: Article) => number): SortKeys {
  const title = titleKey(article.title);
  return {
    article,
    title,
    group: groupKey(article) ?? title,
    date: order === 'date' || order === 'read' ? dateKey(article) : '',
    readNumber: order === 'read' ? (readNumberOf?.(article) ?? 0) : 0,
  };
}

/** @param first  what the order says of them */
const compareKeys = (a: SortKeys, b: SortKeys, first: number): number =>
  Number(a.article.draft ?? false) - Number(b.article.draft ?? false) ||
  first ||
  compare(a.group, b.group) ||
  (a.article.member?.at ?? 0) - (b.article.member?.at ?? 0) ||
  compare(a.title, b.title) ||
  compare(a.article.id, b.article.id);

/** The articles with a tag, ignoring case and accents. */
export function withTag(articles: readonly Article[], tag: string): Article[] {
  const wanted = fold(tag.trim());
  return articles.filter((article) => article.tags.some((own) => fold(own) === wanted));
}

/** True if an article has each of these tags, as `withTag` compares them. */
export const hasTags = (article: Article, tags: readonly string[]): boolean =>
  tags.every((tag) => withTag([article], tag).length > 0);

const DAY = 86_400_000;
/** Dates by days since 1970: most files of a library were changed on a few days. */
const dates = new Map<number, string>();

/** An article's date, else that of its file's last change; empty if neither is known. */
function dateKey({ date, mtime }: Article): string {
  if (date !== undefined || mtime <= 0) return date ?? '';
  const day = Math.floor(mtime / DAY);
  let known = dates.get(day);
  if (known === undefined) {
    known = new Date(day * DAY).toISOString().slice(0, 10);
    dates.set(day, known);
  }
  return known;
}

/** The title of the book that an article is a chapter of, and its file; undefined if it is not a chapter. */
const groupKey = (article: Article): string | undefined =>
  article.member && article.series !== undefined
    ? `${titleKey(article.series)}\0${fileOf(article)}`
    : undefined;

/** A title folded for sorting: without quotation marks and dashes before the first letter, numbers padded with zeros. */
const titleKey = (title: string): string =>
  fold(title)
    .replace(/^[\s!-/:-@[-`{-~«»“”‘’‹›„…–—¿¡•]+/, '')
    .replace(/\d{1,12}/g, (digits) => digits.padStart(12, '0'));

/** By code unit: stable on every machine, and many times faster than a collator on folded text. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
