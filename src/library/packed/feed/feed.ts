import { UniqueNames } from '../../../algorithms/unique-names.ts';
import type { Body } from '../../../document/body.ts';
import { rawText } from '../../../document/html/tree.ts';
import { readStart } from '../../../files/read-start.ts';
import { cleanLine } from '../../../unicode/clean.ts';
import { slugOf } from '../../../unicode/slug.ts';
import { fileOf } from '../../article.ts';
import { isoDate } from '../../dates.ts';
import { decode } from '../../decode.ts';
import { LibraryError, systemLibraryError } from '../../error.ts';
import { hash } from '../../ids.ts';
import { keepingLast } from '../last-opened.ts';
import { languageCode, presentFacts } from '../metadata.ts';
import type { PackedArticle, PackedMetadata, Unpacker } from '../unpacker.ts';
import { parseMarkup } from '../xml.ts';
import type { Entry, Feed } from './entry.ts';
import { readJsonFeed } from './json-feed.ts';
import { readXmlFeed } from './xml-feed.ts';

/** A list of articles that a site publishes: RSS, Atom or JSON Feed. */
export const feed: Unpacker = {
  async unpack({ path }) {
    const found = feedAt(path);
    if (found.entries.length === 0) throw new LibraryError('empty', path);
    return { count: found.entries.length, articles: articlesOf(found) };
  },

  async read(article) {
    const entry = opened(fileOf(article)).entries[article.member!.at];
    if (!entry) throw new LibraryError('missing', article.path);
    return bodyOf(entry);
  },
};

async function* articlesOf({ title, lang, entries }: Feed): AsyncGenerator<PackedArticle> {
  const names = new UniqueNames();
  for (const [at, entry] of entries.entries()) {
    const name = names.take(nameOf(entry));
    const metadata = metadataOf(entry, { title, lang });
    yield { metadata, body: bodyOf(entry), place: { at, length: entry.content.length, name } };
  }
}

function metadataOf(entry: Entry, { title: series, lang }: Pick<Feed, 'title' | 'lang'>): PackedMetadata {
  const title = lineOf(entry.title);
  const summary = entry.summary === entry.content ? '' : lineOf(entry.summary);
  const author = cleanLine(entry.author);
  const date = isoDate(entry.date);
  const tags = [...new Set(entry.tags.map(cleanLine).filter(Boolean))];
  const source = /^https?:/i.test(entry.address) ? cleanLine(entry.address) : '';
  const facts = {
    title,
    author,
    date,
    lang: languageCode(lang),
    source,
    summary,
    series: series && lineOf(series),
  };
  return { tags, ...presentFacts(facts) };
}

const bodyOf = ({ content, address }: Entry): Body => ({
  format: 'html',
  source: content,
  firstLine: 0,
  page: { extract: false, xml: false, ...(address && { address }) },
});

/** UTF-16 units of a title or a summary that are kept. */
const LONGEST_LINE = 1000;

/** HTML as one clean line. */
const lineOf = (html: string): string =>
  cleanLine(rawText(parseMarkup(html.slice(0, 4 * LONGEST_LINE))))
    .trim()
    .slice(0, LONGEST_LINE);

/** UTF-16 units of a title that are part of a name. */
const TITLE = 60;

/** The title and a hash of the id; entries with the same have the same. */
const nameOf = ({ title, id }: Entry): string =>
  `${slugOf(lineOf(title).slice(0, TITLE)) || 'entry'}-${hash(id)}`;

/** Bytes of the largest feed, and its entries that are read. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

/** @throws {LibraryError} if the file cannot be read, or is no feed */
function feedAt(path: string): Feed {
  let bytes: Buffer;
  try {
    bytes = readStart(path, MAX_BYTES + 1);
  } catch (cause) {
    throw systemLibraryError(path, cause);
  }
  if (bytes.length > MAX_BYTES) throw new LibraryError('too-much', path);
  const source = decode(bytes);
  if (source === undefined) throw new LibraryError('binary', path);
  const found = readJsonFeed(source) ?? readXmlFeed(source);
  if (!found) throw new LibraryError('damaged', path);
  return { ...found, entries: found.entries.slice(0, MAX_ENTRIES).filter(saysSomething) };
}

const keptFeed = keepingLast(feedAt);

/** The feed at a path, for reading. @throws {LibraryError} if the file cannot be read, or is no feed */
function opened(path: string): Feed {
  try {
    return keptFeed(path);
  } catch (cause) {
    throw cause instanceof LibraryError ? cause : systemLibraryError(path, cause);
  }
}

/** False for an entry without a title, a text and an address: templates and failed exports have such. */
const saysSomething = ({ title, content, address }: Entry): boolean =>
  `${title}${content}${address}`.trim() !== '';
