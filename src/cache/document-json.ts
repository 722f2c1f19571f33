import type { Block, Document, Heading, Item, Link, Note } from '../document/document.ts';

/** A document, or the beginning of one, as it is kept: all that parsing found, as plain data. */
export interface Parsed {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly lang?: 'fr' | 'en';
  readonly complete: boolean;
}

/** What is to be kept of a document, as far as it has been parsed. */
export const parsedOf = ({ text, blocks, headings, links, lang, complete }: Document): Parsed => ({
  text,
  blocks,
  headings,
  links,
  ...(lang && { lang }),
  complete,
});

/** The document that `parsedOf` was given, from data that went through JSON; a beginning stays one. */
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

/** JSON has no `undefined` in arrays: columns without an alignment come back as `null`. */
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
    default:
      return block;
  }
}

const withBlocks = <T extends { readonly blocks: readonly Block[] }>(part: T): T => ({
  ...part,
  blocks: part.blocks.map(restored),
});
