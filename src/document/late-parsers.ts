import type { Body } from './body.ts';
import type { Block } from './document.ts';
import type { ArticleFormat } from './formats.ts';
import type { DocumentWriter } from './writer/document-writer.ts';

/** Writes a source as blocks, a few each time it is asked. Never throws, whatever is in the source. */
export type Parser = (body: Body, writer: DocumentWriter) => Iterator<readonly Block[]>;

/** Parsers that are loaded with the first text of their format, as they are large. */
const LOADERS = {
  html: async (): Promise<Parser> => (await import('./html/html-blocks.ts')).htmlBlocks,
  org: async (): Promise<Parser> => (await import('./org/org-blocks.ts')).orgBlocks,
  gemtext: async (): Promise<Parser> => (await import('./gemtext/gemtext-blocks.ts')).gemtextBlocks,
} satisfies Partial<Record<ArticleFormat, () => Promise<Parser>>>;

export type LateFormat = keyof typeof LOADERS;

const isLate = (format: ArticleFormat): format is LateFormat => format in LOADERS;

const loaded = new Map<LateFormat, Parser>();

/** True if a text in `format` can be parsed at once. If not, `loadParser` comes first. */
export const isParserLoaded = (format: ArticleFormat): boolean => !isLate(format) || loaded.has(format);

/** Loads the parser of a format, if that is not loaded at the start. */
export async function loadParser(format: ArticleFormat): Promise<void> {
  if (isLate(format) && !loaded.has(format)) loaded.set(format, await LOADERS[format]());
}

/** A parser that has been loaded. Throws an `Error` if it has not: the caller forgot to. */
export function lateParser(format: LateFormat): Parser {
  const parser = loaded.get(format);
  if (!parser) throw new Error(`the parser of ${format} is not loaded`);
  return parser;
}
