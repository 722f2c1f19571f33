import type { Block, Document } from './document.ts';

/** The parts of a document that make it up. */
export interface DocumentParts
  extends Pick<Document, 'text' | 'headings' | 'links' | 'hidden' | 'anchors' | 'lang'> {
  readonly blocks: readonly Block[];
}

/** A document that does not grow. It is complete unless it is only the beginning of another. */
export const fixedDocument = (parts: DocumentParts, complete = true): Document => ({
  ...parts,
  complete,
  length: parts.text.length,
  slice: (from, to) => parts.text.slice(from, to),
  extend: () => undefined,
});
