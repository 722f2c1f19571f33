import { PackedRecords, type RecordFormat, unzigzag, zigzag } from '../algorithms/packed-records.ts';
import type { Sequence } from '../algorithms/sequence.ts';
import { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import { weightOf } from './budgets.ts';
import { compactBlock } from './compact-block.ts';
import type { Block } from './document.ts';
import { BlockPacker, type BlockText } from './packed-block.ts';
import { PLAIN } from './writer/styles.ts';

/**
 * Blocks of a document, in order. Those that a text may have a million of, paragraphs, headings and notes, are packed: as
 * objects they would take a hundred times the memory of their text.
 */
export class BlockList implements Sequence<Block> {
  readonly #records: PackedRecords<Block, BlockFormat>;
  readonly #kept: Block[] = [];
  #weighed = 0;
  #weight = 0;

  constructor(text: BlockText) {
    const packer = new BlockPacker(text);
    this.#records = new PackedRecords(() => new BlockFormat(text, packer, this.#kept));
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

/** Kinds of records: a paragraph in one plain run; another block that is packed; any other block. */
const PARAGRAPH = 0;
const PACKED = 1;
const KEPT = 2;

/** Writes a block as numbers, or as its place among the blocks that are kept as they are. */
class BlockFormat implements RecordFormat<Block> {
  readonly #text: BlockText;
  readonly #packer: BlockPacker;
  readonly #kept: Block[];
  #kind = KEPT;
  #number = 0;
  #start = 0;
  #end = 0;
  /** The line of the block, or else of one before it. */
  #line = 0;
  #hasLine = false;
  /** The packed block that was read, and where it is in the bytes that were read. */
  #bytes: Uint8Array = new Uint8Array();
  #at = 0;
  readonly #packed = new ByteWriter(64);

  constructor(text: BlockText, packer: BlockPacker, kept: Block[]) {
    this.#text = text;
    this.#packer = packer;
    this.#kept = kept;
  }

  reset(): void {
    this.#end = 0;
    this.#line = 0;
  }

  write(block: Block, to: ByteWriter): void {
    if (block.start < this.#end) this.#writeKept(block, to);
    else if (isPlain(block)) {
      to.varint(PARAGRAPH);
      this.#writeRange(block, to);
    } else if (this.#packer.canPack(block)) {
      to.varint(PACKED);
      this.#writeRange(block, to);
      this.#packed.clear();
      this.#packer.write(block, this.#packed);
      to.varint(this.#packed.length);
      to.bytes(this.#packed.view());
    } else this.#writeKept(block, to);
  }

  #writeKept(block: Block, to: ByteWriter): void {
    to.varint(KEPT);
    to.varint(this.#kept.push(compactBlock(block)) - 1);
  }

  #writeRange({ start, end, line }: Block, to: ByteWriter): void {
    to.varint(start - this.#end);
    to.varint(end - start);
    to.varint(line === undefined ? 0 : zigzag(line - this.#line) + 1);
    this.#end = end;
    this.#line = line ?? this.#line;
  }

  read(from: ByteReader): void {
    this.#kind = from.varint();
    if (this.#kind === KEPT) {
      this.#number = from.varint();
      return;
    }
    this.#start = this.#end + from.varint();
    this.#end = this.#start + from.varint();
    const line = from.varint();
    this.#hasLine = line > 0;
    if (line > 0) this.#line += unzigzag(line - 1);
    if (this.#kind === PARAGRAPH) return;
    const length = from.varint();
    this.#bytes = from.bytes;
    this.#at = from.at;
    from.at += length;
  }

  /** The block that was read. */
  get block(): Block {
    if (this.#kind === KEPT) return this.#kept[this.#number]!;
    const [start, end] = [this.#start, this.#end];
    const line = this.#hasLine ? this.#line : undefined;
    if (this.#kind === PACKED)
      return this.#packer.read(new ByteReader(this.#bytes, this.#at), start, end, line);
    const run = { text: this.#text.slice(start, end), style: PLAIN, at: start };
    return line === undefined
      ? { kind: 'paragraph', runs: [run], start, end }
      : { kind: 'paragraph', runs: [run], start, end, line };
  }
}

/** Whether a block is a paragraph in one plain run, and nothing else about it has to be kept. */
function isPlain(block: Block): boolean {
  if (block.kind !== 'paragraph' || block.runs.length !== 1) return false;
  const { text, style, at, link } = block.runs[0]!;
  return style === PLAIN && link === undefined && at === block.start && text.length === block.end - at;
}
