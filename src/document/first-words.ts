import { childBlocks } from './child-blocks.ts';
import type { Block, Document, Run } from './document.ts';
import { isPlaceholder } from './placeholders.ts';
import { hasWord } from './plain/letters.ts';

/** UTF-16 units of a title made of first words. */
const MAX_LENGTH = 72;
/** UTF-16 units of a block that are examined. */
const SAMPLE = 1000;

/** A title for a text without one: its first sentence or verse, from prose rather than code; perhaps empty. */
export function firstWords({ blocks, text }: Pick<Document, 'blocks' | 'text'>): string {
  const first =
    firstText(blocks, ['paragraph', 'heading']) || firstText(blocks, ['code', 'table']) || titleLine(text);
  const sentence = /^.{12,}?(?:[.!?…](?=\s|$)|$)/.exec(first)?.[0] ?? first;
  if (sentence.length <= MAX_LENGTH) return sentence.replace(/(?<=[^.…!?])\.$/, '');
  const cut = sentence.lastIndexOf(' ', MAX_LENGTH);
  const words = sentence.slice(0, cut > MAX_LENGTH / 2 ? cut : MAX_LENGTH);
  // An article or a preposition should not come last.
  return `${words.replace(/(?:\s[^\s\d]{1,2})+$/, '').replace(/[\s,;:.!?…–—-]+$/, '')}…`;
}

/** Whether the first block with words is a paragraph rather than a list, a quotation, a table or code. */
export function beginsWithProse({ blocks, text }: Pick<Document, 'blocks' | 'text'>): boolean {
  for (const { kind, start, end } of blocks) {
    const words = text.slice(start, end);
    if (hasWord(words) && !isPlaceholder(words)) return kind === 'paragraph';
  }
  return false;
}

/** The first line with words in blocks of these kinds, and in the blocks inside others. */
function firstText(blocks: Iterable<Block>, kinds: readonly Block['kind'][]): string {
  for (const block of blocks) {
    const isRead = kinds.includes(block.kind) || childBlocks(block).length > 0;
    const line = isRead ? titleLine(textOf(block, kinds)) : '';
    if (line !== '') return line;
  }
  return '';
}

/** The first line of a text with words of its own, on one line; empty if there is none. */
function titleLine(text: string): string {
  const lines = text.slice(0, SAMPLE).split('\n');
  const line = lines.find((each) => hasWord(each) && !isPlaceholder(each));
  return line?.replace(/\s+/g, ' ').trim() ?? '';
}

function textOf(block: Block, kinds: readonly Block['kind'][]): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOf(block.runs);
    case 'code':
      return block.code;
    case 'table':
      return (block.rows[0] ?? []).map(wordsOf).join(' ');
    default:
      return firstText(childBlocks(block), kinds);
  }
}

/** The text of runs without pictures and numbers of notes. */
const wordsOf = (runs: readonly Run[]): string =>
  runs.map(({ text, style: { role } }) => (role === 'image' || role === 'note' ? '' : text)).join('');
