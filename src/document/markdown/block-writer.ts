import type { Tokens } from 'marked';
import { clean } from '../../unicode/clean.ts';
import { decodeEntities } from '../../unicode/entities.ts';
import type { Block, Item, Run } from '../document.ts';
import { type DocumentWriter, rangeOf } from '../writer/document-writer.ts';
import type { LeafWriter } from '../writer/leaf-writer.ts';
import { CALLOUT, PLAIN } from '../writer/styles.ts';
import { calloutOf } from './callout.ts';
import { MAX_DEPTH } from './guards.ts';
import { HtmlBlocks } from './html-blocks.ts';
import type { BlockContext } from './inline-reader.ts';
import { InlineWriter } from './inline-writer.ts';
import { inlineText, type Token } from './lexer.ts';

/**
 * Writes Markdown tokens as blocks. HTML among them may open an element that holds the tokens after it, so all blocks go
 * through one writer of HTML blocks.
 *
 * @param line the source line of the first token, from 0
 */
export function writeBlocks(
  tokens: readonly Token[],
  writer: DocumentWriter,
  context: BlockContext,
  line: number,
  depth = 0,
): readonly Block[] {
  const html = new HtmlBlocks(writer, context.closed);
  for (const token of tokens) {
    if (token.type === 'html') html.add(token.raw, line);
    else {
      const block = writeBlock(token, writer, context, line, depth);
      if (block) html.addBlock(block);
    }
    line += countLines(token.raw);
  }
  return html.finish();
}

function writeBlock(
  token: Token,
  writer: DocumentWriter,
  context: BlockContext,
  line: number,
  depth: number,
): Block | undefined {
  switch (token.type) {
    case 'paragraph':
    case 'text':
      return writer.paragraph(writeLeaf(inlineText(token), writer, context), line);
    case 'heading':
      return writer.heading(writeLeaf(token.text, writer, context), token.depth, line);
    case 'code':
      return writeCode(token, writer, line);
    case 'blockquote':
      return writeQuotation(token, writer, context, line, depth);
    case 'list':
      return writeList(token, writer, context, line, depth);
    case 'table':
      return writeTable(token, writer, context, line);
    case 'hr':
      return writer.rule(line);
  }
  return undefined;
}

function writeLeaf(source: string, writer: DocumentWriter, context: BlockContext, style = PLAIN): LeafWriter {
  const leaf = writer.leaf();
  new InlineWriter(writer, leaf, style).markdown(source, context);
  return leaf;
}

/** A paragraph of text that is not to be parsed. */
function writePlain(text: string, writer: DocumentWriter, line: number): Block | undefined {
  const leaf = writer.leaf();
  leaf.add(decodeEntities(text), PLAIN, undefined);
  return writer.paragraph(leaf, line);
}

function writeCode(token: Tokens.Code, writer: DocumentWriter, line: number): Block | undefined {
  return writer.code(token.text.replace(/\n$/, ''), languageOf(token.lang ?? ''), line);
}

/** The language in a fence's info string: its first word, without the additions of tools (`{.js}`, `js{1,3}`, `{code-block} js`). */
function languageOf(info: string): string | undefined {
  return /^(?:\{code[\w-]*\})?[\s{.]*([\w+#-]+)/.exec(clean(decodeEntities(info)))?.[1]?.toLowerCase();
}

function writeQuotation(
  token: Tokens.Blockquote,
  writer: DocumentWriter,
  context: BlockContext,
  line: number,
  depth: number,
): Block | undefined {
  if (depth >= MAX_DEPTH) return writePlain(token.text, writer, line);
  const callout = calloutOf(token.tokens as Token[]);
  const title = callout && writer.paragraph(writeLeaf(callout.title, writer, context, CALLOUT), line);
  const blocks = writeBlocks(callout?.body ?? (token.tokens as Token[]), writer, context, line, depth + 1);
  const all = title ? [title, ...blocks] : blocks;
  const range = rangeOf(all);
  if (!range) return undefined;
  const heading = callout && { callout: callout.kind, ...(title && { titled: true as const }) };
  return { kind: 'quotation', blocks: all, ...heading, ...range, line };
}

function writeList(
  token: Tokens.List,
  writer: DocumentWriter,
  context: BlockContext,
  line: number,
  depth: number,
): Block | undefined {
  if (depth >= MAX_DEPTH) return writePlain(token.items.map((item) => item.text).join('\n'), writer, line);
  const items: Item[] = [];
  let itemLine = line;
  for (const item of token.items) {
    const blocks = writeBlocks(item.tokens as Token[], writer, context, itemLine, depth + 1);
    items.push(item.task ? { blocks, task: item.checked ? 'done' : 'open' } : { blocks });
    itemLine += countLines(item.raw);
  }
  const first = typeof token.start === 'number' ? { first: token.start } : {};
  const range = rangeOf(items.flatMap((item) => item.blocks)) ?? writer.here;
  return { kind: 'list', ...first, loose: token.loose, items, ...range, line };
}

function writeTable(
  token: Tokens.Table,
  writer: DocumentWriter,
  context: BlockContext,
  line: number,
): Block | undefined {
  const row = (cells: readonly Tokens.TableCell[]): (readonly Run[])[] =>
    cells.map((cell) => writeLeaf(cell.text, writer, context).runs);
  const rows = [row(token.header), ...token.rows.map(row)];
  const start = rows.flat(2)[0]?.at;
  if (start === undefined) return undefined;
  return { kind: 'table', align: token.align, rows, start, end: writer.length, line };
}

function countLines(raw: string): number {
  let count = 0;
  for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) count++;
  return count;
}
