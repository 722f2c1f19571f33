import type { Block } from '../document.ts';
import type { PageMetadata } from '../page-metadata.ts';
import type { PageOptions } from '../page-options.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { Addresses } from './addresses.ts';
import { mainText } from './main-text.ts';
import { notesFor, takeNotes } from './page-notes.ts';
import { PageWriter } from './page-writer.ts';
import { parseTree } from './parse-tree.ts';
import { isDocumentation, metadataOfPage } from './read-metadata.ts';
import { markTitles, moveNameSection, removeByline, repair } from './repair.ts';
import { attribute, findNamed, type ParentNode } from './tree.ts';
import { unparsedText } from './unparsed.ts';

/** HTML that has been read. */
export interface Page {
  readonly metadata: PageMetadata;
  /** The element of its main text, and what its links are relative to; undefined if it was not parsed. */
  readonly main?: { readonly element: ParentNode; readonly addresses: Addresses };
  /** Writes its text, once, some blocks each time it is asked. */
  write(writer: DocumentWriter): Iterator<readonly Block[]>;
}

/**
 * Reads a page, or a fragment of one, and finds its main text and its metadata. Never throws. HTML that would take too much
 * time or memory is plain text below a line that says so, and has no metadata.
 */
export function readPage(source: string, { extract = true, address, xml }: PageOptions = {}): Page {
  const tree = parseTree(source, xml);
  if (!tree) return { metadata: {}, write: (writer) => unparsedText(source, writer) };
  const isManual = isDocumentation(tree);
  if (isManual) markTitles(tree);
  const metadata = metadataOfPage(tree);
  const base = findNamed(tree, 'base');
  moveNameSection(tree);
  removeByline(tree);
  repair(tree);
  const taken = takeNotes(tree);
  const body = findNamed(tree, 'body');
  const content = body && extract && isWholePage(source) ? mainText(body, isManual) : (body ?? tree);
  const notes = notesFor(content, taken);
  const addresses = new Addresses(metadata.source ?? address, base && attribute(base, 'href'));
  const lang = metadata.lang?.toLowerCase().split(/[-_]/)[0];
  return {
    metadata,
    main: { element: content, addresses },
    write: (writer) => new PageWriter(writer, { addresses, notes, lang }).write(content),
  };
}

/** True if a source is a page, with all that is around its text, rather than a fragment of one. */
const isWholePage = (source: string): boolean =>
  /<(?:!doctype|html|head|body|title|meta)\b/i.test(source.slice(0, 4096));
