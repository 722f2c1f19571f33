import { blocksOf } from './blocks.ts';
import { boilerplateAt } from './boilerplate.ts';
import { hasWord } from './letters.ts';
import { groupsOf, type Line, linesOf } from './line.ts';
import { underlineOf } from './marks.ts';
import type { PlainBlock, PlainText } from './plain-block.ts';
import { findTitle, TITLE_SAMPLE } from './title.ts';
import { wrapOf } from './wrap.ts';

/**
 * Reads plain text (LF line ends) as a person would: see `PlainBlock`. The leftovers of a web page at its end are not
 * among the blocks. Strings are as in the source, not yet cleaned. Never throws; time linear in the length.
 */
export function readPlain(source: string): PlainText {
  const { title, blocks } = openPlain(source);
  return title === undefined ? { blocks: [...blocks] } : { title, blocks: [...blocks] };
}

/** `readPlain` for long texts: the title at once, the blocks, one time, as they are asked for. */
export function openPlain(source: string): {
  readonly title?: string;
  readonly blocks: Iterable<PlainBlock>;
} {
  const found = findTitle(source);
  const wrap = wrapOf([...groupsOf(linesOf(source, 0, Math.min(source.length, TITLE_SAMPLE)))]);
  const lines = without(found?.lines ?? [], linesOf(source, 0, boilerplateAt(source)));
  const blocks = blocksOf(lines, { wrap, headings: true, headingsFrom: found?.lines[0] ?? 0, depth: 0 });
  return found ? { title: found.title, blocks } : { blocks };
}

/** Lines but those of the title and what underlines it. */
function* without(title: readonly number[], lines: Iterable<Line>): Generator<Line> {
  let underTitle = false;
  for (const line of lines) {
    const isTitle = title.some((at) => at >= line.at && at < line.at + line.text.length);
    if (!isTitle && !(underTitle && underlineOf(line.text))) yield line;
    underTitle = isTitle;
  }
}

/** Longest title made of a text's first words, in characters. */
const LONGEST = 72;

/** The first sentence or verse of a text, shortened between words where it is long: a title where there is none. */
export function firstWords(source: string): string {
  const text = firstText(openPlain(source.slice(0, 4000)).blocks);
  const sentence = /^.{12,}?(?:[.!?…](?=\s|$)|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= LONGEST) return sentence.replace(/(?<=[^.…!?])\.$/, '');
  const cut = sentence.lastIndexOf(' ', LONGEST);
  const words = sentence.slice(0, cut > LONGEST / 2 ? cut : LONGEST);
  // Not to end on an article or a preposition.
  return `${words.replace(/(?:\s[^\s\d]{1,2})+$/, '').replace(/[\s,;:.!?…–—-]+$/, '')}…`;
}

function firstText(blocks: Iterable<PlainBlock>): string {
  for (const block of blocks) {
    const text = firstTextOf(block);
    if (hasWord(text)) return text.slice(0, 1000).replace(/\s+/g, ' ').trim();
  }
  return '';
}

function firstTextOf(block: PlainBlock): string {
  switch (block.kind) {
    case 'lines':
      return block.lines[0]!;
    case 'quotation':
      return firstText(block.blocks);
    case 'list':
      return firstText(block.items.flat());
    case 'table':
      return block.rows[0]!.join(' ');
    case 'rule':
      return '';
    default:
      return block.text;
  }
}
