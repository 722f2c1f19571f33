import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { countArticles } from '../../../src/library/count-articles.ts';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { temporaryFolder } from '../../support/home.ts';

/** A folder with these files. */
function folderWith(...paths: readonly string[]): string {
  const root = temporaryFolder();
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'Text.\n');
  }
  return root;
}

it('counts as many articles as opening the folder lists', async () => {
  const root = folderWith(
    ...['a.md', 'b.txt', 'data.csv', '.hidden.md', '.git/c.md', 'node_modules/d/e.md'],
    ...['f/g.md', 'f/h/i/j.markdown', 'k.md/l.txt', 'm/picture.png'],
  );
  expect(await countArticles(root)).toEqual({ count: 5, isWhole: true });
  expect((await loadLibrary([root])).articles).toHaveLength(5);
});

it('does not follow links to folders, and says that there may be more', async () => {
  const root = folderWith('a.md', 'b/c.md');
  symlinkSync(root, join(root, 'b', 'loop'));
  expect(await countArticles(root)).toEqual({ count: 2, isWhole: false });
});

it('stops in a folder of very many folders, having counted the nearest articles', async () => {
  const folders = Array.from({ length: 250 }, (_, i) => `folder-${i}/deep/a.md`);
  const root = folderWith('z.md', ...folders);
  expect(await countArticles(root)).toEqual({ count: 1, isWhole: false });
});

it('counts nothing in a folder that cannot be read', async () => {
  expect(await countArticles(join(temporaryFolder(), 'missing'))).toEqual({ count: 0, isWhole: true });
});
