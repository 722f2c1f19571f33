import { childBlocks } from './child-blocks.ts';
import type { Block, Run } from './document.ts';
import { hasWord } from './plain/letters.ts';

/** UTF-16 units of a title made of first words. */
const MAX_LENGTH = 72;
/** UTF-16 units of a block that are examined. */
const SAMPLE = 1000;

/**
 * The first sentence or verse of a document, shortened after a word if it is long: a title for a text without one. Prose
 * is preferred to code and tables. Empty if the document has no words.
 */
export function firstWords(blocks: readonly Block[]): string {
  const text = firstText(blocks, ['paragraph', 'heading']) || firstText(blocks, ['code', 'table']);
  const sentence = /^.{12,}?(?:[.!?…](?=\s|$)|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= MAX_LENGTH) return sentence.replace(/(?<=[^.…!?])\.$/, '');
  const cut = sentence.lastIndexOf(' ', MAX_LENGTH);
  const words = sentence.slice(0, cut > MAX_LENGTH / 2 ? cut : MAX_LENGTH);
  // An article or a preposition should not come last.
  return `${words.replace(/(?:\s[^\s\d]{1,2})+$/, '').replace(/[\s,;:.!?…–—-]+$/, '')}…`;
}

/** The text of the first leaf of these kinds that has words. */
function firstText(blocks: readonly Block[], kinds: readonly Block['kind'][]): string {
  for (const block of blocks) {
    const text = kinds.includes(block.kind) || childBlocks(block).length > 0 ? textOf(block, kinds) : '';
    if (hasWord(text)) return text.slice(0, SAMPLE).replace(/\s+/g, ' ').trim();
  }
  return '';
}

function textOf(block: Block, kinds: readonly Block['kind'][]): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return wordsOf(block.runs).split('\n')[0]!;
    case 'code':
      return block.code.split('\n').find(hasWord)?.trim() ?? '';
    case 'table':
      return (block.rows[0] ?? []).map(wordsOf).join(' ');
    default:
      return firstText(childBlocks(block), kinds);
  }
}

/** The text of runs without pictures. */
const wordsOf = (runs: readonly Run[]): string =>
  runs.map(({ text, style }) => (style.role === 'image' ? '' : text)).join('');
