import type { Block, Item } from '../document.ts';
import { type DocumentWriter, rangeOf } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { PLAIN } from '../writer/styles.ts';
import type { PlainBlock } from './plain-block.ts';
import { openPlain } from './read-plain.ts';

/** Blocks written at a time. */
const BATCH = 50;

/** Writes a plain text as blocks, some at a time; the title that is shown above the text is left out. */
export function* plainBlocks(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  const { title, blocks } = openPlain(source);
  const lineOf = lineCounter(source);
  let batch: Block[] = [];
  if (title === undefined) writer.title.close();
  else if (!writer.title.setOwn(title)) {
    const heading = writer.heading(leafOf(title, writer), 1, 0);
    if (heading) batch.push(heading);
  }
  for (const plain of blocks) {
    const block = writePlain(plain, writer, lineOf);
    if (block) batch.push(block);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

function leafOf(text: string, writer: DocumentWriter): LeafWriter {
  const leaf = writer.leaf();
  leaf.add(text, PLAIN, undefined);
  return leaf;
}

function writePlain(
  block: PlainBlock,
  writer: DocumentWriter,
  lineOf: (at: number) => number,
): Block | undefined {
  const line = lineOf(block.at);
  const write = (blocks: readonly PlainBlock[]): Block[] =>
    blocks.flatMap((inner) => writePlain(inner, writer, lineOf) ?? []);
  switch (block.kind) {
    case 'heading':
      return writer.heading(leafOf(block.text, writer), block.depth, line);
    case 'paragraph':
      return writer.paragraph(leafOf(block.text, writer), line);
    case 'lines': {
      const leaf = writer.leaf();
      for (const text of block.lines) {
        leaf.break(PLAIN, undefined);
        leaf.verbatim(text.trimEnd(), PLAIN, undefined);
      }
      return writer.paragraph(leaf, line);
    }
    case 'quotation': {
      const blocks = write(block.blocks);
      const range = rangeOf(blocks);
      return range && { kind: 'quotation', blocks, ...range, line };
    }
    case 'list': {
      const items: Item[] = block.items.map((item) => ({ blocks: write(item) }));
      const range = rangeOf(items.flatMap((item) => item.blocks));
      const first = block.start === undefined ? {} : { first: block.start };
      return range && { kind: 'list', ...first, loose: false, items, ...range, line };
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => leafOf(cell, writer).runs));
      const start = rows.flat(2)[0]?.at ?? writer.length;
      return { kind: 'table', align: block.align, rows, start, end: writer.length, line };
    }
    case 'rule':
      return writer.rule(line);
    default:
      return block satisfies never;
  }
}

/** Counts the lines before an offset, from 0. Fast as long as the offsets asked for do not go back. */
function lineCounter(source: string): (at: number) => number {
  let seen = 0;
  let lines = 0;
  return (at) => {
    if (at < seen) {
      seen = 0;
      lines = 0;
    }
    for (let next = source.indexOf('\n', seen); next >= 0 && next < at; next = source.indexOf('\n', seen)) {
      lines++;
      seen = next + 1;
    }
    return lines;
  };
}
