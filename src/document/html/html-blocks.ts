import type { Body } from '../body.ts';
import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { readPage } from './read-page.ts';

/** Writes HTML as blocks, some more of them each time it is asked. Its metadata is known at once. */
export function htmlBlocks({ source, page }: Body, writer: DocumentWriter): Iterator<readonly Block[]> {
  const { metadata, write } = readPage(source, page);
  writer.metadata = metadata;
  if (metadata.title !== undefined) writer.title.offer(metadata.title);
  return write(writer);
}
