import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitColumns } from '../../../src/text/columns.ts';
import { typographyOf } from '../../../src/text/typography.ts';

const { noBreakAt } = typographyOf('fr');
const word = fc.integer({ min: 1, max: 30 }).map((cells) => 'x'.repeat(cells));
const cell = fc.array(word, { maxLength: 12 }).map((words) => [{ text: words.join(' '), style: {}, at: 0 }]);

it('gives columns neither more cells than there are nor more than they need', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 10, max: 120 }),
      (rows, measure) => {
        const widths = fitColumns(rows, measure, 3, noBreakAt)?.widths;
        if (!widths) return;
        const sum = widths.reduce((total, width) => total + width, 0);
        expect(sum + 3 * (widths.length - 1)).toBeLessThanOrEqual(measure);
        const needed = fitColumns(rows, 0, 3, noBreakAt)!.widths;
        for (const [column, width] of widths.entries()) expect(width).toBeLessThanOrEqual(needed[column]!);
      },
    ),
    { numRuns: 2000 },
  );
});

it('gives a column room for a number with its unit', () => {
  const row = ['mot 10 Gbit/s et 5 Mo', 'x '.repeat(60).trim()].map((text) => [{ text, style: {}, at: 0 }]);
  for (const lang of ['fr', 'en'] as const)
    expect(fitColumns([row], 40, 3, typographyOf(lang).noBreakAt)!.widths[0]).toBeGreaterThanOrEqual(9);
});
