import type { parse as TomlParse } from 'smol-toml';
import type { parse as YamlParse } from 'yaml';
import { type Fields, readYamlLines, type Value } from './yaml-lines.ts';

/** Front matter longer than this, in UTF-16 units, is taken for text. */
const MAX_LENGTH = 65_536;

/** A text split into its front matter and its body. */
export interface Split {
  readonly language: 'yaml' | 'toml' | 'json' | 'none';
  /** The front matter without its fences. */
  readonly matter: string;
  /** Where the body begins: an offset, and a line from 0. */
  readonly bodyAt: number;
  readonly bodyLine: number;
  /** True if the text begins with the fence and fields of front matter that no second fence closes. */
  readonly unclosed: boolean;
  /** True if nothing follows the block of front matter, which then is the body. */
  readonly isWhole: boolean;
}

export const NO_FRONT_MATTER: Split = {
  language: 'none',
  matter: '',
  bodyAt: 0,
  bodyLine: 0,
  unclosed: false,
  isWhole: false,
};

/**
 * Splits a text with LF line ends into front matter, as Jekyll, Hugo and Obsidian write it, and body. Blank lines may come
 * before the front matter. A block with nothing after it is the body too, so that a file never loses all of its text.
 */
export function splitFrontMatter(text: string): Split {
  const start = /^\s*/.exec(text.slice(0, 256))![0].length;
  const opening = /^(---|\+\+\+)[ \t]*\n|^\{/.exec(text.slice(start, start + 256))?.[0];
  if (opening === undefined) return NO_FRONT_MATTER;
  if (opening === '{') return splitJson(text, start);
  return splitFenced(text, start + opening.length, opening.startsWith('-') ? 'yaml' : 'toml');
}

const CLOSING = { yaml: /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m, toml: /^\+\+\+[ \t]*(?:\n|$)/m };

/** Splits a text whose front matter begins at `from`, after a fence. */
function splitFenced(text: string, from: number, language: 'yaml' | 'toml'): Split {
  const head = text.slice(from, from + MAX_LENGTH);
  const closing = CLOSING[language].exec(head);
  if (!closing) return looksLikeFields(head) ? { ...NO_FRONT_MATTER, unclosed: true } : NO_FRONT_MATTER;
  const matter = head.slice(0, closing.index);
  // Prose between two thematic breaks is not front matter.
  if (matter.trim() !== '' && !looksLikeFields(matter)) return NO_FRONT_MATTER;
  return splitAt(text, language, matter, from + closing.index + closing[0].length);
}

const looksLikeFields = (text: string): boolean =>
  /^[ \t]*(?:#.*)?\n*[ \t]*["']?[^\s"'#:=-][^\n:=]{0,63}[:=]/.test(text);

function splitAt(text: string, language: Split['language'], matter: string, bodyAt: number): Split {
  if (text.slice(bodyAt).trim() === '') return { ...NO_FRONT_MATTER, language, matter, isWhole: true };
  return {
    ...NO_FRONT_MATTER,
    language,
    matter,
    bodyAt,
    bodyLine: text.slice(0, bodyAt).split('\n').length - 1,
  };
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

/** Parsers, each loaded when the first article needs it: they take longer to load than most articles to show. */
export interface Parsers {
  yaml?: typeof YamlParse;
  toml?: typeof TomlParse;
}

/** Loads the parser of a language. */
export async function loadParser(parsers: Parsers, language: 'yaml' | 'toml'): Promise<void> {
  if (language === 'yaml') parsers.yaml = (await import('yaml')).parse;
  else parsers.toml = (await import('smol-toml')).parse;
}

/** Fields; `broken` if only some of them could be read. Or the parser to load before asking again. */
export type FrontMatter =
  | { readonly kind: 'fields'; readonly fields: Fields; readonly broken: boolean }
  | { readonly kind: 'needs'; readonly parser: 'yaml' | 'toml' };

/** Reads front matter into fields of strings, lists and maps. Never throws. */
export function parseFrontMatter({ language, matter, unclosed }: Split, parsers: Parsers): FrontMatter {
  if (language === 'none' || matter.trim() === '') return { kind: 'fields', fields: {}, broken: unclosed };
  if (language === 'yaml') {
    const simple = readYamlLines(matter);
    if (simple) return { kind: 'fields', fields: simple, broken: false };
  }
  if (language !== 'json' && !parsers[language]) return { kind: 'needs', parser: language };
  try {
    const parsed: unknown = language === 'json' ? JSON.parse(matter) : parseWith(language, matter, parsers);
    const fields = asValue(parsed, 0);
    if (typeof fields === 'object' && !Array.isArray(fields))
      return { kind: 'fields', fields: fields as Fields, broken: false };
  } catch {
    // Reported through `broken`.
  }
  const rescued =
    language === 'json' ? {} : readYamlLines(language === 'toml' ? tomlAsYaml(matter) : matter, true);
  return { kind: 'fields', fields: rescued ?? {}, broken: true };
}

function parseWith(language: 'yaml' | 'toml', matter: string, parsers: Parsers): unknown {
  if (language === 'toml') return parsers.toml?.(matter);
  // Files are untrusted: no type coercion, no aliases to expand, no tags.
  return parsers.yaml?.(matter, {
    schema: 'failsafe',
    maxAliasCount: 0,
    merge: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
}

const tomlAsYaml = (matter: string): string => matter.replace(/^([ \t]*[\w-]+)[ \t]*=[ \t]*/gm, '$1: ');

/** Metadata is never nested deeper than this; the rest is dropped. */
const MAX_DEPTH = 6;

function asValue(value: unknown, depth: number): Value | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value))
    return value.map((item) => asValue(item, depth + 1)).filter((item) => item !== undefined);
  const fields: Record<string, Value> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const read = asValue(item, depth + 1);
    if (read !== undefined) fields[key] = read;
  }
  return fields;
}
