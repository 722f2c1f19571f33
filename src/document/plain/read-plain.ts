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
  const lines = linesOf(source, 0, end, found && titleFilter(found.lines));
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

/** True for the lines at the offsets of the title, and for the underline below it, when called for each line in order. */
function titleFilter(title: readonly number[]): (line: Line) => boolean {
  const last = title.at(-1) ?? -1;
  let underTitle = false;
  return ({ at, text }) => {
    const isTitle = at <= last && title.some((offset) => offset >= at && offset < at + text.length);
    const isLeftOut = isTitle || (underTitle && underlineOf(text) !== undefined);
    underTitle = isTitle;
    return isLeftOut;
  };
}
