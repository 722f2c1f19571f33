import type { Block } from './document.ts';
import type { ArticleFormat } from './formats.ts';
import { markdownBlocks } from './markdown/markdown-blocks.ts';
import { plainBlocks } from './plain/plain-blocks.ts';
import type { Writer } from './writer/document-writer.ts';

/** Writes a source as blocks, some more of them each time it is asked. Never throws, whatever is in the source. */
type Parser = (source: string, writer: Writer) => Iterator<readonly Block[]>;

/** The reader of each format. */
export const PARSERS: Readonly<Record<ArticleFormat, Parser>> = {
  markdown: markdownBlocks,
  text: plainBlocks,
};
