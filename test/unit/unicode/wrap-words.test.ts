import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellWidth } from '../../../src/unicode/width.ts';
import { wrapWords } from '../../../src/unicode/wrap-words.ts';

it.each([
  ['Cannot save in /home/ada/notes', 12, ['Cannot save', 'in', '/home/ada/no', 'tes']],
  ['/home/ada/notes (full)', 12, ['/home/ada/no', 'tes (full)']],
  ['a b', 12, ['a b']],
  ['', 12, ['']],
  ['売店を読む', 4, ['売店', 'を読', 'む']],
  ['売店', 1, ['売', '店']],
])('wraps %j in %i cells', (text, cells, lines) => {
  expect(wrapWords(text, cells)).toEqual(lines);
});

it('loses nothing but the spaces at the ends of lines, and is never wider', () => {
  const sentence = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'é', '売', '/', '👩‍🌾'), maxLength: 30 }))
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(sentence, fc.integer({ min: 2, max: 20 }), (text, cells) => {
      const lines = wrapWords(text, cells);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(cells);
    }),
  );
});
