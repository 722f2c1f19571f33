import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../../src/document/document.ts';
import { ansiLine, safeHref } from '../../../src/style/ansi.ts';
import { withoutGround } from '../../../src/style/look.ts';
import { LOOK_NAMES, lookOfProgram } from '../../../src/style/looks.ts';
import { type ColorDepth, makeTheme } from '../../../src/style/theme.ts';
import { layout } from '../../../src/text/layout.ts';
import type { Line } from '../../../src/text/line.ts';
import { documents } from '../../support/arbitrary.ts';
import { documentOf } from '../../support/document.ts';

const line = (...spans: Line['spans']): Line => ({ spans, width: 0, start: 0, end: 0 });
const plain = makeTheme('neutral', 0);

describe('ansiLine', () => {
  it('switches styles on and off where they change', () =>
    expect(
      ansiLine(
        line(
          { text: 'a ', style: {}, at: 0 },
          { text: 'b', style: { bold: true }, at: 2 },
          { text: 'c', style: { bold: true }, at: 3 },
          { text: 'd', style: { italic: true }, at: 4 },
        ),
        plain,
      ),
    ).toBe('a \x1b[1mbc\x1b[22m\x1b[3md\x1b[23m'));

  it.each([
    [0, '\x1b[4mx\x1b[24m'],
    [4, '\x1b[4;96mx\x1b[24;39m'],
    [8, '\x1b[4;38;5;111mx\x1b[24;39m'],
    [24, '\x1b[4;38;2;135;175;255mx\x1b[24;39m'],
  ] as const)('has colors at a depth of %i', (depth, expected) =>
    expect(ansiLine(line({ text: 'x', style: { role: 'link' }, at: 0 }), makeTheme('dark', depth))).toBe(
      expected,
    ),
  );

  it('makes only links of the web clickable, and only on request', () => {
    const links: Link[] = [
      { href: 'https://example.org/a', kind: 'web', start: 0, end: 1 },
      { href: 'file:///etc/passwd', kind: 'other', start: 1, end: 2 },
    ];
    const spans = line({ text: 'a', style: {}, at: 0, link: 0 }, { text: 'b', style: {}, at: 1, link: 1 });
    expect(ansiLine(spans, plain)).toBe('ab');
    expect(ansiLine(spans, plain, links)).toBe('\x1b]8;id=0;https://example.org/a\x1b\\a\x1b]8;;\x1b\\b');
  });

  it('closes all sequences, and shows the text of the spans, in every theme', () =>
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom(...LOOK_NAMES),
        fc.constantFrom<ColorDepth>(0, 4, 8, 24),
        (document, name, depth) => {
          const flow = layout(document, { width: 40 });
          flow.line(Number.POSITIVE_INFINITY);
          const lines = Array.from({ length: flow.known }, (_, index) => flow.line(index)!);
          const theme = makeTheme(withoutGround(lookOfProgram(name)), depth);
          const text = lines.map((each) => `${ansiLine(each, theme, document.links)}\n`).join('');
          expect(text.replace(/\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\/g, '')).toBe(
            lines.map(({ spans }) => `${spans.map((span) => span.text).join('')}\n`).join(''),
          );
          for (const row of text.split('\n')) {
            const on = new Set<number>();
            for (const [, codes] of row.matchAll(/\x1b\[([\d;]*)m/g)) {
              const first = Number(codes!.split(';').at(-1));
              if (OFF.has(Number(codes!.split(';')[0]))) on.clear();
              else on.add(first);
            }
            expect([...on], row).toEqual([]);
          }
        },
      ),
      { numRuns: 50 },
    ));
});

const OFF = new Set([22, 23, 24, 27, 29, 39, 49]);

describe('safeHref', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['mailto:moi@example.org', 'mailto:moi@example.org'],
    ['https://example.org/é\x1b\\\u202e', 'https://example.org/%C3%A9%1B\\%E2%80%AE'],
    ['https://a/\ud800', 'https://a/%EF%BF%BD'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['images/a.png', undefined],
    [`https://${'a'.repeat(3000)}`, undefined],
  ])('%j', (href, expected) => expect(safeHref(href)).toBe(expected));
});

describe.each([0, 4, 8, 24] as const)('headings with %i bits of color', (depth) => {
  it.each(LOOK_NAMES)('are told apart by level in the theme %s', (name) => {
    const levels = Array.from({ length: 6 }, (_, index) => {
      const flow = layout(documentOf([{ h: 'Un', depth: index + 1 }]), { width: 40 });
      return ansiLine(flow.line(0)!, makeTheme(name, depth));
    });
    expect(new Set([...levels, 'Un']).size).toBe(7);
  });
});
