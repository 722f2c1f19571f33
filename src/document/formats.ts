import { languageOfCode, languageOfName } from './code-language.ts';
import { detectKind } from './detect-format.ts';
import type { TextKind } from './format-signs.ts';
import { isTerminalOutput } from './terminal/terminal-signs.ts';

/** The files in a format. */
interface FormatFiles {
  /** Suffixes of their names, without the dot; the first is the usual one. */
  readonly suffixes: readonly string[];
  /** True if those in a folder are articles; if not, they must be named to be opened. */
  readonly inFolders: boolean;
}

/**
 * The formats that Kiosque reads. A new format needs a row here, a name in `readingOfName` or a kind of text in `READINGS`, and
 * a parser in `parse-document.ts`, which does not compile without it; loading this table loads no parser. The names of
 * files of code are in `code-language.ts`.
 */
export const FORMATS = {
  markdown: { suffixes: ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'qmd', 'rmd'], inFolders: true },
  html: { suffixes: [], inFolders: false },
  table: { suffixes: ['csv', 'tsv'], inFolders: false },
  code: { suffixes: [], inFolders: false },
  terminal: { suffixes: [], inFolders: false },
  text: { suffixes: ['txt', 'text'], inFolders: true },
} as const satisfies Readonly<Record<string, FormatFiles>>;

export type ArticleFormat = keyof typeof FORMATS;

/** The formats that the user can ask for. */
export const INPUT_FORMATS = ['markdown', 'text', 'html', 'code'] as const satisfies readonly ArticleFormat[];

export type InputFormat = (typeof INPUT_FORMATS)[number];

/** How a text is read. */
export interface Reading {
  readonly format: ArticleFormat;
  /** The language of code, by a name that the highlighter knows; absent if it is unknown. */
  readonly language?: string;
  /** True if lines of plain text are never joined. */
  readonly keepLines?: boolean;
}

/** The reading of each kind of text. */
const READINGS: Readonly<Record<TextKind, Reading>> = {
  markdown: { format: 'markdown' },
  html: { format: 'html' },
  page: { format: 'text' },
  prose: { format: 'text' },
  mail: { format: 'text' },
  lines: { format: 'text', keepLines: true },
  csv: { format: 'table' },
  tsv: { format: 'table' },
  json: { format: 'code', language: 'json' },
  yaml: { format: 'code', language: 'yaml' },
  toml: { format: 'code', language: 'toml' },
  ini: { format: 'code', language: 'ini' },
  diff: { format: 'code', language: 'diff' },
  shell: { format: 'code', language: 'bash' },
  log: { format: 'code' },
  history: { format: 'code' },
  listing: { format: 'code' },
  traceback: { format: 'code' },
  roff: { format: 'code' },
  manual: { format: 'terminal' },
  code: { format: 'code' },
};

const NAMES = Object.keys(FORMATS) as readonly ArticleFormat[];

/** A pattern for the suffix, dot included, of a file in one of `formats`. */
const suffixPattern = (formats: readonly ArticleFormat[]): RegExp =>
  new RegExp(
    `\\.(?:${formats.flatMap((format): readonly string[] => FORMATS[format].suffixes).join('|')})$`,
    'i',
  );

/** Matches the suffix, dot included, of a file that is an article wherever it is found. */
export const ARTICLE_SUFFIX = suffixPattern(NAMES.filter((format) => FORMATS[format].inFolders));

const MARKDOWN_SUFFIX = suffixPattern(['markdown']);
const TABLE_SUFFIX = suffixPattern(['table']);

/** The reading that a file's name settles; undefined if it depends on the text. */
export function readingOfName(path: string): Reading | undefined {
  if (MARKDOWN_SUFFIX.test(path)) return READINGS.markdown;
  const language = languageOfName(path);
  if (language === undefined) return undefined;
  return { format: 'code', ...(language && { language }) };
}

/** Whether a file's name is that of code or data, whose text has no title or metadata. */
export const isDataName = (path: string): boolean =>
  TABLE_SUFFIX.test(path) || readingOfName(path)?.format === 'code';

/** UTF-16 units of a text that are searched for the styles of a terminal: colors may come late. */
const TERMINAL_SAMPLE = 65_536;

/** The reading of a text of which the name says nothing. */
function readingOfText(text: string): Reading {
  if (isTerminalOutput(text.slice(0, TERMINAL_SAMPLE))) return READINGS.manual;
  const kind = detectKind(text);
  const reading = READINGS[kind];
  const language = kind === 'code' ? languageOfCode(text) : undefined;
  return language ? { ...reading, language } : reading;
}

/**
 * The reading of an article's body, from its file's name and its text.
 *
 * @param input  the format that the user asked for, if any
 */
export function readingOf(path: string, body: string, input?: InputFormat): Reading {
  if (input === 'markdown' || input === 'html') return READINGS[input];
  const named = readingOfName(path);
  const known = named && (input ?? named.format) === named.format ? named : undefined;
  if (known && (known.language || known.format === 'markdown')) return known;
  const detected = readingOfText(body);
  if (detected.format === 'terminal' && input !== 'code') return detected;
  if (known) return known;
  if (input === 'code') return detected.format === 'code' ? detected : { format: 'code' };
  if (input === 'text') return { format: 'text', ...(keepsLines(detected) && { keepLines: true }) };
  return TABLE_SUFFIX.test(path) && detected.format !== 'table' ? { format: 'code' } : detected;
}

/** Whether the lines of a text that is read in this way are never joined. */
const keepsLines = ({ format, keepLines = false }: Reading): boolean =>
  keepLines || format === 'code' || format === 'table';
