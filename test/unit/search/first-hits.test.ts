import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchDocument } from '../../../src/search/builder.ts';
import { createMemoryIndex } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { RERANKED } from '../../../src/search/weights.ts';

/** More articles have two of them than are reranked, and yet each is so telling that one in a title counts more. */
const word = fc.constantFrom(...'prix marge vente ventes client texte page mot pas un des son'.split(' '));
const text = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength, maxLength }).map((words) => words.join(' '));
const seldom = <T>(value: fc.Arbitrary<T>, otherwise: T): fc.Arbitrary<T> =>
  fc.oneof({ weight: 12, arbitrary: fc.constant(otherwise) }, { weight: 1, arbitrary: value });
/** Articles. If those with two words are long, they score little more than short ones with one. */
const article = (isLong: boolean): fc.Arbitrary<SearchDocument> =>
  fc.record({
    title: seldom(text(1, 3), ''),
    tags: seldom(fc.array(word, { maxLength: 2 }), []),
    summary: seldom(text(1, 2), ''),
    body: fc.oneof(
      text(1, 9),
      (isLong ? text(20, 60) : text(1, 6)).map((words) => `prix ${words} marge`),
      fc.tuple(word, fc.integer({ min: 1, max: 9 })).map(([each, times]) => `${each} `.repeat(times)),
    ),
  });
const articles = fc
  .boolean()
  .chain((isLong) => fc.array(article(isLong), { minLength: 10 * RERANKED, maxLength: 12 * RERANKED }));
const query = fc.oneof(
  fc.constantFrom('prix marge', 'marge prix', 'marge mot prix', 'prix vente', 'marge ventes client'),
  fc.constantFrom(
    'prix marge -page',
    'prix titre:marge',
    'prix (marge OR vente)',
    'vente absent',
    'prx marge',
  ),
);

/** Without a limit, every article is scored. With one, those that cannot be among the first are left out. */
it('finds the same first hits as when every article is scored', () => {
  fc.assert(
    fc.property(
      articles,
      query,
      fc.constantFrom(1, RERANKED, 4 * RERANKED),
      fc.boolean(),
      (documents, words, limit, all) => {
        const search = (options: { limit?: number }) =>
          createMemoryIndex(documents).search(parseQuery(words), { ...options, all });
        expect(search({ limit })).toEqual(search({}).slice(0, limit));
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
});

it('finds a short body full of one word among long ones that hardly have both', () => {
  const document = (body: string): SearchDocument => ({ title: '', tags: [], body });
  const short = Array.from({ length: 60 * RERANKED }, () => document('un mot'));
  const long = Array.from({ length: 2 * RERANKED }, () => document(`prix ${'mot '.repeat(500)} marge`));
  // One more has the other word, as an article with less than half of the query is folded away.
  const index = createMemoryIndex([...short, ...long, document('marge'), document('prix '.repeat(9))]);
  const [first] = index.search(parseQuery('prix marge'), { limit: 3 });
  expect(first!.doc).toBe(short.length + long.length + 1);
});
