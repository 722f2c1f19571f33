import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { loadHyphenator } from '../../../src/text/hyphenate.ts';
import { layout } from '../../../src/text/layout.ts';
import type { LayoutOptions, Line } from '../../../src/text/line.ts';
import { clusterCells, clusterEnd } from '../../../src/unicode/clusters.ts';
import { cellWidth } from '../../../src/unicode/width.ts';
import { documents } from '../../support/arbitrary.ts';
import { documentOf } from '../../support/document.ts';

const allLines = (document: Document, options: LayoutOptions): Line[] => {
  const flow = layout(document, options);
  const lines: Line[] = [];
  for (let index = 0; ; index++) {
    const line = flow.line(index);
    if (line === undefined) return lines;
    lines.push(line);
  }
};

const settings = fc.record({
  width: fc.integer({ min: 1, max: 120 }),
  justify: fc.boolean(),
  hyphenate: fc.constantFrom(undefined, await loadHyphenator('fr')),
});

/** Whether a line cannot be narrower, because it is one cluster. */
const isSingle = (line: Line): boolean => {
  const text = line.spans.map((span) => span.text).join('');
  return clusterEnd(text, 0) === text.length && clusterCells(text, 0, text.length) > 1;
};

describe('every document at every width', () => {
  it('has no line wider than the measure', () =>
    fc.assert(
      fc.property(documents, settings, (document, options) => {
        for (const line of allLines(document, options)) {
          expect(cellWidth(line.spans.map((span) => span.text).join(''))).toBe(line.width);
          if (line.width > options.width) expect(isSingle(line), JSON.stringify(line)).toBe(true);
        }
      }),
    ));

  it('is the same when laid out again', () =>
    fc.assert(
      fc.property(documents, settings, (document, options) => {
        expect(allLines(document, options)).toEqual(allLines(document, options));
      }),
      { numRuns: 50 },
    ));

  it('has spans that are slices of its text, except wide blanks', () =>
    fc.assert(
      fc.property(documents, settings, (document, options) => {
        for (const { at, text, wide } of allLines(document, options).flatMap((line) => line.spans)) {
          if (at < 0) continue;
          if (wide)
            expect([text, document.text[at]]).toEqual([
              expect.stringMatching(/^ +$/),
              expect.stringMatching(/[ \t]/),
            ]);
          else
            expect(document.text.slice(at, at + text.length).replace(/\s/g, ' ')).toBe(
              text.replace(/\s/g, ' '),
            );
        }
      }),
    ));

  it('shows every character once, except blanks at line ends and soft hyphens', () =>
    fc.assert(
      fc.property(documents, settings, (document, options) => {
        const shown = new Array<number>(document.text.length).fill(0);
        for (const { at, text, wide } of allLines(document, options).flatMap((line) => line.spans)) {
          if (at < 0) continue;
          for (let index = at; index < at + (wide ? 1 : text.length); index++) shown[index]!++;
        }
        for (const [index, times] of shown.entries())
          if (!/[\s\u00ad\u200b]/.test(document.text[index]!)) expect(times, `at ${index}`).toBe(1);
      }),
    ));

  it('finds the line of every offset', () =>
    fc.assert(
      fc.property(documents, settings, (document, options) => {
        const flow = layout(document, options);
        for (const [index, line] of allLines(document, options).entries()) {
          for (const span of line.spans) if (span.at >= 0) expect(flow.lineAt(span.at)).toBe(index);
        }
      }),
    ));
});

describe('Flow', () => {
  const document = documentOf(Array.from({ length: 50 }, (_, index) => ({ p: `Paragraph ${index}` })));

  it('lays out no more than requested', () => {
    const flow = layout(document, { width: 40 });
    expect(flow.known).toBe(0);
    flow.line(10);
    expect(flow.known).toBe(11);
    expect(flow.complete).toBe(false);
    expect(flow.height).toBeGreaterThan(80);
    expect(flow.line(1000)).toBeUndefined();
    expect(flow.complete).toBe(true);
    expect(flow.height).toBe(99);
  });

  it('continues laying out for a limited time', () => {
    const flow = layout(document, { width: 40 });
    let now = 0;
    const clock = (): number => now++;
    expect(flow.advance(1, clock)).toBe(false);
    expect(flow.known).toBe(64);
    expect(flow.advance(10, clock)).toBe(true);
  });

  it('parses the document as far as necessary', () => {
    const blocks = [document.blocks.at(0)!];
    const growing: Document = {
      ...document,
      blocks,
      get complete() {
        return blocks.length === document.blocks.length;
      },
      extend: (count) => {
        while (blocks.length < Math.min(count, document.blocks.length))
          blocks.push(document.blocks.at(blocks.length)!);
      },
    };
    const flow = layout(growing, { width: 40 });
    flow.line(10);
    expect(blocks.length).toBeLessThan(8);
    flow.line(1000);
    expect(blocks.length).toBe(50);
  });
});
