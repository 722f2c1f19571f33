import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBreaks } from '../../../src/text/break.ts';
import { BreakOpportunities } from '../../../src/text/break-opportunities.ts';
import { layout } from '../../../src/text/layout.ts';
import { lineEnds } from '../../../src/text/optimal-breaks.ts';
import { typographyOf } from '../../../src/text/typography.ts';
import { documentOf } from '../../support/document.ts';

const linesOf = (text: string, width: number, lang?: 'fr' | 'en'): string[] => {
  const flow = layout(documentOf([{ p: text }], lang), { width });
  const lines: string[] = [];
  for (let line = flow.line(0); line !== undefined; line = flow.line(lines.length))
    lines.push(line.spans.map((span) => span.text).join(''));
  return lines;
};

/** The sum of the squared slacks of all lines except the last. */
const raggedness = (lines: readonly string[], width: number): number =>
  lines.slice(0, -1).reduce((sum, line) => sum + (width - line.length) ** 2, 0);

/** Fills one line after the other. */
function greedy(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The least raggedness of all possible line breaks. */
function leastRagged(words: readonly string[], width: number): number {
  if (words.join(' ').length <= width) return 0;
  let least = Number.POSITIVE_INFINITY;
  for (let count = 1; count < words.length; count++) {
    const { length } = words.slice(0, count).join(' ');
    if (length > width) break;
    least = Math.min(least, (width - length) ** 2 + leastRagged(words.slice(count), width));
  }
  return least;
}

const words = fc.array(fc.stringMatching(/^[a-zà-ÿ]{1,10}$/), { minLength: 1, maxLength: 120 });
const widths = fc.integer({ min: 10, max: 100 });

describe('line ends', () => {
  it('are no more ragged than greedy ones', () =>
    fc.assert(
      fc.property(words, widths, (some, width) => {
        const lines = linesOf(some.join(' '), width);
        expect(lines.join(' ')).toBe(some.join(' '));
        expect(raggedness(lines, width)).toBeLessThanOrEqual(raggedness(greedy(some, width), width));
      }),
    ));

  it('are the least ragged of all', () =>
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 6, max: 20 }),
        (some, width) => {
          expect(raggedness(linesOf(some.join(' '), width), width)).toBe(leastRagged(some, width));
        },
      ),
    ));

  it('are only at break opportunities', () => {
    const token = fc.constantFrom(
      ...[
        'mot',
        'l’été',
        '« mot »',
        '« mot',
        'mot :',
        'mot ;',
        'mot !',
        'mot ?',
        '25 %',
        '10 000 €',
        '5 km',
        '(mot',
        'mot)',
      ],
      ...[
        '“mot”',
        'M. Dupont',
        'mot,',
        'mot…',
        'a\u00a0b',
        'porte-clé',
        'disent-ils',
        '--flag',
        '…',
        '—',
        '3,14',
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), fc.integer({ min: 12, max: 60 }), (some, width) => {
        const text = some.join(' ');
        const lines = linesOf(text, width, 'fr');
        expect(lines.join(' ').replaceAll('- ', '-')).toBe(text.replaceAll('- ', '-'));
        for (const [index, line] of lines.entries()) {
          if (index > 0) expect(line, `after ${lines[index - 1]}`).not.toMatch(/^[)\]};:!?»%,.€]|^ils\b/);
          if (index < lines.length - 1) expect(line).not.toMatch(/[(«“]$|\bM\.$/);
        }
      }),
    );
  });

  it('are nearly optimal if a paragraph is set part by part', () => {
    const some = Array.from({ length: 20_000 }, (_, index) =>
      'abcdefghijkl'.slice(0, 1 + (((index * index * 31) % 127) % 12)),
    );
    const lines = linesOf(some.join(' '), 60);
    expect(lines.join(' ')).toBe(some.join(' '));
    expect(raggedness(lines, 60)).toBeLessThan(raggedness(greedy(some, 60), 60));
  });

  it('avoid hyphens on consecutive lines', () => {
    const breaks = new BreakOpportunities();
    const hyphenate = (word: string): number[] =>
      Array.from({ length: word.length - 1 }, (_, index) => index + 1);
    const text = 'abcdefghij '.repeat(40).trim();
    findBreaks(
      { text, isCode: () => false, noBreakBefore: () => false },
      0,
      text.length,
      { rules: { typography: typographyOf('en'), hyphenate }, width: 24 },
      breaks,
    );
    const ends = lineEnds(breaks, 0, breaks.count - 1, 24, false).map((end) => breaks.kind[end] === 2);
    expect(ends.filter((hyphen, index) => hyphen && ends[index + 1]).length).toBe(0);
  });
});

describe('justification', () => {
  it('fills lines with blanks of at most three cells, or leaves them ragged', () =>
    fc.assert(
      fc.property(words, widths, (some, width) => {
        const flow = layout(documentOf([{ p: some.join(' ') }]), { width, justify: true });
        flow.line(Number.POSITIVE_INFINITY);
        for (let index = 0; index < flow.known; index++) {
          const text = flow
            .line(index)!
            .spans.map((span) => span.text)
            .join('');
          const last = index === flow.known - 1;
          if (last || text.length < width) expect(text).not.toMatch(/ {2}/);
          else expect(text).not.toMatch(/ {4}|^ | $/);
          expect(text.length).toBeLessThanOrEqual(width);
        }
      }),
    ));
});
