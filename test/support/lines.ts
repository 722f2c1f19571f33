import { expect } from 'vitest';
import type { Block, Document } from '../../src/document/document.ts';
import { setLines } from '../../src/text/layout.ts';
import type { Hyphenator, Line } from '../../src/text/line.ts';
import { clusterEnd } from '../../src/unicode/clusters.ts';
import { cellWidth } from '../../src/unicode/width.ts';

const textOf = (line: Line): string => line.spans.map((span) => span.text).join('');

/** Whether a line is a single grapheme cluster, so that it cannot be made narrower. */
const isSingle = (line: Line): boolean => {
  const text = textOf(line);
  return clusterEnd(text, 0) === text.length;
};

/** The tables of a document. Their cells stand side by side, so their text is not in order on the lines. */
const tablesOf = (blocks: Iterable<Block>): readonly Block[] =>
  [...blocks].flatMap((block) => {
    switch (block.kind) {
      case 'table':
        return [block];
      case 'quotation':
        return tablesOf(block.blocks);
      case 'list':
        return block.items.flatMap((item) => tablesOf(item.blocks));
      case 'notes':
        return block.notes.flatMap((note) => tablesOf(note.blocks));
      default:
        return [];
    }
  });

/** The faults in the lines of a document. Every character must be on exactly one line, in order, within the width. */
function faults(document: Document, width: number, lines: Iterable<Line>): string[] {
  const { text } = document;
  const found: string[] = [];
  const inTable = new Uint8Array(text.length);
  for (const { start, end } of tablesOf(document.blocks)) inTable.fill(1, start, end);
  const shown = new Uint8Array(text.length);
  let last = 0;
  for (const line of lines) {
    if (line.width !== cellWidth(textOf(line))) found.push(`not as wide as it says: ${textOf(line)}`);
    if (line.width > width && !isSingle(line)) found.push(`too wide: ${textOf(line)}`);
    for (const span of line.spans) {
      if (span.at < 0) continue;
      const end = span.at + (span.wide ? 1 : span.text.length);
      for (let at = span.at; at < end; at++) shown[at]!++;
      if (inTable[span.at]) continue;
      if (span.at < last) found.push(`not in order: ${textOf(line)}`);
      last = end;
    }
  }
  for (let at = 0; at < text.length; at++) {
    if (shown[at] === 1 || (shown[at] === 0 && /[\s\u00ad\u200b]/.test(text[at]!))) continue;
    found.push(`shown ${shown[at]} times at ${at}: ${text.slice(at, at + 20)}`);
  }
  return found;
}

/** Above this width the paragraphs of short texts fit on one line, which is never justified. */
const WIDEST_JUSTIFIED = 120;

/** Checks the lines of a document at some widths, both with the default layout and justified and hyphenated. */
export function expectSoundLines(
  document: Document,
  widths: Iterable<number>,
  hyphenate: Hyphenator | undefined,
): void {
  for (const width of widths) {
    const justified = width <= WIDEST_JUSTIFIED ? [{ width, justify: true, hyphenate }] : [];
    for (const options of [{ width }, ...justified]) {
      const found = faults(document, width, setLines(document, options));
      if (found.length > 0) expect(found.slice(0, 3), `at ${width}`).toEqual([]);
    }
  }
}
