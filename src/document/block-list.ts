import { PackedRecords, type RecordFormat, unzigzag, zigzag } from '../algorithms/packed-records.ts';
import type { Sequence } from '../algorithms/sequence.ts';
import type { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import { weightOf } from './budgets.ts';
import { compactBlock } from './compact-block.ts';
import type { Block } from './document.ts';
import { PLAIN } from './writer/styles.ts';

/** The text that blocks point into. */
interface Text {
  slice(from: number, to: number): string;
}

/**
 * Blocks of a document, in order. Those that a text may have a million of, paragraphs without markup, are packed: as
 * objects they would take a hundred times the memory of their text.
 */
export class BlockList implements Sequence<Block> {
  readonly #records: PackedRecords<Block, BlockFormat>;
  readonly #kept: Block[] = [];
  #weighed = 0;
  #weight = 0;

  constructor(text: Text) {
    this.#records = new PackedRecords(() => new BlockFormat(text, this.#kept));
  }

  get length(): number {
    return this.#records.length;
  }

  /** About the bytes that the blocks take. */
  get weight(): number {
    for (; this.#weighed < this.#kept.length; this.#weighed++)
      this.#weight += weightOf(this.#kept[this.#weighed]!);
    return this.#weight;
  }

  push(block: Block): void {
    this.#records.push(block);
  }

  at(index: number): Block | undefined {
    return index >= 0 && index < this.length ? this.#records.read(index).block : undefined;
  }

  *[Symbol.iterator](): Generator<Block> {
    for (let index = 0; index < this.length; index++) yield this.at(index)!;
  }
}

/** Kinds of records: a paragraph in one plain run; any other block. */
const PARAGRAPH = 0;
const KEPT = 1;

/** Writes a block as numbers, or as its place among the blocks that are kept as they are. */
class BlockFormat implements RecordFormat<Block> {
  readonly #text: Text;
  readonly #kept: Block[];
  #kind = KEPT;
  #number = 0;
  #start = 0;
  #end = 0;
  #line = 0;

  constructor(text: Text, kept: Block[]) {
    this.#text = text;
    this.#kept = kept;
  }

  reset(): void {
    this.#end = 0;
    this.#line = 0;
  }

  write(block: Block, to: ByteWriter): void {
    const { start, end, line = 0 } = block;
    if (!isPlain(block) || start < this.#end) {
      to.varint(KEPT);
      to.varint(this.#kept.push(compactBlock(block)) - 1);
      return;
    }
    to.varint(PARAGRAPH);
    to.varint(start - this.#end);
    to.varint(end - start);
    to.varint(zigzag(line - this.#line));
    this.#end = end;
    this.#line = line;
  }

  read(from: ByteReader): void {
    this.#kind = from.varint();
    if (this.#kind === KEPT) {
      this.#number = from.varint();
      return;
    }
    this.#start = this.#end + from.varint();
    this.#end = this.#start + from.varint();
    this.#line += unzigzag(from.varint());
  }

  /** The block that was read. */
  get block(): Block {
    if (this.#kind === KEPT) return this.#kept[this.#number]!;
    const [start, end, line] = [this.#start, this.#end, this.#line];
    const run = { text: this.#text.slice(start, end), style: PLAIN, at: start };
    return { kind: 'paragraph', runs: [run], start, end, line };
  }
}

/** Whether a block is a paragraph in one plain run, and nothing else about it has to be kept. */
function isPlain(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.runs.length !== 1 || block.line === undefined) return false;
  const { text, style, at, link } = block.runs[0]!;
  return style === PLAIN && link === undefined && at === block.start && text.length === block.end - at;
}
