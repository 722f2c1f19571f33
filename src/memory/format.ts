import type { Place } from './place.ts';
import { type ArticleMemory, applied, type Records, type Setting } from './records.ts';

const VERSION = 1;

export type Parsed =
  | { readonly kind: 'records'; readonly records: Records }
  | { readonly kind: 'damaged' }
  /** Written by a later version of the program, which this one must not overwrite. */
  | { readonly kind: 'newer' };

/** The text of the memory file for `records`. */
export function serialize({ articles, settings, search }: Records): string {
  return `${JSON.stringify({
    version: VERSION,
    search,
    settings: Object.fromEntries(settings),
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
  const articles = new Map<string, ArticleMemory>();
  for (const [key, value] of entriesOf(data.articles)) {
    const article = articleOf(value);
    if (article) articles.set(key, article);
  }
  const settings = new Map<string, Setting>();
  for (const [name, value] of entriesOf(data.settings)) {
    if (typeof value === 'string' || typeof value === 'boolean' || isNumber(value)) settings.set(name, value);
  }
  const search = typeof data.search === 'string' ? data.search : undefined;
  return { kind: 'records', records: { articles, settings, search } };
}

function articleOf(value: unknown): ArticleMemory | undefined {
  if (!isObject(value)) return undefined;
  const seen = isNumber(value.seen) ? value.seen : 0;
  const [read, starred] = [value.read === true, value.starred === true];
  return applied(undefined, { place: placeOf(value.place), read, starred, seen });
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
const entriesOf = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
