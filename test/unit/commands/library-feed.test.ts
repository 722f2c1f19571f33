import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { LibraryFeed } from '../../../src/commands/reader/library-feed.ts';
import type { Article } from '../../../src/library/article.ts';
import { temporaryFolder } from '../../support/home.ts';

it('reads a file once, however often its folder changes while the index is made', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.md');
  // Enough of it that it is not indexed at once.
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
  // Of the same size and time: whoever reads it again finds another title.
  writeFileSync(path, `# Hetre\n\n${'Un mot. '.repeat(100_000)}`);
  utimesSync(path, 1_000, 1_000);
  writeFileSync(join(folder, 'b.md'), '# Tilleul\n\nUn mot.\n');
  await feed.refresh();
  expect(articles.map(({ title }) => title).sort()).toEqual(['Noyer', 'Tilleul']);
});
