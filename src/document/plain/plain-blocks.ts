import { childBlocks } from '../child-blocks.ts';
import type { Block } from '../document.ts';
import { unformattedRest } from '../markdown/unformatted.ts';
import type { DocumentWriter } from '../writer/document-writer.ts';
import { listOf, quotationOf, tableOf } from '../writer/nested-blocks.ts';
import { NEWLINE } from './line.ts';
import type { PlainBlock } from './plain-block.ts';
import { readPlain } from './read-plain.ts';

/** Blocks written at a time, those inside others included, and UTF-16 units of text after which no more are. */
const BATCH = 50;
const BATCH_UNITS = 65_536;

/**
 * Writes a plain text as blocks, some at a time; the title that is shown above the text is left out.
 *
 * @param keepLines  whether lines are never joined
 */
export function* plainBlocks(
  source: string,
  writer: DocumentWriter,
  keepLines = false,
): Generator<readonly Block[]> {
  const { title, blocks } = readPlain(source, keepLines);
  const lineOf = lineCounter(source);
  let batch: Block[] = [];
  let size = 0;
  let from = 0;
  if (title === undefined) writer.title.close();
  else if (!writer.title.setOwn(title)) {
    const heading = writer.heading(writer.textLeaf(title), 1, 0);
    if (heading) batch.push(heading);
  }
  for (const plain of blocks) {
    if (writer.isSpent) return yield* unformattedRest(source, plain.at, writer, lineOf(plain.at));
    const block = writePlain(plain, writer, lineOf);
    if (!block) continue;
    batch.push(block);
    size += 1 + childBlocks(block).length;
    if (size < BATCH && writer.length - from < BATCH_UNITS) continue;
    yield batch;
    batch = [];
    size = 0;
    from = writer.length;
  }
  yield batch;
}

type LineOf = (at: number) => number;

function writePlain(block: PlainBlock, writer: DocumentWriter, lineOf: LineOf): Block | undefined {
  const line = lineOf(block.at);
  const write = (blocks: readonly PlainBlock[]): Block[] =>
    blocks.flatMap((inner) => writePlain(inner, writer, lineOf) ?? []);
  switch (block.kind) {
    case 'heading':
      return writer.heading(writer.textLeaf(block.text), block.depth, line);
    case 'paragraph':
      return writer.paragraph(writer.textLeaf(block.text), line);
    case 'lines': {
      const leaf = writer.leaf();
      for (const text of block.lines) {
        leaf.break();
        leaf.verbatim(text.trimEnd());
      }
      return writer.paragraph(leaf, line);
    }
    case 'quotation':
      return quotationOf(write(block.blocks), line);
    case 'list': {
      const items = block.items.map((item) => ({ blocks: write(item) }));
      return listOf(items, { first: block.start, loose: false }, line);
    }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => writer.textLeaf(cell).runs));
      return tableOf(rows, block.align, line);
    }
    case 'rule':
      return writer.rule(line);
    default:
      return block satisfies never;
  }
}

/** Counts the lines before an offset, from 0. Fast as long as the offsets asked for do not go back. */
function lineCounter(source: string): LineOf {
  let seen = 0;
  let lines = 0;
  return (at) => {
    if (at < seen) {
      seen = 0;
      lines = 0;
    }
    for (; seen < at; seen++) if (source.charCodeAt(seen) === NEWLINE) lines++;
    return lines;
  };
}
