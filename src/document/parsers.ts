import type { Body } from './body.ts';
import type { Block } from './document.ts';
import type { ArticleFormat } from './formats.ts';
import { markdownBlocks } from './markdown/markdown-blocks.ts';
import { plainBlocks } from './plain/plain-blocks.ts';
import type { DocumentWriter } from './writer/document-writer.ts';

/** Writes a source as blocks, a few each time it is asked. Never throws, whatever is in the source. */
type Parser = (body: Body, writer: DocumentWriter) => Iterator<readonly Block[]>;

/** The parser of each format. */
export const PARSERS: Readonly<Record<ArticleFormat, Parser>> = {
  markdown: ({ source }, writer) => markdownBlocks(source, writer),
  code: codeBlocks,
  text: ({ source }, writer) => plainBlocks(source, writer),
};

function* codeBlocks({ source, language }: Body, writer: DocumentWriter): Generator<readonly Block[]> {
  writer.title.close();
  const block = writer.code(source.trimEnd(), language, 0);
  yield block ? [block] : [];
}
