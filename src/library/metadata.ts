import { isPlaceholder } from '../document/placeholders.ts';
import { cleanLine } from '../unicode/clean.ts';
import { slugOf } from '../unicode/slug.ts';
import { firstUnits } from '../unicode/units.ts';
import { isoDate } from './dates.ts';
import type { Fields, Value } from './yaml-lines.ts';

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

const TAG_NAMES = ['tags', 'tag', 'categories', 'category', 'keywords'] as const;
/** Tables of fields that Zola and Hugo have. */
const TABLES = ['params', 'extra', 'taxonomies'] as const;

/**
 * Reads metadata from the fields of front matter: properties of an article, undefined if missing, and when it was
 * `modified`, and whether the title is a placeholder for that of another file. All strings are clean, on one line and of bounded length.
 */
export function metadataOf(fields: Fields) {
  const named = namedFields(fields);
  /** The first value of a field that `read` can use. */
  const first = (
    field: keyof typeof NAMES,
    read: (value: Value) => string | undefined,
  ): string | undefined => {
    for (const name of NAMES[field]) {
      const value = named.get(name);
      const found = value === undefined ? undefined : read(value);
      if (found) return found;
    }
    return undefined;
  };
  const dateOf = (value: Value): string | undefined => isoDate(textOf(value));
  const title = first('title', textOf);
  const hasTitle = title !== undefined && !isPlaceholder(title);
  const part = Number(first('part', textOf));
  const summary = first('summary', textOf);
  return {
    title: hasTitle ? title : undefined,
    isTemplate: (title !== undefined && !hasTitle) || undefined,
    author: first('author', authorsOf),
    date: first('date', dateOf),
    modified: first('modified', dateOf),
    tags: tagsOf(named),
    lang: languageCode(first('lang', textOf)),
    source: first('source', textOf),
    summary,
    slug: slugOf(first('slug', textOf) ?? '') || undefined,
    series: first('series', textOf),
    part: Number.isInteger(part) && part > 0 ? part : undefined,
    draft: isDraft(named) || undefined,
    matter: otherTexts(named, summary) || undefined,
  };
}

/** Fields by lower-case names, also those that Zola and Hugo put into subtables. */
function namedFields(fields: Fields): Map<string, Value> {
  const named = new Map<string, Value>();
  for (const table of TABLES) {
    const value = fields[table];
    if (isMap(value)) for (const [key, item] of Object.entries(value)) named.set(key.toLowerCase(), item);
  }
  for (const [key, value] of Object.entries(fields)) named.set(key.toLowerCase().replaceAll('-', '_'), value);
  return named;
}

function isDraft(named: ReadonlyMap<string, Value>): boolean {
  const says = (name: string, answer: string): boolean =>
    textOf(named.get(name) ?? '').toLowerCase() === answer;
  return says('draft', 'true') || says('published', 'false') || says('status', 'draft');
}

const isMap = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value on one line, lists joined by commas. Empty if it has no text. */
function textOf(value: Value): string {
  if (typeof value === 'string') {
    const line = cleanLine(value.slice(0, 4 * MAX_LENGTH));
    return line === 'null' || line === '~' ? '' : limited(line);
  }
  return Array.isArray(value)
    ? limited(value.slice(0, MAX_ITEMS).map(textOf).filter(Boolean).join(', '))
    : '';
}

/** A line that is not too long, or its beginning. */
const limited = (line: string): string =>
  line.length > MAX_LENGTH ? `${firstUnits(line, MAX_LENGTH - 1).trimEnd()}…` : line;

/** Names of authors, which may be maps (`{ name: … }`), joined by commas. */
function authorsOf(value: Value): string {
  const list: readonly Value[] = Array.isArray(value) ? value : [value];
  const names = list
    .slice(0, MAX_ITEMS)
    .map((item) => textOf(isMap(item) ? (item.name ?? item.nom ?? '') : item));
  return limited(names.filter(Boolean).join(', '));
}

function tagsOf(named: ReadonlyMap<string, Value>): string[] {
  const tags = new Map<string, string>();
  for (const name of TAG_NAMES) {
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

/** Names of fields that set how a page is made, not what it says. */
const TECHNICAL = new Set(
  (
    'layout template theme type kind permalink url aliases alias redirect_from redirect_to id uid uuid cssclass cssclasses ' +
    'class weight order format output editor engine encoding charset image cover thumbnail banner icon draft status publish ' +
    'comments toc math mermaid version license repository generator'
  ).split(' '),
);
const READ: ReadonlySet<string> = new Set([
  ...Object.values(NAMES).flat(),
  ...TAG_NAMES,
  ...TABLES,
  ...TECHNICAL,
]);
/** An address, a path, a date or a number: words of it are no text. */
const NO_TEXT =
  /^(?:[a-z]+:|[\w.~-]*[/\\]\S*$|[\d\s.:,+TZ-]+$|#[\da-f]+$|\S+\.[a-z]\w{1,4}$|(?:true|false|yes|no|on|off|null)$)/i;

/**
 * The texts of fields that have no meaning of their own, and of summaries beside the one that counts, one a line, at most
 * `MAX_LENGTH` units.
 */
function otherTexts(named: ReadonlyMap<string, Value>, summary: string | undefined): string {
  const summaries = NAMES.summary.flatMap((name) => textsIn(named.get(name) ?? ''));
  const others = [...named].flatMap(([name, value]) => (READ.has(name) ? [] : textsIn(value)));
  const texts = [...summaries.filter((text) => text !== summary), ...others];
  return limited([...new Set(texts)].join('\n'));
}

/** The texts in a value, its items and its fields. */
function textsIn(value: Value): readonly string[] {
  if (typeof value === 'string') {
    const text = textOf(value);
    return /\p{L}{2}/u.test(text) && !NO_TEXT.test(text) ? [text] : [];
  }
  const items: readonly Value[] = Array.isArray(value) ? value : Object.values(value as Fields);
  return items.slice(0, MAX_ITEMS).flatMap(textsIn);
}

const languageCode = (text: string | undefined): string | undefined =>
  /^([a-z]{2,3})(?:[-_.@].*)?$/i.exec(text ?? '')?.[1]?.toLowerCase();
