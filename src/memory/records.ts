import type { Place } from './place.ts';

/** What is remembered of an article. */
export interface ArticleMemory {
  /** Where the reader stopped. */
  readonly place?: Place;
  readonly read?: true;
  readonly starred?: true;
  /** When it last changed, in milliseconds since 1970. */
  readonly seen: number;
}

export type Setting = string | number | boolean;

/** Records or changes of articles, by the keys of `keysOf`, with those of the reader. */
export interface Memories<OfArticle> {
  readonly articles: ReadonlyMap<string, OfArticle>;
  readonly settings: ReadonlyMap<string, Setting>;
  /** The last search. */
  readonly search?: string | undefined;
}

export type Records = Memories<ArticleMemory>;
/** Changes affect only what they name, so that those of two instances can be combined. */
export type Changes = Memories<ArticleChange>;

/** A change of an article. Absent properties stay as they are; an undefined place removes the place. */
export interface ArticleChange {
  readonly place?: Place | undefined;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly seen: number;
}

/** Most articles remembered. Beyond that, those not seen for longest are forgotten, starred ones last. */
const MOST_ARTICLES = 5000;

/** Applies changes to records. */
export function merge(records: Records, changes: Changes): Records {
  const articles = new Map(records.articles);
  for (const [key, change] of changes.articles) articles.set(key, applied(articles.get(key), change));
  const settings = new Map([...records.settings, ...changes.settings]);
  return { articles: newest(articles), settings, search: changes.search ?? records.search };
}

/** An article's record after a change. */
export function applied(before: ArticleMemory | undefined, change: ArticleChange): ArticleMemory {
  const place = 'place' in change ? change.place : before?.place;
  const read = change.read ?? before?.read;
  const starred = change.starred ?? before?.starred;
  return {
    ...(place ? { place } : {}),
    ...(read ? { read } : {}),
    ...(starred ? { starred } : {}),
    seen: Math.max(change.seen, before?.seen ?? 0),
  };
}

function newest(articles: Map<string, ArticleMemory>): Map<string, ArticleMemory> {
  if (articles.size <= MOST_ARTICLES) return articles;
  const rank = ({ starred, seen }: ArticleMemory): number => (starred ? Number.MAX_SAFE_INTEGER : seen);
  return new Map([...articles].sort(([, a], [, b]) => rank(b) - rank(a)).slice(0, MOST_ARTICLES));
}
