import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type LocalSearch, searchOf } from '../../../src/commands/reader/catalogue-search.ts';
import { LibraryFeed } from '../../../src/commands/reader/library-feed.ts';
import type { Article } from '../../../src/library/article.ts';
import { temporaryFolder } from '../../support/home.ts';

it('reads a file once however often its folder changes during indexing', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.md');
  // Long enough that indexing takes more than one step.
  writeFileSync(path, `# Noyer\n\n${'Un mot. '.repeat(100_000)}`);
  utimesSync(path, 1_000, 1_000);
  let articles: readonly Article[] = [];
  const feed = new LibraryFeed({
    paths: [folder],
    cache: temporaryFolder(),
    readOnly: true,
    onIndex: async () => {},
    dispatch: (action) => {
      if (action.type === 'articles') articles = action.articles;
    },
    onError: (error) => expect(error).toBeUndefined(),
  });
  onTestFinished(() => feed.close());
  await feed.open();
  // Same size and modification time, so only a second read would find the other title.
  writeFileSync(path, `# Hetre\n\n${'Un mot. '.repeat(100_000)}`);
  utimesSync(path, 1_000, 1_000);
  writeFileSync(join(folder, 'b.md'), '# Tilleul\n\nUn mot.\n');
  await feed.refresh();
  expect(articles.map(({ title }) => title).sort()).toEqual(['Noyer', 'Tilleul']);
});

it('rebuilds an index found damaged by a search', async () => {
  const folder = temporaryFolder();
  const cache = temporaryFolder();
  // So many words that opening the index does not read the pages of their postings.
  const words = Array.from({ length: 20_000 }, (_, i) => `mot${i.toString(36)}`).join(' ');
  writeFileSync(join(folder, 'a.md'), `# Noyer\n\n${words}\n`);
  let search: LocalSearch | undefined;
  let indexed = () => {};
  const feedOf = () =>
    new LibraryFeed({
      paths: [folder],
      cache,
      readOnly: false,
      onIndex: async (index) => {
        search = searchOf(index, () => undefined);
      },
      dispatch: (action) => {
        if (action.type === 'indexed' && action.indexed === 1) indexed();
      },
      onError: (error) => expect(error).toBeUndefined(),
    });
  const isIndexed = () =>
    new Promise<void>((resolve) => {
      indexed = resolve;
    });
  const open = async () => {
    const feed = feedOf();
    const done = isIndexed();
    await feed.open();
    await done;
    return feed;
  };
  (await open()).close();
  const index = join(cache, 'index', readdirSync(join(cache, 'index'))[0]!);
  const segment = join(index, readdirSync(index).find((name) => name.endsWith('.segment'))!);
  const feed = await open();
  onTestFinished(() => feed.close());
  const bytes = readFileSync(segment);
  writeFileSync(segment, bytes.fill(0, bytes.length >> 1));
  const request = { query: 'motabc', tag: undefined, condition: undefined };
  const rebuilt = isIndexed();
  expect(search!.search(request).articles).toEqual([]);
  await rebuilt;
  expect(search!.search(request).articles).toMatchObject([{ title: 'Noyer' }]);
});
