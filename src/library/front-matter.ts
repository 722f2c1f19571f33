import type { parse as TomlParse } from 'smol-toml';
import type { parse as YamlParse } from 'yaml';
import { type Fields, readYamlLines, type Value } from './yaml-lines.ts';

/** Front matter beyond this many characters is not read; the article's body then begins at its first line. */
const LONGEST = 65_536;

/** A text split into its front matter and its body. */
export interface Split {
  readonly language: 'yaml' | 'toml' | 'json' | 'none';
  /** The front matter without its fences. */
  readonly matter: string;
  /** Where the body begins: an offset, and a line from 0. */
  readonly bodyAt: number;
  readonly bodyLine: number;
  /** A fence opens what reads as front matter, and none closes it. */
  readonly unclosed: boolean;
}

const NONE: Split = { language: 'none', matter: '', bodyAt: 0, bodyLine: 0, unclosed: false };
const looksLikeFields = (text: string): boolean =>
  /^[ \t]*(?:#.*)?\n*[ \t]*["']?[^\s"'#:=-][^\n:=]{0,63}[:=]/.test(text);

/** Finds the front matter of a text with LF line ends (Jekyll, Hugo, Obsidian: on the first line, or after blank ones). */
export function splitFrontMatter(text: string): Split {
  const start = /^\s*/.exec(text.slice(0, 256))![0].length;
  const first = /^(---|\+\+\+)[ \t]*\n|^\{/.exec(text.slice(start, start + 256));
  if (!first) return NONE;
  if (first[0] === '{') return splitJson(text, start);
  const language = first[1] === '---' ? 'yaml' : 'toml';
  const from = start + first[0].length;
  const head = text.slice(from, from + LONGEST);
  const closing = (language === 'yaml' ? /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m : /^\+\+\+[ \t]*(?:\n|$)/m).exec(
    head,
  );
  if (!closing) return looksLikeFields(head) ? { ...NONE, unclosed: true } : NONE;
  const matter = head.slice(0, closing.index);
  // Two thematic breaks with prose between them are no front matter.
  if (matter.trim() !== '' && !looksLikeFields(matter)) return NONE;
  return split(language, matter, text, from + closing.index + closing[0].length);
}

function split(language: Split['language'], matter: string, text: string, bodyAt: number): Split {
  return {
    language,
    matter,
    bodyAt,
    bodyLine: text.slice(0, bodyAt).split('\n').length - 1,
    unclosed: false,
  };
}

/** An object in JSON that ends its line, as Hugo has it. */
function splitJson(text: string, start: number): Split {
  const head = text.slice(start, start + LONGEST);
  if (!/^\{\s*"/.test(head)) return NONE;
  let depth = 0;
  let inString = false;
  for (let i = 0; i < head.length; i++) {
    const character = head[i];
    if (inString) {
      if (character === '\\') i++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth === 0) {
      const end = /^[ \t]*(?:\n|$)/.exec(head.slice(i + 1));
      return end ? split('json', head.slice(0, i + 1), text, start + i + 1 + end[0].length) : NONE;
    }
  }
  return NONE;
}

/** Parsers that are loaded only when an article needs them. */
export interface Parsers {
  yaml?: typeof YamlParse;
  toml?: typeof TomlParse;
}

/** Loads the parser of a language. */
export async function loadParser(parsers: Parsers, language: 'yaml' | 'toml'): Promise<void> {
  if (language === 'yaml') parsers.yaml = (await import('yaml')).parse;
  else parsers.toml = (await import('smol-toml')).parse;
}

/** `needs`: to be asked again when that parser is loaded. `broken`: what could be read of it all the same. */
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
  // Strings only, nothing that refers to anything else: no type coercion, no expansion.
  return parsers.yaml?.(matter, {
    schema: 'failsafe',
    maxAliasCount: 0,
    merge: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
}

const tomlAsYaml = (matter: string): string => matter.replace(/^([ \t]*[\w-]+)[ \t]*=[ \t]*/gm, '$1: ');

/** Fields nested deeper than this are of no use to an article. */
const DEEPEST = 6;

function asValue(value: unknown, depth: number): Value | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  if (Array.isArray(value))
    return value.map((item) => asValue(item, depth + 1)).filter((item) => item !== undefined);
  const fields: Record<string, Value> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const read = asValue(item, depth + 1);
    if (read !== undefined) fields[key] = read;
  }
  return fields;
}
