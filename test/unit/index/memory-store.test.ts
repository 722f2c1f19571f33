import { expect, it } from 'vitest';
import { emptyManifest } from '../../../src/index/manifest.ts';
import { MemoryStore } from '../../../src/index/store.ts';
import { packArticles } from '../../../src/index/stored-articles.ts';
import { SegmentBuilder } from '../../../src/search/builder.ts';
import { createSearcher } from '../../../src/search/engine.ts';
import { parseQuery } from '../../../src/search/parse-query.ts';
import { Segment } from '../../../src/search/segment.ts';
import { article } from '../../support/articles.ts';

it('a segment that was copied from another thread is searched in memory', async () => {
  const builder = new SegmentBuilder();
  builder.add({ title: 'Un titre', tags: [], body: 'Relancer un client.' });
  const made = { data: builder.finish(), articles: packArticles([article('a')]) };
  const { data, articles } = structuredClone(made);
  const store = new MemoryStore();
  store.keep('1-0.segment', data, articles);
  await store.commit({
    ...emptyManifest(['/a']),
    generation: 1,
    segments: [{ name: '1-0.segment', count: 1 }],
  });
  const { source } = store.open('1-0.segment');
  expect(createSearcher([new Segment(source)]).search(parseQuery('relance '))).toHaveLength(1);
  expect(store.read()?.generation).toBe(1);
});
