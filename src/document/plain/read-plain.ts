import { blocksOf } from './blocks.ts';
import { boilerplateAt } from './boilerplate.ts';
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
