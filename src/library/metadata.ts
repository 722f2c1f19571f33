import { isPlaceholder } from '../document/placeholders.ts';
import { cleanLine } from '../unicode/clean.ts';
import { slugOf } from '../unicode/slug.ts';
import { isoDate } from './dates.ts';
import type { Fields, Value } from './yaml-lines.ts';

/** The metadata in front matter. All strings are clean, on one line and of bounded length. */
export interface Metadata {
  readonly title?: string;
  readonly author?: string;
  /** When the article was published. */
  readonly date?: string;
  /** When it was last changed. */
  readonly modified?: string;
  readonly tags: readonly string[];
  readonly lang?: string;
  readonly source?: string;
  readonly summary?: string;
  readonly slug?: string;
  readonly series?: string;
  readonly part?: number;
  readonly draft?: boolean;
}

/** Limits of strings, in UTF-16 units, and of lists, so that metadata stays small whatever a file holds. */
const MAX_LENGTH = 500;
const MAX_ITEMS = 50;

/** Names of fields in Jekyll, Hugo, Zola and Obsidian; the first that has a value counts. */
const NAMES = {
  title: ['title', 'titre'],
  author: ['author', 'authors', 'auteur'],
  date: [
    'date',
    'published',
    'publishdate',
    'publish_date',
    'date_published',
    'pubdate',
    'created',
    'creation_date',
  ],
  modified: ['lastmod', 'modified', 'updated', 'last_modified', 'last_modified_at', 'date_modified'],
  lang: ['lang', 'language', 'locale'],
  source: ['source', 'link', 'canonical_url', 'canonicalurl', 'canonical', 'external_url'],
  summary: ['summary', 'description', 'excerpt'],
  slug: ['slug'],
  series: ['series'],
  part: ['part', 'series_order', 'series_part'],
} as const;

/** Reads metadata from the fields of front matter, and ignores other fields. */
export function metadataOf(fields: Fields): Metadata {
  const named = namedFields(fields);
  const text = (of: keyof typeof NAMES): string | undefined => {
    for (const name of NAMES[of]) {
      const value = named.get(name);
      const read = value === undefined ? '' : of === 'author' ? authorsOf(value) : textOf(value);
      if (read !== '') return read;
    }
    return undefined;
  };
  const date = (of: 'date' | 'modified'): string | undefined => {
    for (const name of NAMES[of]) {
      const found = isoDate(textOf(named.get(name)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const title = text('title');
  const part = Number(text('part') ?? Number.NaN);
  return {
    ...optional('title', title !== undefined && isPlaceholder(title) ? undefined : title),
    ...optional('author', text('author')),
    ...optional('date', date('date')),
    ...optional('modified', date('modified')),
    tags: tagsOf(named),
    ...optional('lang', languageCode(text('lang'))),
    ...optional('source', text('source')),
    ...optional('summary', text('summary')),
    ...optional('slug', slugOf(text('slug') ?? '') || undefined),
    ...optional('series', text('series')),
    ...(Number.isInteger(part) && part > 0 ? { part } : {}),
    ...(isDraft(named) ? { draft: true } : {}),
  };
}

/** Fields by lower-case names, also those that Zola and Hugo put into subtables. */
function namedFields(fields: Fields): Map<string, Value> {
  const named = new Map<string, Value>();
  for (const table of ['params', 'extra', 'taxonomies']) {
    const value = fields[table];
    if (isMap(value)) for (const [key, item] of Object.entries(value)) named.set(key.toLowerCase(), item);
  }
  for (const [key, value] of Object.entries(fields)) named.set(key.toLowerCase().replaceAll('-', '_'), value);
  return named;
}

const isDraft = (named: ReadonlyMap<string, Value>): boolean =>
  saysOf(named, 'draft', 'true') || saysOf(named, 'published', 'false') || saysOf(named, 'status', 'draft');

const saysOf = (named: ReadonlyMap<string, Value>, name: string, answer: string): boolean => {
  const value = named.get(name);
  return typeof value === 'string' && value.trim().toLowerCase() === answer;
};

/** `{ [name]: value }`, or `{}` if `value` is undefined. */
export function optional<Name extends string, T>(
  name: Name,
  value: T | undefined,
): { readonly [key in Name]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: T });
}

const isMap = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value on one line, lists joined by commas. Empty if it has no text. */
function textOf(value: Value | undefined): string {
  if (typeof value === 'string') {
    const line = cleanLine(value.slice(0, 4 * MAX_LENGTH));
    if (line === 'null' || line === '~') return '';
    return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH - 1).trimEnd()}…` : line;
  }
  return Array.isArray(value) ? value.slice(0, MAX_ITEMS).map(textOf).filter(Boolean).join(', ') : '';
}

/** Names of authors, which may be maps (`{ name: … }`), joined by commas. */
function authorsOf(value: Value): string {
  const list: readonly Value[] = Array.isArray(value) ? value : [value];
  const names = list.slice(0, MAX_ITEMS).map((item) => textOf(isMap(item) ? (item.name ?? item.nom) : item));
  return names.filter(Boolean).join(', ');
}

function tagsOf(named: ReadonlyMap<string, Value>): string[] {
  const tags = new Map<string, string>();
  for (const name of ['tags', 'tag', 'categories', 'category', 'keywords']) {
    const value = named.get(name);
    const items = Array.isArray(value) ? value.flat(2) : typeof value === 'string' ? listOf(value, name) : [];
    for (const item of items.slice(0, MAX_ITEMS)) {
      const tag = textOf(item as Value).replace(/^#/, '');
      if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
    }
  }
  return [...tags.values()].slice(0, MAX_ITEMS);
}

/** Splits a list at commas; if there are none, at spaces for the plural names, as Jekyll does. */
function listOf(value: string, name: string): string[] {
  const text = value.slice(0, MAX_ITEMS * MAX_LENGTH);
  if (/[,;]/.test(text)) return text.split(/[,;]/);
  return name === 'tags' || name === 'categories' ? text.split(/\s+/) : [text];
}

const languageCode = (text: string | undefined): string | undefined =>
  /^([a-z]{2,3})(?:[-_.@].*)?$/i.exec(text ?? '')?.[1]?.toLowerCase();
