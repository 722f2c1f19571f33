import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { parseDocument } from '../../../src/document/parse-document.ts';
import { plainLine, renderText } from '../../../src/style/plain.ts';
import { layout } from '../../../src/text/layout.ts';
import { documentOf, type Sketch } from '../../support/document.ts';

/** The lines of blocks at a measure of 24, below a bar of that width. */
const set = (sketches: readonly Sketch[], lang?: Document['lang']): string => {
  const flow = layout(documentOf(sketches, lang), { width: 24 });
  flow.line(Number.POSITIVE_INFINITY);
  return Array.from({ length: flow.known }, (_, index) => plainLine(flow.line(index)!)).join('\n');
};
const words = (count: number): string => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ');

describe('blocks', () => {
  it('put a marker before the first line only, at any depth', () =>
    expect(set([{ list: [[{ quote: [{ p: words(5) }] }], [{ list: [[{ p: words(4) }]] }]] }])).toBe(
      `• │ mot0 mot1 mot2 mot3
  │ mot4

• ◦ mot0 mot1 mot2 mot3`,
    ));

  it('align numbers on the right', () =>
    expect(set([{ list: [[{ p: 'neuf' }], [{ p: words(5) }]], first: 9 }])).toBe(` 9. neuf
10. mot0 mot1 mot2 mot3
    mot4`));

  it('show the marker of an empty item', () =>
    expect(set([{ list: [[], { task: 'done', blocks: [] }, [{ p: 'x' }]] }])).toBe('•\n☑\n• x'));

  it('drop prefixes that leave too little room', () => {
    const deep = (depth: number): Sketch => (depth === 0 ? { p: words(4) } : { quote: [deep(depth - 1)] });
    expect(set([deep(6)])).toBe('│ │ │ │ mot0 mot1 mot2\n│ │ │ │ mot3');
  });

  it('have two empty lines before a section, one before a subsection', () =>
    expect(
      set([{ p: 'a' }, { h: 'B', depth: 2 }, { h: 'C', depth: 3 }, { p: 'd' }, { h: 'E', depth: 3 }]),
    ).toBe('a\n\n\nB\n\nC\n\nd\n\nE'));

  it('set a table without a header', () =>
    expect(
      set([
        {
          table: [
            ['', ''],
            ['a', 'b'],
            ['c', 'd'],
          ],
        },
      ]),
    ).toBe('a │ b\nc │ d'));

  it('align cells', () =>
    expect(
      set([
        {
          table: [
            ['left', 'right', 'middle'],
            ['a', 'b', 'c'],
          ],
          align: ['left', 'right', 'center'],
        },
      ]),
    ).toBe('left │ right │ middle\n─────┼───────┼───────\na    │     b │   c'));

  it('stack the cells of a table that is too wide, with a French colon in French', () => {
    const table = [
      ['Nom', 'Description', 'Remarque'],
      ['Premier', words(4), ''],
      ['Second', 'x', 'y'],
    ];
    expect(set([{ table }], 'fr').replaceAll('\u00a0', '~')).toBe(
      `Nom~: Premier
Description~: mot0
  mot1 mot2 mot3
Remarque~:

Nom~: Second
Description~: x
Remarque~: y`,
    );
  });

  it('cut a line of code at a blank near the end, and mark its continuation', () =>
    expect(set([{ code: 'if (a) {\n\treturn some(over, the);\n}' }])).toBe(
      `  if (a) {
      return some(over,
  ↪ the);
  }`,
    ));

  it('label callouts in the language of the text', () =>
    expect(set([{ quote: [{ p: 'x' }], callout: 'warning' }], 'fr')).toBe('│ Attention\n│\n│ x'));

  it.each([
    ['> [!warning] Mind the *gap*\n> x', '│ Mind the gap\n│\n│ x'],
    ['> [!warning]\n> x', '│ Warning\n│\n│ x'],
    ['> [!tip]- Only a title', '│ Only a title'],
  ])('shows the title of a callout in place of its kind: %j', (source, expected) => {
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 }, { lang: 'en' });
    expect(renderText(document, { width: 40 })).toBe(`${expected}\n`);
    expect(layout(document, { width: 40 }).line(0)!.spans[1]!.style).toEqual({ role: 'quote', bold: true });
  });
});

it('sets many footnotes one below the other, after one rule', () => {
  const source = Array.from({ length: 300 }, (_, i) => `a[^${i}]\n\n[^${i}]: b\n`).join('\n');
  const lines = renderText(parseDocument({ format: 'markdown', source, firstLine: 0 }), { width: 40 }).split(
    '\n',
  );
  expect(lines.filter((line) => line.startsWith('──'))).toHaveLength(1);
  const first = lines.findIndex((line) => line.startsWith('255.'));
  const numbers = lines.slice(first, first + 4).map((line) => /^(\d+)\. b/.exec(line)?.[1]);
  expect(numbers).toEqual(['255', '256', '257', '258']);
});
