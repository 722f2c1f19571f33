import { childBlocks } from './child-blocks.ts';
import type { Block } from './document.ts';

/**
 * The budgets of all parsers: the work before the first block is shown, and the memory of the blocks. Both are counted
 * rather than measured, so that a source gives the same document whatever the machine. Past a budget, the rest of the source
 * is plain text below a line that says so.
 */

/** Nanoseconds of work before the first block: a first screen within two seconds, the start of the program included. */
const WORK = 1.6e9;

/** Nanoseconds for a UTF-16 unit of the work that has to be done before a block is complete, from measurements. */
const FOR_UNIT = {
  /** Components in the whole of a source are rewritten as Markdown before it is parsed. */
  mdx: 200,
  /** Output without an empty line is one block, and a manual page is read whole. */
  terminal: 500,
  /** AsciiDoc is converted whole. */
  asciidoc: 3000,
  /** For an element of a Word document rather than a unit: it is converted whole, by way of several trees. */
  word: 14_000,
  /** For an element of the pages of a book, all of which are outlined before its first chapter is shown. */
  book: 1000,
} as const;

/** The UTF-16 units of a source that a parser may read before a block is complete. */
export const workBudget = (kind: keyof typeof FOR_UNIT): number => WORK / FOR_UNIT[kind];

/**
 * Bytes that the blocks of any document may take, and bytes for each unit of the source if that is more. The program may take
 * 200 MB for a document, but garbage piles up beside the blocks.
 */
const LEAST = 130_000_000;
const FOR_EACH_UNIT = 40;

/**
 * Bytes, from measurements, of a block, of a run in it with its arrays, of an item of a list, of a heading with its name
 * for links, of a link with its address, and of a note with its label and its body before it is parsed.
 */
const OF_BLOCK = 250;
const OF_RUN = 250;
const OF_ITEM = 100;
const OF_HEADING = 300;
const OF_LINK = 300;
const OF_NOTE = 300;

/** The bytes that the blocks of a document may take. */
export const memoryBudget = (sourceLength: number): number => Math.max(LEAST, FOR_EACH_UNIT * sourceLength);

/** About the bytes that a block takes, with those inside it. */
export function weightOf(block: Block): number {
  let weight = OF_BLOCK + OF_RUN * runsIn(block);
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

/** About the bytes that a leaf takes in a block that is being written. */
export const OF_LEAF = OF_BLOCK + OF_RUN;

/** About the bytes that what a document lists beside its blocks takes, by how many of each there are. */
export const weightOfLists = (count: { links: number; headings: number; notes: number }): number =>
  OF_LINK * count.links + OF_HEADING * count.headings + OF_NOTE * count.notes;
