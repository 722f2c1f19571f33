import type { Block, Item } from '../document.ts';
import { type DocumentWriter, rangeOf } from '../writer/document-writer.ts';
import { PLAIN } from '../writer/styles.ts';
import type { PlainBlock } from './plain-block.ts';
import { openPlain } from './read-plain.ts';

/** Blocks written at a time. */
const BATCH = 50;

/** Writes a plain text as blocks, some more of them each time it is asked; the title above the text is left out. */
export function* plainBlocks(source: string, writer: DocumentWriter): Generator<readonly Block[]> {
  const { title: own, blocks } = openPlain(source);
  const lineOf = lineCounter(source);
  let batch: Block[] = [];
  if (own === undefined) writer.title.close();
  else if (!writer.title.setOwn(own)) {
    const leaf = writer.leaf();
    leaf.add(own, PLAIN, undefined);
    const heading = writer.heading(leaf, 1, 0);
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

function writePlain(
  block: PlainBlock,
  writer: DocumentWriter,
  lineOf: (at: number) => number,
): Block | undefined {
  const line = lineOf(block.at);
  const leaf = writer.leaf();
  switch (block.kind) {
    case 'heading':
      leaf.add(block.text, PLAIN, undefined);
      return writer.heading(leaf, block.depth, line);
    case 'paragraph':
      leaf.add(block.text, PLAIN, undefined);
      return writer.paragraph(leaf, line);
    case 'lines':
      for (const text of block.lines) {
        leaf.break(PLAIN, undefined);
        leaf.verbatim(text.trimEnd(), PLAIN, undefined);
      }
      return writer.paragraph(leaf, line);
    case 'quotation': {
      const blocks = block.blocks.flatMap((inner) => writePlain(inner, writer, lineOf) ?? []);
      const range = rangeOf(blocks);
      return range && { kind: 'quotation', blocks, ...range, line };
    }
    case 'list': {
      const items: Item[] = block.items.map((item) => ({
        blocks: item.flatMap((inner) => writePlain(inner, writer, lineOf) ?? []),
      }));
      const range = rangeOf(items.flatMap((item) => item.blocks));
      const first = block.start === undefined ? {} : { first: block.start };
      return range && { kind: 'list', ...first, loose: false, items, ...range, line };
    }
    case 'table': {
      const { start } = leaf;
      const rows = block.rows.map((row) =>
        row.map((cell) => {
          const written = writer.leaf();
          written.add(cell, PLAIN, undefined);
          return written.runs;
        }),
      );
      const end = writer.text.length;
      return { kind: 'table', align: block.align, rows, start: rows.flat(2)[0]?.at ?? start, end, line };
    }
    case 'rule':
      return writer.rule(line);
    default:
      return block satisfies never;
  }
}

/** Counts the lines before an offset, from 0; offsets asked for must not go back far, or it takes longer. */
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
