import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closestBeginning } from '../../../src/algorithms/closest-beginning.ts';

it('finds the beginning with the fewest edits, the longest of equal ones', () => {
  expect(closestBeginning('a garden designer', 'a gardening designer by trade')).toEqual({
    length: 20,
    edits: 3,
  });
  expect(closestBeginning('copper', 'copper pots')).toEqual({ length: 6, edits: 0 });
  expect(closestBeginning('She', 'she')).toEqual({ length: 3, edits: 1 });
  expect(closestBeginning('abc', '')).toEqual({ length: 0, edits: 3 });
});

/** Levenshtein's distance by its definition. */
const distance = (a: string, b: string): number => {
  if (a === '' || b === '') return a.length + b.length;
  const replaced = distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
  return Math.min(replaced, distance(a.slice(1), b) + 1, distance(a, b.slice(1)) + 1);
};

it('agrees with the distances to all beginnings', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (words, text) => {
      const all = Array.from({ length: text.length + 1 }, (_, length) =>
        distance(words, text.slice(0, length)),
      );
      const edits = Math.min(...all);
      expect(closestBeginning(words, text)).toEqual({ length: all.lastIndexOf(edits), edits });
    }),
    { numRuns: 50 },
  );
});
