import { resolve } from 'node:path';
import type { Article } from './article.ts';

/** Folders of drafts, in Jekyll. */
export const DRAFTS_FOLDER = '_drafts';

/** The local day of a time in milliseconds, as ISO 8601. */
export function dayOf(time: number): string {
  const date = new Date(time);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${date.getFullYear()}-${month}-${day}`;
}

const DAY = 86_400_000;

/**
 * Returns a function that tests whether a day, as ISO 8601, is after the local day of `now`. To find the time zone may take ten
 * milliseconds, so it is not asked for where the day in UTC, from which the local one differs by one at most, is enough.
 */
export function isAfterDayOf(now: number): (date: string) => boolean {
  const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const [before, after] = [utcDay(now - DAY), utcDay(now + DAY)];
  let today: string | undefined;
  return (date) => {
    if (date <= before || date > after) return date > after;
    today ??= dayOf(now);
    return date > today;
  };
}

/**
 * True for an article that is not published yet: it says so, or its date is to come. What is packed was sent or published.
 *
 * @param isToCome  whether a day, as ISO 8601, is after today
 */
export const isDraft = (
  { draft, date = '', packed }: Article,
  isToCome: (date: string) => boolean,
): boolean => draft === true || (packed === undefined && isToCome(date));

/** The article as a draft whose date is to come. */
export const scheduled = (article: Article): Article => ({ ...article, draft: true, isScheduled: true });

/** The article as it is on any day: without the mark of a draft if it has that only because its date is to come. */
export function unscheduled(article: Article): Article {
  if (!article.isScheduled) return article;
  const { draft, isScheduled, ...rest } = article;
  return rest;
}

/**
 * Returns a function that tests whether an article is a draft that the user did not name by its file.
 *
 * @param paths  of the library, as the user typed them
 */
export function unnamedDraft(paths: readonly string[]): (article: Article) => boolean {
  const named = new Set(paths.map((path) => resolve(path)));
  const isToCome = isAfterDayOf(Date.now());
  return (article) => isDraft(article, isToCome) && !named.has(article.path);
}
