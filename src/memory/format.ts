import { ORDERS } from '../library/sort-articles.ts';
import { isCondition } from '../search/conditions.ts';
import type { Place } from './place.ts';
import { type ArticleMemory, applied, latestOf, type Records, type Setting, type View } from './records.ts';

/** Version 1 kept articles in the order in which they were first opened. */
const VERSION = 2;

export type Parsed =
  /** `hasForgotten` if there were more articles than are remembered. */
  | { readonly kind: 'records'; readonly records: Records; readonly hasForgotten: boolean }
  | { readonly kind: 'damaged' }
  /** Written by a later version of the program, which this one must not overwrite. */
  | { readonly kind: 'newer' };

/** The text of the memory file for `records`. */
export function serialize({ articles, settings, views, search }: Records): string {
  return `${JSON.stringify({
    version: VERSION,
    search,
    settings: Object.fromEntries(settings),
    views: Object.fromEntries(views),
    articles: Object.fromEntries(articles),
  })}\n`;
}

/** Parses the text of the memory file. Invalid records are ignored. */
export function parse(text: string): Parsed {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  if (!isObject(data) || typeof data.version !== 'number') return { kind: 'damaged' };
  if (data.version > VERSION) return { kind: 'newer' };
  const all = entriesOf(data.articles);
  if (data.version < 2) all.sort(([, a], [, b]) => seenOf(a) - seenOf(b));
  const kept = latestOf(all, (article) => isObject(article) && article.starred === true);
  const articles = new Map(validEntries(kept, articleOf));
  const views = new Map(validEntries(entriesOf(data.views), viewOf));
  const settings = new Map<string, Setting>();
  for (const [name, value] of entriesOf(data.settings)) {
    if (typeof value === 'string' || typeof value === 'boolean' || isNumber(value)) settings.set(name, value);
  }
  const search = typeof data.search === 'string' ? data.search : undefined;
  const hasForgotten = kept.length < all.length;
  return { kind: 'records', records: { articles, settings, views, search }, hasForgotten };
}

const seenOf = (article: unknown): number => (isObject(article) && isNumber(article.seen) ? article.seen : 0);

function articleOf(value: unknown): ArticleMemory | undefined {
  if (!isObject(value)) return undefined;
  const [read, starred] = [value.read === true, value.starred === true];
  const file = typeof value.file === 'string' ? { file: value.file } : {};
  return applied(undefined, {
    place: placeOf(value.place),
    read,
    starred,
    ...numbersIn(value, ['highlights', 'notes'], isNumber),
    ...numbersIn(value, ['firstRead', 'lastRead', 'finished'], isTime),
    ...file,
    seen: seenOf(value),
  });
}

/** Those of an object's properties `names` that are valid. */
const numbersIn = <Name extends string>(
  value: Record<string, unknown>,
  names: readonly Name[],
  isValid: (value: unknown) => value is number,
): { readonly [N in Name]?: number } =>
  Object.fromEntries(names.filter((name) => isValid(value[name])).map((name) => [name, value[name]])) as {
    readonly [N in Name]?: number;
  };

function viewOf(value: unknown): View | undefined {
  if (!isObject(value)) return undefined;
  const texts = Object.entries(value).filter(([, text]) => typeof text === 'string');
  const { selected, tag, condition, folder, query }: View = Object.fromEntries(texts);
  const order = ORDERS.find((each) => each === value.order);
  return {
    ...(order && { order }),
    ...(typeof value.reverse === 'boolean' && { reverse: value.reverse }),
    ...(selected !== undefined && { selected }),
    ...(tag !== undefined && { tag }),
    ...(isCondition(condition) && { condition }),
    ...(folder !== undefined && { folder }),
    ...(query !== undefined && { query }),
  };
}

function placeOf(value: unknown): Place | undefined {
  if (!isObject(value) || !isNumber(value.at) || value.at < 0) return undefined;
  const words = typeof value.words === 'string' ? value.words : '';
  const progress = isNumber(value.progress) ? Math.min(1, Math.max(0, value.progress)) : 0;
  return { at: Math.floor(value.at), words, progress };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
/** Milliseconds since 1970 that a date can have. */
const isTime = (value: unknown): value is number => isNumber(value) && Math.abs(value) <= 8.64e15;
/** The entries whose values `read` accepts, as it reads them. */
const validEntries = <T>(
  entries: readonly [string, unknown][],
  read: (value: unknown) => T | undefined,
): [string, T][] =>
  entries.flatMap(([key, each]) => {
    const valid = read(each);
    return valid === undefined ? [] : [[key, valid]];
  });
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
