import { unzigzag, zigzag } from '../algorithms/packed-records.ts';
import type { ByteReader, ByteWriter } from '../algorithms/varints.ts';
import type { Block, BlockOf, Run, Style } from './document.ts';
import { PLAIN } from './writer/styles.ts';

/** The text that blocks point into. */
export interface BlockText {
  slice(from: number, to: number): string;
}

/** Blocks that are written as numbers: a text may have a million of them. */
export type PackableBlock = BlockOf<'paragraph' | 'heading' | 'notes'>;

/** Styles that get a number. The markup of a text has some dozens; colors of a terminal's output may be any. */
const MOST_STYLES = 256;

/** Kinds of packed blocks; a heading has its depth, from 1 to 6, besides. */
const PARAGRAPH = 0;
const HEADING = 1;
const NOTES = 2;
const CONTINUED_NOTES = 3;

/** Writes blocks as numbers, and makes them again from these and the text. */
export class BlockPacker {
  readonly #text: BlockText;
  readonly #styles: Style[] = [PLAIN];
  readonly #numbers = new Map<Style, number>([[PLAIN, 0]]);

  constructor(text: BlockText) {
    this.#text = text;
  }

  /** True if a block can be written: all there is to it is runs that follow each other in the text. */
  canPack(block: Block): block is PackableBlock {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return this.#areContinuous(block.runs, block.start, block.end);
      case 'notes':
        return block.notes.every(
          ({ label, blocks }) => /^[1-9]\d{0,8}$/.test(label) && this.#areLeaves(blocks),
        );
      default:
        return false;
    }
  }

  #areLeaves(blocks: readonly Block[]): boolean {
    return blocks.every((block) => block.kind !== 'notes' && this.canPack(block));
  }

  #areContinuous(runs: readonly Run[], start: number, end: number): boolean {
    let next = start;
    for (const { text, style, at } of runs) {
      if (at !== next || text === '' || !this.#hasNumber(style)) return false;
      next += text.length;
    }
    return next === end && start < end;
  }

  #hasNumber(style: Style): boolean {
    if (this.#numbers.has(style)) return true;
    if (this.#styles.length === MOST_STYLES) return false;
    this.#numbers.set(style, this.#styles.push(style) - 1);
    return true;
  }

  /** Writes a block that can be packed, but for its range and line. */
  write(block: PackableBlock, to: ByteWriter): void {
    if (block.kind === 'notes') {
      to.byte(block.continued ? CONTINUED_NOTES : NOTES);
      this.#writeNotes(block, to);
      return;
    }
    to.byte(block.kind === 'heading' ? HEADING : PARAGRAPH);
    if (block.kind === 'heading') to.byte(block.depth);
    to.varint(block.runs.length);
    for (const { text, style, link } of block.runs) {
      to.varint(text.length);
      to.byte(this.#numbers.get(style)!);
      to.varint(link === undefined ? 0 : link + 1);
    }
  }

  #writeNotes({ notes, start }: BlockOf<'notes'>, to: ByteWriter): void {
    let next = start;
    to.varint(notes.length);
    for (const { label, blocks } of notes) {
      to.varint(Number(label));
      to.varint(blocks.length);
      for (const block of blocks) {
        to.varint(zigzag(block.start - next));
        to.varint(block.end - block.start);
        to.varint(block.line === undefined ? 0 : block.line + 1);
        this.write(block as PackableBlock, to);
        next = block.end;
      }
    }
  }

  /** Reads a block with its range and line. */
  read(from: ByteReader, start: number, end: number, line: number | undefined): Block {
    const kind = from.byte();
    const range = line === undefined ? { start, end } : { start, end, line };
    if (kind === PARAGRAPH) return { kind: 'paragraph', runs: this.#readRuns(from, start), ...range };
    if (kind === HEADING) {
      const depth = from.byte();
      return { kind: 'heading', depth, runs: this.#readRuns(from, start), ...range };
    }
    const notes = this.#readNotes(from, start);
    return { kind: 'notes', notes, ...(kind === CONTINUED_NOTES && { continued: true }), ...range };
  }

  #readRuns(from: ByteReader, start: number): readonly Run[] {
    let at = start;
    return Array.from({ length: from.varint() }, () => {
      const text = this.#text.slice(at, at + from.varint());
      const style = this.#styles[from.byte()]!;
      const link = from.varint();
      const run: Run = link === 0 ? { text, style, at } : { text, style, at, link: link - 1 };
      at += text.length;
      return run;
    });
  }

  #readNotes(from: ByteReader, start: number): BlockOf<'notes'>['notes'] {
    let next = start;
    const readBlock = (): Block => {
      const at = next + unzigzag(from.varint());
      next = at + from.varint();
      const line = from.varint();
      return this.read(from, at, next, line === 0 ? undefined : line - 1);
    };
    return Array.from({ length: from.varint() }, () => {
      const label = String(from.varint());
      return { label, blocks: Array.from({ length: from.varint() }, readBlock) };
    });
  }
}
