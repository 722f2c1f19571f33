import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { setLines } from '../../../src/text/layout.ts';
import { LineList } from '../../../src/text/line-list.ts';
import { articles, scraps } from '../../support/markdown.ts';

const sources = fc.array(fc.oneof(articles, scraps), { maxLength: 10 }).map((all) => all.join('\n\n'));

describe('LineList', () => {
  it('gives the lines that were put into it, in any order', () => {
    fc.assert(
      fc.property(
        sources,
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        fc.infiniteStream(fc.nat()),
        (source, width, justify, numbers) => {
          const document = parseDocument({ format: 'markdown', source, firstLine: 0 });
          document.extend(Infinity);
          const lines = [...setLines(document, { width, justify, wholeCode: true })];
          const list = new LineList(document);
          for (const [index, line] of lines.entries()) {
            list.push(line);
            const earlier = numbers.next().value! % (index + 1);
            expect(list.at(earlier)).toEqual(lines[earlier]);
            expect(list.end).toBe(line.end);
          }
          expect(lines.map((_, index) => list.at(index))).toEqual(lines);
          const at = numbers.next().value! % (document.length + 1);
          expect(list.countUpTo(at)).toBe(lines.filter(({ start }) => start <= at).length);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('keeps lines of more styles and added texts than it numbers', () => {
    const list = new LineList('');
    const lines = Array.from({ length: 3000 }, (_, n) => {
      const span = { text: `${n}`, style: { bold: true }, at: -1 };
      return { spans: [span], width: 4, start: 0, end: 0 };
    });
    for (const line of lines) list.push(line);
    expect(lines.map((_, index) => list.at(index))).toEqual(lines);
  });
});
