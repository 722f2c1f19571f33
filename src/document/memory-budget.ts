import { childBlocks } from './child-blocks.ts';
import type { Block } from './document.ts';

/** Bytes that the blocks of any document may take, and bytes for each unit of the source if that is more. */
const LEAST = 200_000_000;
const FOR_EACH_UNIT = 40;

/**
 * Bytes, from measurements, of a block, of a run in it with its arrays, of an item of a list, and of a heading with its
 * name for links.
 */
const OF_BLOCK = 250;
const OF_RUN = 250;
const OF_ITEM = 100;
const OF_HEADING = 300;

/**
 * The bytes that the blocks of a document may take; the rest of its source is then read as plain text. They are counted
 * rather than measured, so that the same source always gives the same document, whatever the machine.
 */
export const memoryBudget = (sourceLength: number): number => Math.max(LEAST, FOR_EACH_UNIT * sourceLength);

/** About the bytes that a block takes, with those inside it. */
export function weightOf(block: Block): number {
  let weight = OF_BLOCK + OF_RUN * runsIn(block);
  if (block.kind === 'heading') weight += OF_HEADING;
  if (block.kind === 'list') weight += OF_ITEM * block.items.length;
  for (const child of childBlocks(block)) weight += weightOf(child);
  return weight;
}

function runsIn(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs.length;
    case 'hanging':
      return block.term.length;
    case 'code':
      return block.runs?.length ?? 0;
    case 'table':
      return block.rows.flat(2).length;
    case 'quotation':
    case 'list':
    case 'notes':
    case 'rule':
      return 0;
  }
}
