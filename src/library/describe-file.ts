import { basename } from 'node:path';
import type { Body } from '../document/body.ts';
import { countWords } from '../document/count-words.ts';
import type { Document } from '../document/document.ts';
import { beginsWithProse, firstWords } from '../document/first-words.ts';
import type { TextInput } from '../document/formats.ts';
import { type HeadingRanges, headingRanges } from '../document/heading-ranges.ts';
import { loadParser } from '../document/late-parsers.ts';
import { parseDocument, type TitledDocument } from '../document/parse-document.ts';
import { isPlaceholder } from '../document/placeholders.ts';
import { MAX_TITLE_LENGTH } from '../document/writer/document-title.ts';
import { cleanLine } from '../unicode/clean.ts';
import { firstUnits } from '../unicode/units.ts';
import type { Article } from './article.ts';
import { decode } from './decode.ts';
import type { Head } from './file-head.ts';
import { type NameParts, namePartsOf, STANDARD_INPUT, titleFromFolders, titleFromStem } from './file-name.ts';
import { parseFrontMatter, splitText } from './front-matter.ts';
import { ownId } from './ids.ts';
import { metadataOf } from './metadata.ts';
import type { FoundFile } from './walk.ts';

/** A file and its head. */
export interface FileHead extends Head, FoundFile {
  /** The format that the user asked for, if any. */
  readonly input?: TextInput | undefined;
  /** Reads the whole file. */
  readonly readWhole?: () => Uint8Array;
}

/** Bytes of the largest file that is read whole to describe it. */
const MAX_WHOLE = 16_000_000;

/** A text as it was parsed to describe it. */
export interface ParsedText {
  readonly document: Document;
  /** The line of the file, from 0, on which the body begins. */
  readonly firstLine: number;
}

/** An article, with its reading text if the head is all that the file holds. */
export type Described =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly text?: string;
      readonly headings?: HeadingRanges;
      /** The text of a page, which takes long to parse: whoever shows it need not do so again. */
      readonly parsed?: ParsedText;
      /** True for a template of articles, and for front matter alone that describes a section of a site of Hugo's. */
      readonly isOther: boolean;
    }
  | { readonly kind: 'binary' | 'empty' };

/** Describes the article in a file. Its id is the one that it would have without other articles. Never throws. */
export async function describeFile(head: FileHead): Promise<Described> {
  const { path, size, mtime, isDraft, bytes, blank, input } = head;
  const isWhole = blank + bytes.length >= size;
  const text = decode(bytes, !isWhole);
  if (text === undefined) return { kind: 'binary' };
  if (isWhole && text.trim() === '') return { kind: 'empty' };
  const { frontMatter, body } = splitText(text, path, input);
  // A page may begin with anything but its text.
  if (!isWhole && body.format === 'html' && head.readWhole && size <= MAX_WHOLE) {
    const { readWhole, ...rest } = head;
    return describeFile({ ...rest, bytes: readWhole(), blank: 0 });
  }
  const { fields, broken } = await parseFrontMatter(frontMatter);
  const metadata = metadataOf(fields);
  const known = { ...metadata, draft: metadata.draft ?? isDraft, input };
  const described = await describeBody(body, broken ? { ...known, hasBrokenFrontMatter: true } : known, {
    path,
    size,
    mtime,
  });
  const isOther =
    metadata.isTemplate === true ||
    (metadata.title === undefined && hasPlaceholder(body)) ||
    (frontMatter.isWhole && /^_?index\b/.test(basename(path)));
  const { article, text: readingText, headings, document } = described;
  const found = { kind: 'article', isOther } as const;
  if (isWhole) {
    // With a title that was cut, a heading would be left out of which only the beginning is shown.
    const isPage =
      body.format === 'html' && frontMatter.bodyAt === 0 && article.title.length < MAX_TITLE_LENGTH;
    const parsed = isPage ? { parsed: { document, firstLine: body.firstLine } } : {};
    return { ...found, article, text: readingText, headings, ...parsed };
  }
  // The head has only so many of the words.
  const words = Math.round((article.words * Math.max(size - blank, bytes.length)) / bytes.length);
  return { ...found, article: { ...article, words } };
}

/** True if a text begins with a heading that a program replaces, such as `# {{title}}`, or a page has such a title. */
function hasPlaceholder({ source, format }: Body): boolean {
  const heading = format === 'html' ? /<title>([^<]{0,300})</i : /^\s*#{1,6}[ \t]+(.+)/;
  return isPlaceholder(heading.exec(source.slice(0, 1000))?.[1] ?? '');
}

/** What is known of an article beside its text. */
type Metadata = { readonly [Key in keyof Article]?: Article[Key] | undefined } & Pick<Article, 'tags'> & {
    /** When it was changed, for want of a date. */
    readonly modified?: string | undefined;
    readonly isTemplate?: boolean | undefined;
  };

interface DescribedBody {
  readonly article: Article;
  readonly text: string;
  readonly headings: HeadingRanges;
  readonly document: Document;
}

/**
 * Describes an article by its body and what else is known of it. Returns its reading text, where the headings in it are, and
 * its document, too, which is complete.
 */
export async function describeBody(
  body: Body,
  metadata: Metadata,
  { path, size, mtime }: FoundFile,
): Promise<DescribedBody> {
  const name = namePartsOf(path);
  await loadParser(body.format);
  const { title, slug } = metadata;
  const document = parseDocument(body, title === undefined ? { takeTitle: true } : { title });
  document.extend(Infinity);
  const own = document.metadata && metadataOf({ ...document.metadata });
  const lang = metadata.lang ?? own?.lang ?? name.lang;
  const tags = [metadata.tags, own?.tags, name.tags].find((each) => each && each.length > 0) ?? [];
  const article = withOwnStrings({
    // Spread whole: to leave properties out of the copies would take several times as long.
    ...(own ? { ...own, ...withoutUndefined(metadata) } : metadata),
    modified: undefined,
    isTemplate: undefined,
    id: ownId(path, slug),
    title: title ?? titleFrom(document, path, name),
    date: metadata.date ?? own?.date ?? name.date ?? metadata.modified ?? own?.modified,
    tags,
    lang,
    detectedLang: lang === undefined ? document.lang : undefined,
    words: countWords(document.text),
    format: body.format,
    path,
    size,
    mtime,
  });
  if (lang !== undefined) document.declare(lang);
  return { article, text: document.text, headings: headingRanges(document), document };
}

/**
 * The title of an article without one in its metadata: that of its text, of its file's name, or its first words. A list, a
 * quotation, a table and code are no titles: rather than their first words, the name as it is. Standard input has no name,
 * and so perhaps no title.
 */
function titleFrom(document: TitledDocument, path: string, name: NameParts): string {
  const isProse = beginsWithProse(document);
  const words = isProse ? firstWords(document) : '';
  const title = document.ownTitle ?? titleFromStem(name.stem, name.ofFolder || !isProse) ?? words;
  const line = firstUnits(cleanLine(title), MAX_TITLE_LENGTH);
  if (line === '' && path === STANDARD_INPUT) return '';
  return line || (name.ofFolder && titleFromFolders(path)) || cleanLine(name.stem) || basename(path);
}

/** The properties of an object that have a value. */
const withoutUndefined = <T extends object>(object: T): Partial<T> =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Copies what is defined: V8 makes a slice a view of the whole string, so a title would keep its file's text in memory. */
const withOwnStrings = (
  article: { readonly [Key in keyof Article]: Article[Key] | undefined } & {
    readonly modified: undefined;
    readonly isTemplate: undefined;
  },
): Article => JSON.parse(JSON.stringify(article)) as Article;
