import { beforeAll, describe, expect, it } from 'vitest';
import { helpSets } from '../../support/help-sets.ts';
import {
  documentsIn,
  type Expectation,
  kiosque,
  meanReciprocal,
  miniSearch,
  rankOf,
  type Search,
} from '../../support/relevance.ts';
import { BUNDLED } from './relevance-queries.ts';

/** Queries whose article is not the first hit. This list must only shrink. */
const NOT_FIRST = new Set([
  'auteur:"kiosque" newsletter lang',
  // Two others have all the words, this one has the first in its title.
  'être trouvé par les moteurs de recherche',
]);

/** Mean reciprocal rank of a search over a set of queries. */
const score = (search: Search, set: readonly Expectation[]): number =>
  meanReciprocal(set.map(([query, ids]) => rankOf(search(query), ids)));

describe('a search in the bundled articles', () => {
  let ours: Search;
  let theirs: Search;

  beforeAll(async () => {
    const documents = await documentsIn('articles');
    ours = kiosque(documents);
    theirs = miniSearch(documents);
  });

  it.each(BUNDLED.filter(([query]) => !NOT_FIRST.has(query)))('%s → %s: %s', (query, ids) => {
    expect(ids.split(' ')).toContain(ours(query)[0]);
  });

  it('ranks better than MiniSearch with folded and stemmed words', () => {
    expect(score(ours, BUNDLED)).toBeGreaterThan(score(theirs, BUNDLED) + 0.015);
  });
});

describe.each(helpSets())('a search in the $name', ({ pages, queries, least }) => {
  it.skipIf(pages.length === 0)('ranks better than MiniSearch (skipped if not installed)', () => {
    const ours = score(kiosque(pages), queries);
    expect(ours).toBeGreaterThan(least);
    expect(ours).toBeGreaterThan(score(miniSearch(pages), queries));
  });
});
