import type { Body } from '../body.ts';
import type { Block } from '../document.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { readPage } from './read-page.ts';

/** Writes HTML as blocks, some more of them each time it is asked. */
export const htmlBlocks = ({ source, page }: Body, writer: DocumentWriter): Iterator<readonly Block[]> =>
  readPage(source, page).write(writer);
