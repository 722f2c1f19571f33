import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { scan, tokenize } from '../../../src/search/tokenize.ts';
import { WordFilter } from '../../../src/search/word-filter.ts';

it('says of each word what it is told, however often and in whatever order words come', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ﬁ'), minLength: 1, maxLength: 40 }),
    fc.nat().map((number) => `mot${number % 9000}`),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), (words) => {
      const text = words.join(' ');
      const accepts = (folded: string): boolean => folded.length % 3 === 0;
      const filter = new WordFilter(accepts);
      const found: boolean[] = [];
      scan(text, (token) => found.push(filter.accepts(token)));
      expect(found).toEqual(tokenize(text).map(({ folded }) => accepts(folded)));
    }),
    { numRuns: 50 },
  );
});

it('asks once for a word that comes again', () => {
  const accepts = vi.fn(() => true);
  const filter = new WordFilter(accepts);
  scan('mot mot mot autre mot', (token) => expect(filter.accepts(token)).toBe(true));
  expect(accepts).toHaveBeenCalledTimes(2);
});
