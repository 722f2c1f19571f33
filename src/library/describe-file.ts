import { countWords } from '../document/count-words.ts';
import { firstWords } from '../document/first-words.ts';
import { parseDocument } from '../document/parse-document.ts';
import { MAX_TITLE_LENGTH } from '../document/writer/document-title.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { namePartsOf, titleFromStem } from './file-name.ts';
import { type Parsers, parseFrontMatter } from './front-matter.ts';
import { ownId } from './ids.ts';
import { metadataOf, optional } from './metadata.ts';
import { splitText } from './read-body.ts';

/** A file as it was read: `bytes` is all of it, or its first `HEAD_BYTES`. Size in bytes, time in milliseconds. */
export interface FileHead {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly bytes: Uint8Array;
}

/** `text`: what a person reads of the article, title aside, if all of the file was read. */
export type Described =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly text?: string;
      readonly brokenFrontMatter: boolean;
    }
  | { readonly kind: 'needs'; readonly parser: 'yaml' | 'toml' }
  | { readonly kind: 'binary' | 'empty' };

/** Describes the article in a file from its head; its id is the one it would have alone. Never throws. */
export function describeFile(head: FileHead, parsers: Parsers): Described {
  const text = decode(head.bytes, head.bytes.length < head.size);
  if (text === undefined) return { kind: 'binary' };
  if (text.trim() === '') return { kind: 'empty' };
  const { frontMatter, body } = splitText(text, head.path);
  const matter = parseFrontMatter(frontMatter, parsers);
  if (matter.kind === 'needs') return matter;
  const name = namePartsOf(head.path);
  const { slug, ...metadata } = metadataOf(matter.fields);
  const id = ownId(head.path, slug);
  const document = parseDocument(
    body,
    metadata.title === undefined ? { takeTitle: true } : { title: metadata.title },
  );
  document.extend(Infinity);
  const title = metadata.title ?? document.ownTitle ?? titleFromStem(name) ?? firstWords(document.blocks);
  const date = metadata.date ?? name.date;
  const isWhole = head.bytes.length >= head.size;
  const share = isWhole ? 1 : head.bytes.length / head.size;
  const article: Article = {
    ...metadata,
    id,
    ...optional('slug', slug),
    title: cleanLine(title).slice(0, MAX_TITLE_LENGTH) || cleanLine(name.stem) || id,
    ...optional('date', date),
    ...optional('lang', metadata.lang ?? name.lang),
    words: Math.round(countWords(document.text) / share),
    format: body.format,
    path: head.path,
    size: head.size,
    mtime: head.mtime,
  };
  return {
    kind: 'article',
    article: unshared(article),
    ...optional('text', isWhole ? document.text : undefined),
    brokenFrontMatter: matter.broken,
  };
}

/**
 * The article with strings of their own. V8 keeps a part of a string as a view of the whole, so that a title would keep
 * its file's text in memory for as long as the catalogue lives.
 */
function unshared(article: Article): Article {
  return {
    ...article,
    id: owned(article.id),
    title: owned(article.title),
    tags: article.tags.map(owned),
    ...optional('slug', article.slug && owned(article.slug)),
    ...optional('author', article.author && owned(article.author)),
    ...optional('source', article.source && owned(article.source)),
    ...optional('summary', article.summary && owned(article.summary)),
    ...optional('series', article.series && owned(article.series)),
  };
}

/** Strings shorter than this are always copied (V8's `SlicedString::kMinLength`). */
const SHORT = 13;

const owned = (text: string): string =>
  text.length < SHORT ? text : (JSON.parse(JSON.stringify(text)) as string);
