import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { layout, setLines } from '../../../src/text/layout.ts';
import type { Flow, Line } from '../../../src/text/line.ts';

/** More paragraphs of a line than a run needs, between blocks that are in none. */
const block = fc.oneof(
  fc.integer({ min: 200, max: 900 }).map((count) => 'Une ligne.\n\n'.repeat(count)),
  fc.constantFrom(
    `${'mot '.repeat(60)}\n\n`,
    '## Titre\n\n',
    '### Titre\n\n',
    '- un\n- deux\n\n',
    'a *b* c\n\n',
    '```\ncode\n```\n\n',
  ),
);
const source = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => blocks.join(''));
const documentOf = (text: string) =>
  parseDocument({ source: text, format: 'markdown', firstLine: 0 }, { title: 'x' });

function linesOf(flow: Flow): Line[] {
  const lines: Line[] = [];
  for (let line = flow.line(0); line; line = flow.line(lines.length)) lines.push(line);
  return lines;
}

describe('paragraphs of a line each', () => {
  it('are laid out as if they were set one by one', () => {
    fc.assert(
      fc.property(source, fc.constantFrom(0, 20, 60), (text, width) => {
        const expected = [...setLines(documentOf(text), { width })];
        const flow = layout(documentOf(text), { width });
        expect(linesOf(flow)).toEqual(expected);
        expect([flow.known, flow.height, flow.complete]).toEqual([expected.length, expected.length, true]);
      }),
      { numRuns: 30 },
    );
  });

  it('are found by their text', () => {
    fc.assert(
      fc.property(source, fc.nat(), (text, seed) => {
        const document = documentOf(text);
        const flow = layout(document, { width: 20 });
        const lines = linesOf(flow);
        const at = seed % (document.length + 1);
        const last = lines.findLastIndex(({ start }) => start <= at);
        const found = lines[flow.lineAt(at)]!;
        expect(found.start).toBeLessThanOrEqual(at);
        expect(found.end).toBeGreaterThanOrEqual(Math.min(at, lines[last]!.end));
      }),
      { numRuns: 30 },
    );
  });

  it('keep no lines in memory', () => {
    const flow = layout(documentOf('Une ligne.\n\n'.repeat(2000)), { width: 40 });
    flow.advance(Infinity, () => 0);
    expect(flow.line(2001)).not.toBe(flow.line(2001));
    expect(flow.line(2001)).toEqual(flow.line(2001));
  });
});
