import { blocksOf } from './block-parser.ts';
import { boilerplateAt } from './boilerplate.ts';
import { findTitle, TITLE_SAMPLE } from './find-title.ts';
import { groupsOf, type Line, linesOf } from './line.ts';
import { underlineOf } from './line-patterns.ts';
import type { PlainText } from './plain-block.ts';
import { wrapOf } from './wrap.ts';

/**
 * Reads plain text with LF line ends as a person would, without the boilerplate of a web page after it. Never throws;
 * takes time linear in the length. The blocks are parsed when they are iterated over, which is possible once.
 */
export function readPlain(source: string): PlainText {
  const found = findTitle(source);
  const wrap = wrapOf([...groupsOf(linesOf(source, 0, Math.min(source.length, TITLE_SAMPLE)))]);
  const lines = withoutTitle(linesOf(source, 0, boilerplateAt(source)), found?.lines ?? []);
  const blocks = blocksOf(lines, { wrap, headings: true, headingsFrom: found?.lines[0] ?? 0, depth: 0 });
  return found ? { title: found.title, blocks } : { blocks };
}

/** Lines except those at the offsets of the title, and the underline below it. */
function* withoutTitle(lines: Iterable<Line>, title: readonly number[]): Generator<Line> {
  let underTitle = false;
  for (const line of lines) {
    const isTitle = title.some((at) => at >= line.at && at < line.at + line.text.length);
    if (!isTitle && !(underTitle && underlineOf(line.text))) yield line;
    underTitle = isTitle;
  }
}
