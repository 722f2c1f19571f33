import type { Block, BlockOf, Item } from '../document.ts';

type Range = Pick<Block, 'start' | 'end'>;

/** The range of the text in blocks; undefined if there are none. */
const rangeOf = (blocks: readonly Block[]): Range | undefined =>
  blocks.length > 0 ? { start: blocks[0]!.start, end: blocks.at(-1)!.end } : undefined;

/** The quotation of some blocks; undefined without blocks. */
export function quotationOf(
  blocks: readonly Block[],
  line: number,
  callout?: Pick<BlockOf<'quotation'>, 'callout' | 'titled'>,
): Block | undefined {
  const range = rangeOf(blocks);
  return range && { kind: 'quotation', blocks, ...callout, ...range, line };
}

/**
 * The list of some items.
 *
 * @param here  its range if all items are empty; without it, such a list is undefined
 */
export function listOf(
  items: readonly Item[],
  { first, loose }: { readonly first: number | undefined; readonly loose: boolean },
  line: number,
  here?: Range,
): Block | undefined {
  const range = rangeOf(items.flatMap((item) => item.blocks)) ?? here;
  return range && { kind: 'list', ...(first !== undefined && { first }), loose, items, ...range, line };
}

/** The table of rows of cells; undefined if there is no text in them. */
export function tableOf(
  rows: BlockOf<'table'>['rows'],
  align: BlockOf<'table'>['align'],
  line: number,
): Block | undefined {
  const runs = rows.flat(2);
  const last = runs.at(-1);
  return last && { kind: 'table', align, rows, start: runs[0]!.at, end: last.at + last.text.length, line };
}

/**
 * A term with its description; undefined without both. Short ones in a row have no empty lines between them.
 *
 * @param isAfterCompact  whether the one before is so short
 * @returns also whether this one is
 */
export function definitionOf(
  { term, blocks }: Pick<BlockOf<'hanging'>, 'term' | 'blocks'>,
  range: Range,
  isAfterCompact: boolean,
): { readonly block: Block | undefined; readonly isCompact: boolean } {
  if (term.length + blocks.length === 0) return { block: undefined, isCompact: isAfterCompact };
  const isCompact = blocks.length === 0 || (blocks.length === 1 && blocks[0]!.kind === 'paragraph');
  const tight = isAfterCompact && isCompact;
  return { block: { kind: 'hanging', term, blocks, indent: DESCRIPTION, tight, ...range }, isCompact };
}

/** Cells by which the description of a term is indented. */
const DESCRIPTION = 4;
