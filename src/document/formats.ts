import { looksLikeMarkdown } from './detect-format.ts';

/** How a format is recognized. */
interface FormatRules {
  /** Suffixes of its files, without the dot; the first is the usual one. */
  readonly suffixes: readonly string[];
  /** True if such a suffix settles the format; if not, another format may claim the text. */
  readonly suffixDecides: boolean;
  /** True if a folder's files with such a suffix are articles; if not, they must be named to be opened. */
  readonly inFolders: boolean;
  /** Whether `text`, from a file whose name says nothing, is in this format; the first format that claims it wins. */
  readonly claims: (text: string) => boolean;
  /** True if any file with front matter is in this format: it is meant for a site generator. */
  readonly takesFrontMatter: boolean;
}

/**
 * The formats that Kiosque reads. A new format needs a row here and a parser in `parse-document.ts`, which does not compile
 * without it; loading this table loads no parser.
 */
export const FORMATS = {
  markdown: {
    suffixes: ['md', 'markdown', 'mdown', 'mkd'],
    suffixDecides: true,
    inFolders: true,
    claims: looksLikeMarkdown,
    takesFrontMatter: true,
  },
  code: {
    suffixes: ['yaml', 'yml', 'json', 'toml'],
    suffixDecides: true,
    inFolders: false,
    claims: () => false,
    takesFrontMatter: false,
  },
  html: {
    suffixes: [],
    suffixDecides: false,
    inFolders: false,
    claims: () => false,
    takesFrontMatter: false,
  },
  text: {
    suffixes: ['txt', 'text'],
    suffixDecides: false,
    inFolders: true,
    claims: () => true,
    takesFrontMatter: false,
  },
} as const satisfies Readonly<Record<string, FormatRules>>;

export type ArticleFormat = keyof typeof FORMATS;

/** The formats that the user can ask for. */
export const INPUT_FORMATS = ['markdown', 'text', 'html', 'code'] as const satisfies readonly ArticleFormat[];

export type InputFormat = (typeof INPUT_FORMATS)[number];

const NAMES = Object.keys(FORMATS) as readonly ArticleFormat[];

/** A pattern for the suffix, dot included, of a file in one of `formats`. */
const suffixPattern = (formats: readonly ArticleFormat[]): RegExp =>
  new RegExp(
    `\\.(?:${formats.flatMap((format): readonly string[] => FORMATS[format].suffixes).join('|')})$`,
    'i',
  );

/** Matches the suffix, dot included, of a file that is an article wherever it is found. */
export const ARTICLE_SUFFIX = suffixPattern(NAMES.filter((format) => FORMATS[format].inFolders));

const DECISIVE = NAMES.filter((format) => FORMATS[format].suffixDecides).map(
  (format) => [format, suffixPattern([format])] as const,
);

/** The format that a file's name settles; undefined if it depends on the text. */
export const formatOfName = (path: string): ArticleFormat | undefined =>
  DECISIVE.find(([, suffix]) => suffix.test(path))?.[0];

/** UTF-16 units of a text that are searched for the signs of a format. */
const SAMPLE = 65_536;

/** The format of an article's body, from its file's path, whether front matter came before it, and its text. */
export function formatOf(path: string, hasFrontMatter: boolean, body: string): ArticleFormat {
  const named = formatOfName(path);
  if (named) return named;
  const sample = body.slice(0, SAMPLE);
  return NAMES.find((name) => {
    const { takesFrontMatter, claims } = FORMATS[name];
    return (hasFrontMatter && takesFrontMatter) || claims(sample);
  })!;
}
