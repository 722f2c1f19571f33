import { slugOf } from '../unicode/slug.ts';
import { feedSuffix } from './feed-suffix.ts';
import type { FetchedPage } from './fetch-page.ts';

/** A page as a file. */
export interface PageFile {
  /** Without a folder. */
  readonly name: string;
  readonly content: Buffer;
}

/** Suffixes by media type. */
const SUFFIXES: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'text/markdown': 'md',
  'text/x-markdown': 'md',
  'text/plain': 'txt',
  'application/epub+zip': 'epub',
  'message/rfc822': 'eml',
  'multipart/related': 'mhtml',
  'application/rss+xml': 'rss',
  'application/atom+xml': 'atom',
  'application/feed+json': 'jsonfeed',
};

/** Suffixes of names that say more than `text/plain`, which servers give to all they do not know. */
const NAMED =
  /\.(md|markdown|mdx|txt|text|html?|xhtml|mhtml?|eml|epub|org|adoc|rst|csv|tsv|json|xml|diff|patch|rss|atom|jsonfeed)$/i;

/** Characters of a name, at most. */
const LONGEST_NAME = 80;
const MARK = '\ufeff';

/**
 * A fetched page as a file that reads like it: in UTF-8, with a comment in HTML that says where it is from, as browsers
 * write it, so that its links lead there.
 */
export function pageFile(page: FetchedPage): PageFile {
  const suffix = suffixOf(page);
  const name = `${nameOf(page.address)}.${suffix}`;
  if (suffix === 'epub' || suffix === 'eml' || suffix === 'mhtml') return { name, content: page.bytes };
  const text = decoded(page);
  const isPage = suffix === 'html' || suffix === 'xhtml';
  return { name, content: Buffer.from(MARK + (isPage ? withSource(text, page.address) : text)) };
}

function suffixOf({ type, address, bytes }: FetchedPage): string {
  const feed = feedSuffix(bytes);
  if (feed) return feed;
  const [, named] = NAMED.exec(new URL(address).pathname) ?? [];
  const isVague = type === '' || type === 'text/plain' || type === 'application/octet-stream';
  if (isVague && named) return named.toLowerCase();
  if (type === '' && /^\s*<(?:!doctype html|html)/i.test(bytes.toString('latin1', 0, 1000))) return 'html';
  return SUFFIXES[type] ?? named?.toLowerCase() ?? 'txt';
}

/** The last part of the path as a name, or the host. */
function nameOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1)?.replace(NAMED, '') ?? '';
  return slugOf(decodedPath(last)).slice(0, LONGEST_NAME) || slugOf(hostname) || 'page';
}

function decodedPath(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Behind the document type, before which a comment would change how browsers show the page. */
function withSource(text: string, address: string): string {
  const comment = `<!-- saved from url=(${String(address.length).padStart(4, '0')})${address.replaceAll('--', '%2D%2D')} -->\n`;
  const [head = ''] = /^\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>]*>\s*/i.exec(text) ?? [];
  return head + comment + text.slice(head.length);
}

/** The encoding that an element or a declaration names. */
const ENCODING = /(?:charset|encoding)\s*=["'\s]*([\w:.-]+)/i;

/** By the byte order mark, the server's encoding, that of a `meta` element or an XML declaration, UTF-8, else Windows-1252. */
function decoded({ bytes, charset }: FetchedPage): string {
  const head = bytes.toString('latin1', 0, 2048);
  const declared = head
    .match(/<(?:meta|\?xml)\s[^<>]*>/gi)
    ?.flatMap((tag) => ENCODING.exec(tag)?.[1] ?? [])[0];
  for (const label of [markOf(bytes), charset, declared, 'utf-8']) {
    const text = label && decodedAs(bytes, label);
    if (text !== undefined) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/** The encoding that a byte order mark says. */
function markOf([first, second, third]: Buffer): string | undefined {
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** Undefined if there is no such encoding, or the text is not in it. */
function decodedAs(bytes: Buffer, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
