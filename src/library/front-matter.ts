import type { Body } from '../document/body.ts';
import { readingOf } from '../document/detect-reading.ts';
import { isDataName, type Reading, readingOfName, type TextInput } from '../document/formats.ts';
import { sampleOf } from '../document/text-sample.ts';
import { splitHeader } from './header-lines.ts';
import { type Fields, readYamlLines, type Value } from './yaml-lines.ts';

/** Front matter longer than this, in UTF-16 units, is taken for text. */
const MAX_LENGTH = 65_536;

type Language = 'yaml' | 'toml' | 'json';

/** A text split into its front matter and its body. */
export interface Split {
  readonly language: Language | 'none';
  /** The front matter without its fences. */
  readonly matter: string;
  /** Where the body begins: an offset, and a line from 0. */
  readonly bodyAt: number;
  readonly bodyLine: number;
  /** True if the text begins with the fence and fields of front matter that no second fence closes. */
  readonly unclosed: boolean;
  /** True if nothing follows the block of front matter, which then is the body. */
  readonly isWhole: boolean;
  /** The format of the text after it, if its first lines tell it. */
  readonly format?: 'text' | 'org' | undefined;
  /** The fields, if they are known without parsing `matter`. */
  readonly fields?: Fields;
}

const NO_FRONT_MATTER: Split = {
  language: 'none',
  matter: '',
  bodyAt: 0,
  bodyLine: 0,
  unclosed: false,
  isWhole: false,
  fields: {},
};

interface SplitText {
  readonly frontMatter: Split;
  readonly body: Body;
}

/**
 * Splits the text of a file into front matter and body. The body is read as the user asked, else as the file's name
 * tells, else as the text does.
 */
export function splitText(text: string, path: string, input?: TextInput): SplitText {
  const blank = blankBefore(text);
  const { frontMatter, body } = splitAfterBlank(text.slice(blank), path, input);
  return { frontMatter, body: { ...body, firstLine: body.firstLine + lineAt(text, blank) } };
}

/** UTF-16 units before a text that may be blank. */
const MAX_BLANK = 256;

/** The length of the blank lines that a text begins with, or 0 if it is short: so the body's first units are not all blank. */
function blankBefore(text: string): number {
  if (text.slice(0, MAX_BLANK).trim() !== '') return 0;
  return text.lastIndexOf('\n', /\S|$/.exec(text)!.index) + 1;
}

function splitAfterBlank(text: string, path: string, input: TextInput | undefined): SplitText {
  const whole = (reading: Reading): Body => ({ ...reading, source: text, firstLine: 0 });
  if (input === 'code' || (!input && isDataName(path)))
    return { frontMatter: NO_FRONT_MATTER, body: whole(readingOf(path, text, input)) };
  const frontMatter = splitMetadata(text, path, input);
  const { language, bodyAt, bodyLine, isWhole, format, matter } = frontMatter;
  if (isWhole) return { frontMatter, body: whole(input ? { format: input } : { format: 'code', language }) };
  const source = text.slice(bodyAt);
  if (!input && !readingOfName(path) && language === 'yaml' && areDocuments(matter, source))
    return { frontMatter: NO_FRONT_MATTER, body: whole({ format: 'code', language }) };
  // A text with front matter is meant for a site generator.
  const isMarkdown = language !== 'none' && !readingOfName(path);
  const isOrg = format === 'org' && !readingOfName(path);
  const meant = format === 'text' || isOrg ? format : isMarkdown ? 'markdown' : undefined;
  const reading = readingOf(path, source, input ?? meant);
  return { frontMatter, body: { ...reading, source, firstLine: bodyLine } };
}

/** Fields by which front matter is told from the first of several documents of YAML. */
const ARTICLE_FIELD =
  /^(?:title|titre|date|authors?|auteurs?|tags|categor(?:y|ies)|layout|slug|lang|summary|draft):/im;

