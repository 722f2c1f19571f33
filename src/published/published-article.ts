import { FORMATS } from '../document/formats.ts';
import type { Article, Member } from '../library/article.ts';
import { cleanLine } from '../unicode/clean.ts';
import { damaged } from './error.ts';
import type { TextPlace } from './format.ts';
import { choiceIn, countIn, listIn, objectIn, optional, textIn } from './json-values.ts';
import { hashIn, MOST_FILE_BYTES } from './pointer.ts';

/** Facts of an article that are published. Times of files and texts that are only searched are not. */
type Facts = Pick<
  Article,
  | 'id'
  | 'title'
  | 'author'
  | 'date'
  | 'tags'
  | 'lang'
  | 'detectedLang'
  | 'source'
  | 'summary'
  | 'series'
  | 'part'
  | 'words'
  | 'format'
  | 'size'
  | 'member'
>;

/** An article without its text, as the catalogue and the segments of a published library have it. */
export interface PublishedArticle extends Facts {
  /** Below the library, with slashes: `essays/tides.md`. Neither absolute nor with `..`. */
  readonly path: string;
  readonly text: TextPlace;
}

/** UTF-16 units, or items, of the longest facts. */
const MOST = { path: 8192, id: 1000, date: 40, lang: 100, text: 100_000, tags: 10_000 } as const;
/** Words of an article, numbers of its parts, and texts in a group, at most. */
const MOST_NUMBER = Number.MAX_SAFE_INTEGER;
/** Bytes of the longest group of texts, compressed. */
const MOST_GROUP_BYTES = 64 * 1024 * 1024;
const FORMAT_NAMES = Object.keys(FORMATS) as Article['format'][];

/**
 * The published facts of an article, always with its properties in one order.
 *
 * @param path  below the library, with slashes
 */
export function publishedArticle(article: Article, path: string, text: TextPlace): PublishedArticle {
  const { id, title, author, date, tags, lang, detectedLang, source, summary, series, part } = article;
  const { words, format, size, member } = article;
  return {
    id,
    title,
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    tags,
    ...(lang !== undefined && { lang }),
    ...(detectedLang !== undefined && { detectedLang }),
    ...(source !== undefined && { source }),
    ...(summary !== undefined && { summary }),
    ...(series !== undefined && { series }),
    ...(part !== undefined && { part }),
    words,
    format,
    size,
    ...(member && { member: { at: member.at, length: member.length, of: member.of } }),
    path,
    text,
  };
}

/**
 * Checks an article of a published library, whoever wrote it; its strings are clean lines afterwards.
 *
 * @throws {PublishedError}
 */
export function publishedArticleIn(value: unknown, name: string): PublishedArticle {
  const given = objectIn(value, name);
  const line = (key: string, most: number = MOST.text): string | undefined =>
    optional(given[key], (text) => cleanLine(textIn(text, `${name}.${key}`, most)));
  const number = (key: string): number | undefined =>
    optional(given[key], (count) => countIn(count, `${name}.${key}`, MOST_NUMBER));
  const article = {
    id: line('id', MOST.id) || damaged(`${name} has no id`),
    title: line('title') ?? damaged(`${name} has no title`),
    author: line('author'),
    date: line('date', MOST.date),
    tags: listIn(given.tags, `${name}.tags`, MOST.tags, (tag, at) => cleanLine(textIn(tag, at, MOST.text))),
    lang: line('lang', MOST.lang),
    detectedLang: optional(given.detectedLang, (lang) =>
      choiceIn(lang, `${name}.detectedLang`, ['fr', 'en'] as const),
    ),
    source: line('source'),
    summary: line('summary'),
    series: line('series'),
    part: number('part'),
    words: number('words') ?? damaged(`${name} has no words`),
    format: choiceIn(given.format, `${name}.format`, FORMAT_NAMES),
    size: number('size') ?? damaged(`${name} has no size`),
    member: optional(given.member, (member) => memberIn(member, `${name}.member`)),
    mtime: 0,
  };
  const path = pathIn(given.path, `${name}.path`);
  return publishedArticle({ ...withoutUndefined(article), path }, path, placeIn(given.text, `${name}.text`));
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

const withoutUndefined = <T extends object>(object: T): Defined<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>;

function memberIn(value: unknown, name: string): Member {
  const { at, length, of } = objectIn(value, name);
  return {
    at: countIn(at, `${name}.at`, MOST_NUMBER),
    length: countIn(length, `${name}.length`, MOST_NUMBER),
    of: countIn(of, `${name}.of`, MOST_NUMBER),
  };
}

/** A path that leads nowhere but below the folder that it is joined to. */
function pathIn(value: unknown, name: string): string {
  const path = textIn(value, name, MOST.path);
  const isSafe = path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0'));
  return isSafe ? path : damaged(`${name} is no path below the library`);
}

function placeIn(value: unknown, name: string): TextPlace {
  const { file, at, length, hash, index } = objectIn(value, name);
  return {
    file: hashIn(file, `${name}.file`),
    at: countIn(at, `${name}.at`, MOST_FILE_BYTES),
    length: countIn(length, `${name}.length`, MOST_GROUP_BYTES),
    hash: hashIn(hash, `${name}.hash`),
    index: countIn(index, `${name}.index`, MOST_NUMBER),
  };
}
