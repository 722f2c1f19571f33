import type { Block } from '../document/document.ts';
import { setCode } from './code.ts';
import { setHeading } from './heading.ts';
import type { Line } from './line.ts';
import type { LinePrefix } from './line-prefix.ts';
import { setList } from './list.ts';
import { setNotes } from './notes.ts';
import { setParagraph } from './paragraph.ts';
import { setQuotation } from './quotation.ts';
import { setRule } from './rule.ts';
import type { Setting } from './setting.ts';
import { setTable } from './table.ts';

/**
 * Sets blocks below each other.
 *
 * @param tight  whether there are no empty lines between paragraphs and lists, as in tight lists of Markdown
 */
export function* setBlocks(
  blocks: readonly Block[],
  prefix: LinePrefix,
  tight: boolean,
  setting: Setting,
): Generator<Line> {
  let before: Block | undefined;
  for (const block of blocks) {
    if (before !== undefined)
      for (let lines = gap(before, block, tight); lines > 0; lines--) yield prefix.blank(block.start);
    yield* setBlock(block, prefix, setting);
    before = block;
  }
}

/** The number of empty lines between two blocks: two before a section, so that its heading is nearer to its own text. */
export function gap(before: Block, block: Block, tight: boolean): number {
  if (tight && isText(before) && isText(block) && !(before.kind === 'list' && block.kind === 'list'))
    return 0;
  return block.kind === 'heading' && block.depth <= 2 && before.kind !== 'heading' ? 2 : 1;
}

const isText = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'list';

/** Sets a block. */
export function* setBlock(block: Block, prefix: LinePrefix, setting: Setting): Generator<Line> {
  if (prefix.lead !== undefined && block.kind !== 'paragraph' && block.kind !== 'heading')
    yield* setParagraph([], block.start, prefix, setting);
  switch (block.kind) {
    case 'paragraph':
      return yield* setParagraph(block.runs, block.start, prefix, setting);
    case 'heading':
      return yield* setHeading(block, prefix, setting);
    case 'code':
      return yield* setCode(block, prefix, setting);
    case 'quotation':
      return yield* setQuotation(block, prefix, setting);
    case 'list':
      return yield* setList(block, prefix, setting);
    case 'table':
      return yield* setTable(block, prefix, setting);
    case 'rule':
      return yield* setRule(block, prefix);
    case 'notes':
      return yield* setNotes(block, prefix, setting);
    default:
      return block satisfies never;
  }
}
