import type { PlainBlock, PlainText } from './plain-block.ts';
import { titleOfPlain } from './plain-title.ts';

/** Reads plain text (LF line ends) as a person would. Never throws; time linear in the length. */
export function readPlain(source: string): PlainText {
  const title = titleOfPlain(source);
  const blocks: PlainBlock[] = [];
  for (const match of source.matchAll(/\S.*(?:\n[^\S\n]*\S.*)*/g)) {
    const text = match[0].replace(/\s*\n\s*/g, ' ').trimEnd();
    if (blocks.length > 0 || text !== title) blocks.push({ kind: 'paragraph', text, at: match.index });
  }
  return title === undefined ? { blocks } : { title, blocks };
}
