import type { Block, Document, Heading, Item, Link, Note } from '../document/document.ts';

/** A document, or its beginning, as plain data. */
export interface Parsed {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly lang?: 'fr' | 'en';
  readonly complete: boolean;
}

/** The data of a document, as far as it has been parsed. */
export const parsedOf = ({ text, blocks, headings, links, lang, complete }: Document): Parsed => ({
  text,
  blocks,
  headings,
  links,
  ...(lang && { lang }),
  complete,
});

/** The document of data that went through JSON. A beginning cannot be extended. */
export function documentFrom({ text, blocks, headings, links, lang, complete }: Parsed): Document {
  return {
    text,
    blocks: blocks.map(restored),
    headings,
    links,
    lang,
    complete,
    extend: () => undefined,
  };
}

/** Restores `undefined` for columns without an alignment, which JSON turns into `null`. */
function restored(block: Block): Block {
  switch (block.kind) {
    case 'table':
      return { ...block, align: block.align.map((side) => side ?? undefined) };
    case 'quotation':
      return { ...block, blocks: block.blocks.map(restored) };
    case 'list':
      return { ...block, items: block.items.map(withBlocks<Item>) };
    case 'notes':
      return { ...block, notes: block.notes.map(withBlocks<Note>) };
    case 'paragraph':
    case 'heading':
    case 'code':
    case 'rule':
      return block;
  }
}

const withBlocks = <T extends { readonly blocks: readonly Block[] }>(part: T): T => ({
  ...part,
  blocks: part.blocks.map(restored),
});
