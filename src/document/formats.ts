import { looksLikeMarkdown } from './detect-format.ts';

/** What tells a format from others before it is read. */
interface FormatRules {
  /** Suffixes of its files, without the dot; the first is the usual one. */
  readonly suffixes: readonly string[];
  /** True if such a suffix settles the format; otherwise the text may still be claimed by another one. */
  readonly suffixDecides: boolean;
  /** True if `text`, from a source whose name says nothing, is in this format; the first format that claims it counts. */
  readonly claims: (text: string) => boolean;
  /** True if files with front matter are in this format whatever their names: they are meant for a site generator. */
  readonly takesFrontMatter: boolean;
}

/**
 * The formats that Kiosque reads. A format needs a row here and a reader in `parsers.ts`, which does not compile without
 * it; loading this table loads no reader.
 */
export const FORMATS = {
  markdown: {
    suffixes: ['md', 'markdown', 'mdown', 'mkd'],
    suffixDecides: true,
    claims: looksLikeMarkdown,
    takesFrontMatter: true,
  },
  text: {
    suffixes: ['txt', 'text'],
    suffixDecides: false,
    claims: () => true,
    takesFrontMatter: false,
  },
} as const satisfies Readonly<Record<string, FormatRules>>;

export type ArticleFormat = keyof typeof FORMATS;

const NAMES = Object.keys(FORMATS) as readonly ArticleFormat[];

/** A pattern for the suffix of a file in one of `formats`, dot included. */
const suffixPattern = (formats: readonly ArticleFormat[]): RegExp =>
  new RegExp(`\\.(?:${formats.flatMap((format) => FORMATS[format].suffixes).join('|')})$`, 'i');

/** Matches the suffix of any file that is an article, dot included. */
export const ARTICLE_SUFFIX = suffixPattern(NAMES);

/** UTF-16 units of a text in which a format's signs are looked for. */
const SAMPLE = 65_536;

/**
 * The format of an article's body.
 *
 * @param path            the file's path or name
 * @param hasFrontMatter  whether front matter came before the body
 */
export function formatOf(path: string, hasFrontMatter: boolean, body: string): ArticleFormat {
  const named = NAMES.find((format) => FORMATS[format].suffixDecides && suffixPattern([format]).test(path));
  if (named) return named;
  const sample = body.slice(0, SAMPLE);
  return NAMES.find((name) => {
    const { takesFrontMatter, claims } = FORMATS[name];
    return (hasFrontMatter && takesFrontMatter) || claims(sample);
  })!;
}
