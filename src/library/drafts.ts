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

/**
 * True for an article that is not published yet: it says so, or its date is to come. What is packed was sent or published.
 *
 * @param today  the local day, as ISO 8601
 */
export const isDraft = ({ draft, date = '', packed }: Article, today: string): boolean =>
  draft === true || (packed === undefined && date > today);

/**
 * Returns a function that tests whether an article is a draft that the user did not name by its file.
 *
 * @param paths  of the library, as the user typed them
 */
export function unnamedDraft(paths: readonly string[]): (article: Article) => boolean {
  const named = new Set(paths.map((path) => resolve(path)));
  const today = dayOf(Date.now());
  return (article) => isDraft(article, today) && !named.has(article.path);
}
