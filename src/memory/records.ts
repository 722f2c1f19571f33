import type { Sorting } from '../library/sort-articles.ts';
import type { Condition } from '../search/conditions.ts';
import type { Place } from './place.ts';
import type { ReadingTimes, TimesChange } from './reading-times.ts';

/** The saved position and marks of an article. */
export interface ArticleMemory extends ReadingTimes {
  /** Where the reader stopped. */
  readonly place?: Place;
  readonly read?: true;
  readonly starred?: true;
  /** How many passages of it are highlighted, and how many of these have a note. */
  readonly highlights?: number;
  readonly notes?: number;
  /** Identifies the contents of its file, so that the article is known again under another name; see `fingerprintOf`. */
  readonly file?: string;
  /** When it last changed, in milliseconds since 1970. Clocks go wrong, so nothing is ordered by it. */
  readonly seen: number;
}

export type Setting = string | number | boolean;

/** What the list of a library showed when the reader was last left. */
export interface View extends Partial<Sorting> {
  /** The key of the selected article. */
  readonly selected?: string;
  readonly tag?: string;
  readonly condition?: Condition;
  /** As a path below the root of the library. */
  readonly folder?: string;
  readonly query?: string;
}

/** Records or changes of articles, by the keys of `keysOf`, with those of the reader. */
export interface Memories<OfArticle> {
  /** Those that were read most recently come last. */
  readonly articles: ReadonlyMap<string, OfArticle>;
  readonly settings: ReadonlyMap<string, Setting>;
  /** By the keys of `libraryKey`, the library opened last at the end. */
  readonly views: ReadonlyMap<string, View>;
  /** The last search. */
  readonly search?: string | undefined;
}

export type Records = Memories<ArticleMemory>;
/** Changes affect only what they name, so that those of two instances can be combined. */
export type Changes = Memories<ArticleChange>;

/** A change of an article. Absent properties stay as they are; an undefined place or time removes it. */
export interface ArticleChange extends TimesChange {
  readonly place?: Place | undefined;
  readonly read?: boolean;
  readonly starred?: boolean;
  readonly highlights?: number;
  readonly notes?: number;
  readonly file?: string;
  readonly seen: number;
}

/** Most articles remembered. Beyond that, those not read for longest are forgotten, starred ones last. */
const MOST_ARTICLES = 5000;
/** Most libraries whose view is remembered. */
const MOST_VIEWS = 100;

/** Applies changes to records. */
export function merge(records: Records, changes: Changes): Records {
  const articles = new Map(records.articles);
  for (const [key, change] of changes.articles) changeArticle(articles, key, change);
  const settings = new Map([...records.settings, ...changes.settings]);
  const views = new Map(records.views);
  for (const [key, view] of changes.views) moveToEnd(views, key, view);
  return {
    articles: latest(articles),
    settings,
    views: new Map([...views].slice(-MOST_VIEWS)),
    search: changes.search ?? records.search,
  };
}

/** Applies a change to an article's record. Only reading it makes it the one that was read last. */
export function changeArticle(
  articles: Map<string, ArticleMemory>,
  key: string,
  change: ArticleChange,
): void {
  const next = applied(articles.get(key), change);
  if (!next.place && !next.read && !next.starred && !next.highlights) articles.delete(key);
  else if (change.place) moveToEnd(articles, key, next);
  else articles.set(key, next);
}

/** Sets an entry of a map and makes it the last one. */
export function moveToEnd<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
}

/** Two changes of an article as one. */
export function combined(first: ArticleChange | undefined, second: ArticleChange): ArticleChange {
  const firstRead = first?.firstRead ?? second.firstRead;
  return { ...first, ...second, ...(firstRead === undefined ? {} : { firstRead }) };
}

/** An article's record after a change. */
export function applied(before: ArticleMemory | undefined, change: ArticleChange): ArticleMemory {
  const place = 'place' in change ? change.place : before?.place;
  const read = change.read ?? before?.read;
  const starred = change.starred ?? before?.starred;
  const highlights = change.highlights ?? before?.highlights;
  const notes = change.notes ?? before?.notes;
  const file = change.file ?? before?.file;
  const firstRead = before?.firstRead ?? change.firstRead;
  const lastRead = change.lastRead ?? before?.lastRead;
  const finished = 'finished' in change ? change.finished : before?.finished;
  return {
    ...(place ? { place } : {}),
    ...(read ? { read } : {}),
    ...(starred ? { starred } : {}),
    ...(highlights ? { highlights } : {}),
    ...(notes ? { notes } : {}),
    ...(file ? { file } : {}),
    ...(firstRead === undefined ? {} : { firstRead }),
    ...(lastRead === undefined ? {} : { lastRead }),
    ...(finished === undefined ? {} : { finished }),
    seen: change.seen,
  };
}

function latest(articles: ReadonlyMap<string, ArticleMemory>): ReadonlyMap<string, ArticleMemory> {
  if (articles.size <= MOST_ARTICLES) return articles;
  return new Map(latestOf([...articles], ({ starred }) => starred === true));
}

/** The entries of articles, in order, that are not to be forgotten. */
export function latestOf<T>(
  entries: readonly [string, T][],
  isStarred: (article: T) => boolean,
): [string, T][] {
  let excess = entries.length - MOST_ARTICLES;
  let starredExcess = entries.filter(([, article]) => isStarred(article)).length - MOST_ARTICLES;
  return entries.filter(([, article]) => (isStarred(article) ? starredExcess-- <= 0 : excess-- <= 0));
}
