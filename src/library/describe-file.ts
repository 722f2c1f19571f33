import { basename } from 'node:path';
import { countWords } from '../document/count-words.ts';
import { beginsWithProse, firstWords } from '../document/first-words.ts';
import { parseDocument, type TitledDocument } from '../document/parse-document.ts';
import { MAX_TITLE_LENGTH } from '../document/writer/document-title.ts';
import { cleanLine } from '../unicode/clean.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import { type NameParts, namePartsOf, titleFromFolders, titleFromStem } from './file-name.ts';
import { type Parsers, parseFrontMatter, splitText } from './front-matter.ts';
import { ownId } from './ids.ts';
import { metadataOf, optional } from './metadata.ts';

/** The beginning of a file: `bytes` is its first `HEAD_BYTES`, or all of it. Size in bytes, time in milliseconds. */
export interface FileHead {
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly bytes: Uint8Array;
}

/** An article, with its reading text if `bytes` is all of the file; or the parser that is needed first. */
export type Described =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly text?: string;
      readonly brokenFrontMatter: boolean;
    }
  | { readonly kind: 'needs'; readonly parser: 'yaml' | 'toml' }
  | { readonly kind: 'binary' | 'empty' };

/** Describes the article in a file. Its id is the one that it would have without other articles. Never throws. */
export function describeFile(head: FileHead, parsers: Parsers): Described {
  const text = decode(head.bytes, head.bytes.length < head.size);
  if (text === undefined) return { kind: 'binary' };
  if (text.trim() === '') return { kind: 'empty' };
  const { frontMatter, body } = splitText(text, head.path);
  const matter = parseFrontMatter(frontMatter, parsers);
  if (matter.kind === 'needs') return matter;
  const name = namePartsOf(head.path);
  const { slug, modified, ...metadata } = metadataOf(matter.fields);
  const id = ownId(head.path, slug);
  const document = parseDocument(
    body,
    metadata.title === undefined ? { takeTitle: true } : { title: metadata.title },
  );
  document.extend(Infinity);
  const date = metadata.date ?? name.date ?? modified;
  const isWhole = head.bytes.length >= head.size;
  const share = isWhole ? 1 : head.bytes.length / head.size;
  const article: Article = {
    ...metadata,
    id,
    ...optional('slug', slug),
    title: metadata.title ?? titleFrom(document, head.path, name),
    ...optional('date', date),
    tags: metadata.tags.length > 0 ? metadata.tags : (name.tags ?? []),
    ...optional('lang', metadata.lang ?? name.lang),
    words: Math.round(countWords(document.text) / share),
    format: body.format,
    path: head.path,
    size: head.size,
    mtime: head.mtime,
  };
  return {
    kind: 'article',
    article: withOwnStrings(article),
    ...optional('text', isWhole ? document.text : undefined),
    brokenFrontMatter: matter.broken,
  };
}

/** The title of an article without one in its metadata: that of its text, of its file's name, or its first words. */
function titleFrom(document: TitledDocument, path: string, name: NameParts): string {
  const generic = name.ofFolder || !beginsWithProse(document);
  const title = document.ownTitle ?? titleFromStem(name.stem, generic) ?? firstWords(document);
  const line = cleanLine(title).slice(0, MAX_TITLE_LENGTH);
  return line || (name.ofFolder && titleFromFolders(path)) || cleanLine(name.stem) || basename(path);
}

/**
 * Copies the strings of an article. V8 represents a slice as a view of the whole string, so a title would keep the text of
 * its file in memory for as long as the catalogue lives.
 */
const withOwnStrings = (article: Article): Article => JSON.parse(JSON.stringify(article)) as Article;
