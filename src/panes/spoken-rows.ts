import { partitionPoint } from '../algorithms/partition-point.ts';
import type { Sequence } from '../algorithms/sequence.ts';
import { childBlocks } from '../document/child-blocks.ts';
import type { Block, BlockOf, Item } from '../document/document.ts';
import { locales } from '../messages/locale.ts';
import { readerMessages } from '../messages/reader.ts';
import { type SpokenMessages, spokenMessages } from '../messages/spoken.ts';
import type { ArticleRow, ArticleRows } from '../state/article-rows.ts';
import type { State } from '../state/state.ts';

/**
 * Rows of an article as lines to read out, which also say what the text is: headings, items, and where quotations, code,
 * lists and tables begin and end. A blank row is only read out if there is no other.
 *
 * @param ys  the numbers of the rows, ascending
 * @param isHeard  whether a row before them has just been read out, so that the user knows what it is part of
 */
export function spokenRows(
  state: State,
  rows: ArticleRows,
  ys: readonly number[],
  isHeard: (y: number) => boolean,
): readonly string[] {
  const messages = spokenMessages[state.language];
  const lines: string[] = [];
  let last: number | undefined;
  let around: readonly Block[] = [];
  for (const y of ys) {
    if (last !== y - 1) around = isHeard(y - 1) ? blocksAround(rows, y - 1) : [];
    last = y;
    const row = rows.row(y);
    if (row?.kind === 'text' && rowText(row) === '') continue;
    const blocks = row?.kind === 'text' ? blocksOf(rows, row) : [];
    lines.push(...crossings(around, blocks, messages), textOf(state, row, blocks));
    around = blocks;
  }
  const isBlank = lines.every((line) => line === '') && ys.some((y) => rows.row(y)?.kind === 'text');
  return isBlank ? [messages.blank] : lines;
}

/** A row of the article as it is read out by itself. */
export function spokenRow(state: State, rows: ArticleRows, y: number): string {
  const row = rows.row(y);
  return textOf(state, row, row?.kind === 'text' ? blocksOf(rows, row) : []);
}

/** Box drawing, blocks, bullets and the arrows of back links mean nothing when they are read out. */
export const withoutDrawing = (line: string): string =>
  line
    .replace(/[\u2500-\u259f]+|\u21a9\ufe0e?/g, ' ')
    .replace(/[•◦‣▪]/g, '-')
    .replace(/ {2,}/g, ' ')
    .trim();

type TextRow = Extract<ArticleRow, { kind: 'text' }>;

const rowText = ({ line }: TextRow): string => withoutDrawing(line.spans.map(({ text }) => text).join(''));

/** The blocks around the nearest text at or above a row. */
function blocksAround(rows: ArticleRows, y: number): readonly Block[] {
  for (let above = y; above >= 0; above--) {
    const row = rows.row(above);
    if (row?.kind !== 'text') return [];
    if (rowText(row) !== '') return blocksOf(rows, row);
  }
  return [];
}

/** The blocks that the text of a row is in, from the outermost to the leaf. */
function blocksOf({ document }: ArticleRows, { line }: TextRow): readonly Block[] {
  const path: Block[] = [];
  let blocks: Pick<Sequence<Block>, 'at' | 'length'> = document.blocks;
  while (blocks.length > 0) {
    const level = blocks;
    const block = level.at(partitionPoint(level.length, (index) => level.at(index)!.start <= line.start) - 1);
    if (!block || line.start > block.end) break;
    path.push(block);
    blocks = childBlocks(block);
  }
  return path;
}

/** What ends and begins between two rows. */
function crossings(
  before: readonly Block[],
  after: readonly Block[],
  messages: SpokenMessages,
): readonly string[] {
  const ended = before.filter((block) => !after.includes(block)).reverse();
  const begun = after.filter((block) => !before.includes(block));
  return [
    ...ended.map((block) => endOf(block, messages)),
    ...begun.map((block) => beginningOf(block, messages)),
  ];
}

function beginningOf(block: Block, messages: SpokenMessages): string {
  switch (block.kind) {
    case 'quotation':
      return block.callout === undefined ? messages.quotation : messages.callout;
    case 'code':
      return [messages.code, block.language].filter(Boolean).join(', ');
    case 'list':
      return messages.list(block.items.length);
    case 'table':
      return messages.table(block.rows.length, block.align.length);
    case 'notes':
      return messages.notes;
    case 'paragraph':
    case 'heading':
    case 'hanging':
    case 'rule':
      return '';
  }
}

function endOf(block: Block, messages: SpokenMessages): string {
  switch (block.kind) {
    case 'quotation':
      return block.callout === undefined ? messages.quotationEnd : messages.calloutEnd;
    case 'code':
      return messages.codeEnd;
    case 'list':
      return messages.listEnd;
    case 'table':
      return messages.tableEnd;
    case 'notes':
    case 'paragraph':
    case 'heading':
    case 'hanging':
    case 'rule':
      return '';
  }
}

function textOf(state: State, row: ArticleRow | undefined, blocks: readonly Block[]): string {
  switch (row?.kind) {
    case 'text':
      return lineText(state, row, blocks);
    case 'relatedHead':
      return readerMessages[state.language].related;
    case 'related':
      return row.article.title;
    default:
      return '';
  }
}

function lineText(state: State, row: TextRow, blocks: readonly Block[]): string {
  const messages = spokenMessages[state.language];
  const leaf = blocks.at(-1);
  const text = rowText(row);
  const { labelled } = locales[state.language];
  if (leaf?.kind === 'rule') return messages.rule;
  if (leaf?.kind === 'table') return cellsOf(row).join('; ');
  if (leaf?.kind === 'heading' && row.line.start <= leaf.start)
    return labelled(messages.heading(leaf.depth), text);
  const marker = row.line.spans.find(({ style, at }) => style.role === 'marker' && at === -1);
  const list = blocks.findLast((block) => block.kind === 'list');
  if (!marker || !list || leaf?.kind === 'code') return text;
  const sign = withoutDrawing(marker.text);
  const label = itemLabel(list, sign, itemAt(list, row.line.start), messages);
  return label === undefined ? text : labelled(label, text.slice(text.indexOf(sign) + sign.length).trim());
}

/** What an item is called; undefined if its number says enough. */
function itemLabel(
  list: BlockOf<'list'>,
  sign: string,
  item: Item | undefined,
  messages: SpokenMessages,
): string | undefined {
  if (item?.task === undefined) return list.first === undefined ? messages.item : undefined;
  const number = /^\d+\./.exec(sign)?.[0];
  return [number, messages.tasks[item.task]].filter(Boolean).join(' ');
}

const itemAt = ({ items }: BlockOf<'list'>, at: number): Item | undefined =>
  items.findLast(({ blocks: [first] }) => first !== undefined && first.start <= at);

/** The texts of the cells side by side in a row of a table; none for a line between two rows. */
const cellsOf = ({ line }: TextRow): string[] =>
  line.spans
    .map(({ text }) => text)
    .join('')
    .split(/[\u2500-\u259f]/)
    .map(withoutDrawing)
    .filter((cell) => cell !== '');
