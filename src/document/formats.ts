import { languageOfName } from './code-file-name.ts';

/** The files in a format. */
interface FormatFiles {
  /** Suffixes of their names, without the dot; the first is the usual one. */
  readonly suffixes: readonly string[];
  /** True if those in a folder are articles; if not, they must be named to be opened. */
  readonly inFolders: boolean;
}

/**
 * The formats that Kiosque reads. A new format needs a row here, a name in `readingOfName` or a kind of text in
 * `detect-reading.ts`, and a parser in `parse-document.ts`, which does not compile without it; loading this table loads
 * neither the detector nor a parser. The names of
 * files of code are in `code-file-name.ts`.
 */
export const FORMATS = {
  markdown: { suffixes: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd'], inFolders: true },
  mdx: { suffixes: ['mdx'], inFolders: true },
  html: { suffixes: ['html', 'htm', 'xhtml', 'shtml'], inFolders: true },
  org: { suffixes: ['org'], inFolders: true },
  gemtext: { suffixes: ['gmi', 'gemini'], inFolders: true },
  table: { suffixes: ['csv', 'tsv'], inFolders: false },
  code: { suffixes: [], inFolders: false },
  terminal: { suffixes: [], inFolders: false },
  text: { suffixes: ['txt', 'text'], inFolders: true },
} as const satisfies Readonly<Record<string, FormatFiles>>;

export type ArticleFormat = keyof typeof FORMATS;

/**
 * Files that are not the text of one article, by the suffixes of their names: an unpacker finds the articles in them, whose
 * texts are in the formats above. A new one needs a row here and an unpacker in `src/library/packed/`; those in folders are
 * always read.
 */
export const PACKED_FORMATS = {
  asciidoc: { suffixes: ['adoc', 'asciidoc'] },
  mail: { suffixes: ['eml'] },
  mailbox: { suffixes: ['mbox'] },
  webArchive: { suffixes: ['mhtml', 'mht'] },
  epub: { suffixes: ['epub'] },
  word: { suffixes: ['docx'] },
  feed: { suffixes: ['rss', 'atom', 'jsonfeed'] },
  /** Files that a program named in the settings converts. */
  converted: { suffixes: [] },
} as const satisfies Readonly<Record<string, Pick<FormatFiles, 'suffixes'>>>;

export type PackedFormat = keyof typeof PACKED_FORMATS;

/** How the text of an article is got that is not that of its file: by unpacking that, or from a published library. */
export type Packing = PackedFormat | 'published';

/** The formats of a text that the user can ask for. */
const TEXT_INPUTS = [
  'markdown',
  'text',
  'html',
  'org',
  'gemtext',
  'code',
] as const satisfies readonly ArticleFormat[];

export type TextInput = (typeof TEXT_INPUTS)[number];

/** The formats that the user can ask for. A text in the last is unpacked. */
export const INPUT_FORMATS = [...TEXT_INPUTS, 'asciidoc'] as const;

export type InputFormat = (typeof INPUT_FORMATS)[number];

/** How a text is read. */
export interface Reading {
  readonly format: ArticleFormat;
  /** The language of code, by a name that the highlighter knows; absent if it is unknown. */
  readonly language?: string;
  /** True if lines of plain text are never joined. */
  readonly keepLines?: boolean;
}

/** A pattern for the suffix, dot included, of a file in one of `formats`. */
const suffixPattern = (formats: readonly Pick<FormatFiles, 'suffixes'>[]): RegExp =>
  new RegExp(`\\.(?:${formats.flatMap(({ suffixes }) => suffixes).join('|')})$`, 'i');

/** Matches the suffix, dot included, of a file that holds articles wherever it is found. */
export const ARTICLE_SUFFIX = suffixPattern([
  ...Object.values(FORMATS).filter(({ inFolders }) => inFolders),
  ...Object.values(PACKED_FORMATS),
]);

/** Suffixes of documents that people read. Those of the formats above are read; the others are only counted. */
const DOCUMENTS = [
  ...['pdf', 'ps', 'djvu', 'xps', 'epub', 'mobi', 'azw', 'azw3', 'fb2', 'lit', 'chm'],
  ...['doc', 'docx', 'dot', 'dotx', 'odt', 'ott', 'fodt', 'rtf', 'wpd', 'pages', 'tex', 'lyx', 'typ'],
  ...[
    'ppt',
    'pptx',
    'odp',
    'key',
    'html',
    'htm',
    'xhtml',
    'mht',
    'mhtml',
    'webarchive',
    'eml',
    'mbox',
    'msg',
  ],
  ...['rst', 'asc', 'textile', 'mediawiki', 'wiki', 'ipynb', 'opml', 'docbook'],
];
const DOCUMENT_SUFFIX = suffixPattern([{ suffixes: DOCUMENTS }]);

/** True for the name of a document that is not read where it is found. */
export const isUnreadDocument = (name: string): boolean =>
  DOCUMENT_SUFFIX.test(name) && !ARTICLE_SUFFIX.test(name);

const MARKDOWN_SUFFIX = suffixPattern([FORMATS.markdown]);
const MDX_SUFFIX = suffixPattern([FORMATS.mdx]);
const HTML_SUFFIX = suffixPattern([FORMATS.html]);
const ORG_SUFFIX = suffixPattern([FORMATS.org]);
const GEMTEXT_SUFFIX = suffixPattern([FORMATS.gemtext]);
/** Matches the suffix, dot included, of a file of separated values. */
export const TABLE_SUFFIX = suffixPattern([FORMATS.table]);

const PACKED_SUFFIX = suffixPattern(Object.values(PACKED_FORMATS));

/** How a file is packed, by its name; undefined if it is the text of one article. */
export function packedFormatOfName(path: string): PackedFormat | undefined {
  const suffix = PACKED_SUFFIX.exec(path)?.[0].slice(1).toLowerCase();
  if (suffix === undefined) return undefined;
  const formats = Object.entries<Pick<FormatFiles, 'suffixes'>>(PACKED_FORMATS);
  return formats.find(([, { suffixes }]) => suffixes.includes(suffix))?.[0] as PackedFormat;
}

/** The reading that a file's name settles; undefined if it depends on the text. */
export function readingOfName(path: string): Reading | undefined {
  if (MARKDOWN_SUFFIX.test(path)) return { format: 'markdown' };
  if (MDX_SUFFIX.test(path)) return { format: 'mdx' };
  if (HTML_SUFFIX.test(path)) return { format: 'html' };
  if (ORG_SUFFIX.test(path)) return { format: 'org' };
  if (GEMTEXT_SUFFIX.test(path)) return { format: 'gemtext' };
  const language = languageOfName(path);
  if (language === undefined) return undefined;
  return { format: 'code', ...(language && { language }) };
}

/** Whether a file's name is that of code or data, whose text has no title or metadata. */
export const isDataName = (path: string): boolean =>
  TABLE_SUFFIX.test(path) || readingOfName(path)?.format === 'code';
