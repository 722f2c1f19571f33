import MiniSearch from 'minisearch';
import { beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../../src/library/open.ts';
import { readBody } from '../../../src/library/read.ts';
import { createMemoryIndex, type SearchDocument, type Searcher } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { stemFrench } from '../../../src/search/stem-fr.ts';
import { searchText } from '../../../src/search/strip.ts';
import { BUNDLED } from './relevance-queries.ts';

/** Queries whose article does not come first, and why; a list that may only grow shorter. */
const NOT_FIRST = new Set(['auteur:"kiosque" newsletter lang']);

let documents: (SearchDocument & { id: string })[];
let index: Searcher;

beforeAll(async () => {
  const { articles } = await openLibrary(['articles']);
  documents = await Promise.all(
    articles.map(async (article) => ({ ...article, body: searchText(await readBody(article)) })),
  );
  index = createMemoryIndex(documents);
});

const found = (query: string): string[] =>
  index.search(parseQuery(query)).map((hit) => documents[hit.doc]!.id);

/** One over the rank of the best expected article, on average. */
const score = (search: (query: string) => readonly string[]): number =>
  BUNDLED.reduce((sum, [query, ids]) => {
    const ranks = ids.split(' ').map((id) => search(query).indexOf(id) + 1);
    return sum + Math.max(0, ...ranks.map((rank) => (rank > 0 ? 1 / rank : 0)));
  }, 0) / BUNDLED.length;

describe('the bundled articles', () => {
  it.each(BUNDLED.filter(([query]) => !NOT_FIRST.has(query)))('%s → %s: %s', (query, ids) => {
    expect(ids.split(' ')).toContain(found(query)[0]);
  });

  it('are found better than by MiniSearch with folded and stemmed words', () => {
    const fold = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    const engine = new MiniSearch({
      fields: ['title', 'tags', 'author', 'body'],
      processTerm: (term) => stemFrench(fold(term)),
      searchOptions: { boost: { title: 8, tags: 4, author: 3 }, prefix: true, fuzzy: 0.2 },
    });
    engine.addAll(documents.map((each) => ({ ...each, tags: each.tags.join(' ') })));
    const theirs = score((query) => engine.search(query).map((hit) => String(hit.id)));
    expect(score(found)).toBeGreaterThan(theirs + 0.03);
  });
});
