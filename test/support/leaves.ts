import { expect } from 'vitest';
import type { Block, Document, Run } from '../../src/document/document.ts';

/** The leaves of blocks in reading order: the runs of paragraphs, headings and cells, and the lines of code. */
export function* leavesOf(blocks: Iterable<Block>): Generator<readonly Run[]> {
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        yield block.runs;
        break;
      case 'code':
        yield [{ text: block.code, style: {}, at: block.start }];
        break;
      case 'quotation':
        yield* leavesOf(block.blocks);
        break;
      case 'list':
        for (const item of block.items) yield* leavesOf(item.blocks);
        break;
      case 'table':
        for (const row of block.rows) yield* row.filter((cell) => cell.length > 0);
        break;
      case 'notes':
        for (const note of block.notes) yield* leavesOf(note.blocks);
        break;
      case 'rule':
        break;
    }
  }
}

/** Checks the invariants in `document.ts`: the text is the leaves joined by newlines, and all offsets fit it. */
export function expectSound(document: Pick<Document, 'text' | 'blocks' | 'headings' | 'links'>): void {
  const { text, blocks, headings, links } = document;
  const leaves = [...leavesOf(blocks)];
  expect(leaves.map((runs) => runs.map((run) => run.text).join('')).join('\n')).toBe(text);
  for (const run of leaves.flat()) {
    expect(text.slice(run.at, run.at + run.text.length)).toBe(run.text);
    const link = run.link === undefined ? undefined : links[run.link];
    if (run.link !== undefined) {
      expect(link!.start).toBeLessThanOrEqual(run.at);
      expect(link!.end).toBeGreaterThanOrEqual(run.at + run.text.length);
    }
  }
  for (const heading of headings) expect(text.startsWith(heading.text.split(' ')[0]!, heading.at)).toBe(true);
  for (const { start, end, target, href } of links) {
    expect(start).toBeLessThan(end);
    if (target !== undefined) expect(target).toBeLessThanOrEqual(text.length);
    expect(href).toMatch(/^[!-~]+$/);
  }
  expectNested(blocks, 0, text.length);
}

function expectNested(blocks: Iterable<Block>, from: number, to: number): void {
  let at = from;
  for (const block of blocks) {
    expect(block.start).toBeGreaterThanOrEqual(at);
    expect(block.end).toBeGreaterThanOrEqual(block.start);
    expect(block.end).toBeLessThanOrEqual(to);
    if (block.kind === 'quotation') expectNested(block.blocks, block.start, block.end);
    if (block.kind === 'list')
      expectNested(
        block.items.flatMap((item) => item.blocks),
        block.start,
        block.end,
      );
    if (block.kind === 'notes')
      expectNested(
        block.notes.flatMap((note) => note.blocks),
        block.start,
        block.end,
      );
    at = block.end;
  }
}
