import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Sequence } from '../algorithms/sequence.ts';
import type { Block } from '../document/document.ts';
import type { Line } from './line.ts';
import type { LineSequence } from './line-list.ts';
import { isRow } from './paragraph.ts';

/** True if a block is a paragraph whose text is one line as it is, in `width` cells. */
export function isRowParagraph(block: Block, width: number): boolean {
  if (block.kind !== 'paragraph' || block.runs.length !== 1) return false;
  const { text, style, link } = block.runs[0]!;
  return link === undefined && !style.strike && isRow(text, width);
}

/**
 * The lines of paragraphs that follow each other and are a line each, an empty line before each. They are set when they are
 * asked for: a text may have a million of them, and to know how many there are takes a fraction of the time.
 */
export class RowRun implements LineSequence {
  /** The number of the blocks. */
  count = 0;
  readonly #blocks: Sequence<Block>;
  readonly #first: number;
  readonly #set: (block: Block) => Line;

  /**
   * @param first  the index of the first of `blocks`
   * @param set  sets a block that is a line
   */
  constructor(blocks: Sequence<Block>, first: number, set: (block: Block) => Line) {
    this.#blocks = blocks;
    this.#first = first;
    this.#set = set;
  }

  get length(): number {
    return 2 * this.count;
  }

  at(index: number): Line | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const block = this.#blockOf(index);
    return index % 2 === 1 ? this.#set(block) : { spans: [], width: 0, start: block.start, end: block.start };
  }

  startOf(index: number): number {
    return this.#blockOf(index).start;
  }

  get end(): number {
    return this.#blockOf(this.length - 1).end;
  }

  countUpTo(at: number): number {
    return partitionPoint(this.length, (index) => this.startOf(index) <= at);
  }

  #blockOf(index: number): Block {
    return this.#blocks.at(this.#first + Math.floor(index / 2))!;
  }
}
