import { blocksOf } from './block-parser.ts';
import { boilerplateAt } from './boilerplate.ts';
import { findTitle, TITLE_SAMPLE } from './find-title.ts';
import { groupsOf, type Line, linesOf } from './line.ts';
import { underlineOf } from './line-patterns.ts';
import type { PlainText } from './plain-block.ts';
import { hasFallingSigns } from './wiki-heading.ts';
import { wrapOf } from './wrap.ts';

/**
 * Reads plain text with LF line ends as a person would, without the boilerplate of a web page after it. Never throws;
 * takes time linear in the length. The blocks are parsed when they are iterated over, which is possible once.
 *
 * @param keepLines  whether lines are never joined: verse, an address, a list of words
 */
export function readPlain(source: string, keepLines = false): PlainText {
  const title = findTitle(source);
  // The first of lines that belong together is no title.
  const found = title && keepLines && !isApart(source, title.lines.at(-1)!) ? undefined : title;
  const groups = [...groupsOf(linesOf(source, 0, Math.min(source.length, TITLE_SAMPLE)))];
  const wrap = { ...wrapOf(groups), ...(keepLines && { column: undefined, keepLines }) };
  const end = keepLines ? source.length : boilerplateAt(source);
  const lines = withoutTitle(linesOf(source, 0, end), found?.lines ?? []);
  const headingsFrom = found?.lines[0] ?? 0;
  const falling = hasFallingSigns(groups.flat());
  const blocks = blocksOf(lines, {
    wrap,
    headings: true,
    headingsFrom,
    hasFallingSigns: falling,
    depth: 0,
  });
  return found ? { title: found.title, blocks } : { blocks };
}

/** Whether a blank line comes after the line at an offset. */
function isApart(source: string, at: number): boolean {
  const end = source.indexOf('\n', at);
  return end >= 0 && /[ \t]*\n/y.test(source.slice(end + 1, end + 100));
}

/** Lines except those at the offsets of the title, and the underline below it. */
function* withoutTitle(lines: Iterable<Line>, title: readonly number[]): Generator<Line> {
  const last = title.at(-1) ?? -1;
  let underTitle = false;
  for (const line of lines) {
    const isTitle = line.at <= last && title.some((at) => at >= line.at && at < line.at + line.text.length);
    if (!isTitle && !(underTitle && underlineOf(line.text))) yield line;
    underTitle = isTitle;
  }
}
