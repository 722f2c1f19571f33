import { type Entry, type Feed, resolved } from './entry.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1); undefined if the text is none. */
export function readJsonFeed(source: string): Feed | undefined {
  const feed = parsed(source);
  if (!/^https?:\/\/jsonfeed\.org\/version\//.test(string(feed?.version)) || !Array.isArray(feed?.items))
    return undefined;
  const base = string(feed.home_page_url) || string(feed.feed_url);
  const author = authorOf(feed);
  return {
    title: escaped(string(feed.title)),
    lang: string(feed.language),
    entries: feed.items.filter(isObject).map((item) => entryOf(item, base, author)),
  };
}

function entryOf(item: Json, base: string, author: string): Entry {
  const address = resolved(string(item.url) || string(item.external_url), base);
  const text = string(item.content_text);
  const summary = escaped(string(item.summary));
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  return {
    id: typeof item.id === 'number' ? String(item.id) : string(item.id) || address,
    title: escaped(string(item.title)),
    author: authorOf(item) || author,
    date: string(item.date_published) || string(item.date_modified),
    tags: Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string') : [],
    address,
    content: string(item.content_html) || (text ? paragraphs.join('\n') : summary),
    summary,
  };
}

function authorOf({ authors, author }: Json): string {
  const all = Array.isArray(authors) ? authors : [author];
  return all.flatMap((each) => (isObject(each) && string(each.name)) || []).join(', ');
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function parsed(source: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
