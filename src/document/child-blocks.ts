import type { Block } from './document.ts';

/** The blocks directly inside a block, in order; none for a leaf. */
export function childBlocks(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'quotation':
    case 'hanging':
      return block.blocks;
    case 'list':
      return block.items.flatMap((item) => item.blocks);
    case 'notes':
      return block.notes.flatMap((note) => note.blocks);
    case 'paragraph':
    case 'heading':
    case 'code':
    case 'table':
    case 'rule':
      return [];
  }
}