/** Whether `matter` is not the front matter of a text but the first document of YAML, before others. */
const areDocuments = (matter: string, rest: string): boolean =>
  !ARTICLE_FIELD.test(matter) &&
  sampleOf(rest)
    .text.split('\n')
    .every((line) => line === '' || /^(?:\s|#|---|\.\.\.|-(?:\s|$)|[\w./-]+:(?:\s|$))/.test(line));

/** Splits a text into front matter, or metadata in its first lines, and body. */
function splitMetadata(text: string, path: string, input: TextInput | undefined): Split {
  const split = splitFrontMatter(text);
  if (split.language !== 'none' || split.unclosed) return split;
  const header = splitHeader(text, (body) => input ?? readingOf(path, body).format);
  if (!header) return split;
  const { fields, bodyAt, format } = header;
  return { ...split, fields, format, bodyAt, bodyLine: lineAt(text, bodyAt) };
}

/** The line, from 0, at an offset of a text. */
const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;

/**
 * Splits a text with LF line ends into front matter, as Jekyll, Hugo and Obsidian write it, and body. Blank lines may come
 * before the front matter. A block with nothing after it is the body too, so that a file never loses all of its text.
 */
export function splitFrontMatter(text: string): Split {
  const start = /^\s*/.exec(text.slice(0, MAX_BLANK))![0].length;
  const head = text.slice(start, start + 256);
  if (head.startsWith('{')) return splitJson(text, start);
  const [opening, fence, named] = /^(---|\+\+\+)(yaml|toml|json)?[ \t]*\n/.exec(head) ?? [];
  if (opening === undefined) return NO_FRONT_MATTER;
  const language = (named as Language | undefined) ?? (fence === '---' ? 'yaml' : 'toml');
  return splitFenced(text, start + opening.length, fence === '---' ? DASHES : PLUSES, language);
}

/** The fence after front matter. */
const DASHES = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;
const PLUSES = /^\+\+\+[ \t]*(?:\n|$)/m;

/** Splits a text whose front matter begins at `from`, after a fence, and ends before `fence`. */
function splitFenced(text: string, from: number, fence: RegExp, language: Language): Split {
  const head = text.slice(from, from + MAX_LENGTH);
  const closing = fence.exec(head);
  if (!closing) return looksLikeFields(head) ? { ...NO_FRONT_MATTER, unclosed: true } : NO_FRONT_MATTER;
  const matter = head.slice(0, closing.index);
  // Prose between two thematic breaks is not front matter.
  if (matter.trim() !== '' && !looksLikeFields(matter)) return NO_FRONT_MATTER;
  return splitAt(text, language, matter, from + closing.index + closing[0].length);
}

const looksLikeFields = (text: string): boolean =>
  /^[ \t]*(?:(?:#.*|\n)\n*[ \t]*)?["']?[^\s"'#:=-][^\n:=]{0,63}[:=]/.test(text) || JSON_OBJECT.test(text);

function splitAt(text: string, language: Language, matter: string, bodyAt: number): Split {
  const { fields, ...none } = NO_FRONT_MATTER;
  const isWhole = text.slice(bodyAt).trim() === '';
  const body = isWhole ? { isWhole } : { bodyAt, bodyLine: lineAt(text, bodyAt) };
  return { ...none, language, matter, ...body, ...(matter.trim() === '' && { fields }) };
}

/**
 * Splits a text that begins, at `start`, with a JSON object that ends its line, as in Hugo. If nothing follows, or only
 * more objects (JSON Lines), the text is data without metadata.
 */
function splitJson(text: string, start: number): Split {
  const head = text.slice(start, start + MAX_LENGTH);
  if (!JSON_OBJECT.test(head)) return NO_FRONT_MATTER;
  const length = jsonLength(head);
  const lineEnd = /^[ \t]*(?:\n|$)/.exec(head.slice(length))?.[0];
  if (length === undefined || lineEnd === undefined) return NO_FRONT_MATTER;
  const split = splitAt(text, 'json', head.slice(0, length), start + length + lineEnd.length);
  const isData = split.isWhole || JSON_OBJECT.test(text.slice(split.bodyAt));
  return isData ? { ...NO_FRONT_MATTER, language: 'json', isWhole: true } : split;
}

const JSON_OBJECT = /^\s*\{\s*"/;

/** The length of the JSON object that `text` begins with; undefined if it has no end. */
function jsonLength(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\[\s\S][^"\\]*)*"|["{}[\]]/g)) {
    // A string without an end.
    if (token === '"') return undefined;
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth === 0) return index + 1;
  }
  return undefined;
}

/** Fields; `broken` if only some of them could be read. */
export interface FrontMatter {
  readonly fields: Fields;
  readonly broken: boolean;
}

/** Parses front matter into fields of strings, lists and maps. Never throws. */
export async function parseFrontMatter(split: Split): Promise<FrontMatter> {
  const { language, matter, unclosed } = split;
  const known = split.fields ?? (language === 'yaml' ? readYamlLines(matter) : undefined);
  if (known || language === 'none') return { fields: known ?? {}, broken: unclosed };
  const fields = parsedFields(await loadParser(language), matter);
  return { fields: fields ?? rescuedFields(language, matter), broken: !fields };
}

type Parser = (matter: string) => unknown;

/** Parsers are loaded only when an article needs them: they take longer to load than most articles to show. */
async function loadParser(language: Language): Promise<Parser> {
  if (language === 'json') return JSON.parse;
  if (language === 'toml') return (await import('smol-toml')).parse;
  const { parse } = await import('yaml');
  // Files are untrusted: no type coercion, no aliases to expand, no tags.
  return (matter) =>
    parse(matter, {
      schema: 'failsafe',
      maxAliasCount: 0,
      merge: false,
      uniqueKeys: false,
      logLevel: 'error',
    });
}

/** The fields that a parser finds; undefined if it rejects the front matter. */
function parsedFields(parse: Parser, matter: string): Fields | undefined {
  try {
    const fields = asValue(parse(matter), matter);
    return typeof fields === 'object' && !Array.isArray(fields) ? (fields as Fields) : undefined;
  } catch {
    return undefined;
  }
}

/** The fields on the valid lines of front matter that its parser rejects. */
function rescuedFields(language: Language, matter: string): Fields {
  if (language === 'json') return {};
  const lines = language === 'toml' ? matter.replace(/^([ \t]*[\w-]+)[ \t]*=[ \t]*/gm, '$1: ') : matter;
  return readYamlLines(lines, true) ?? {};
}

/** Metadata is never nested deeper than this; the rest is dropped. */
const MAX_DEPTH = 6;

/** A parsed value as a value of front matter; undefined if it cannot be one. `matter` is the source. */
function asValue(value: unknown, matter: string, depth = 0): Value | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return dateText(value, matter);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value))
    return value.map((item) => asValue(item, matter, depth + 1)).filter((item) => item !== undefined);
  const fields: Record<string, Value> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const read = asValue(item, matter, depth + 1);
    if (read !== undefined) fields[key] = read;
  }
  return fields;
}

/** A date of TOML in ISO 8601; undefined if the day is not in the source: smol-toml makes 30 February 1 March. */
function dateText(date: Date, matter: string): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined;
  const text = date.toISOString();
  return /^\d{4}-/.test(text) && !matter.includes(text.slice(0, 10)) ? undefined : text;
}
