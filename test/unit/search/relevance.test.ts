import { beforeAll, describe, expect, it } from 'vitest';
import { HELP_SETS } from '../../support/help-sets.ts';
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

/** Queries whose article does not come first, and why; a list that may only grow shorter. */
const NOT_FIRST = new Set(['auteur:"kiosque" newsletter lang']);

/** Mean reciprocal rank of a search over a set of queries. */
const score = (search: Search, set: readonly Expectation[]): number =>
  meanReciprocal(set.map(([query, ids]) => rankOf(search(query), ids)));

describe('the bundled articles', () => {
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

  it('are found better than by MiniSearch with folded and stemmed words', () => {
    expect(score(ours, BUNDLED)).toBeGreaterThan(score(theirs, BUNDLED) + 0.03);
  });
});

describe.each(HELP_SETS)('the $name', ({ pages, queries, least }) => {
  it.skipIf(pages.length === 0)('are found better than by MiniSearch (skipped where not installed)', () => {
    const ours = score(kiosque(pages), queries);
    expect(ours).toBeGreaterThan(least);
    expect(ours).toBeGreaterThan(score(miniSearch(pages), queries));
  });
});
