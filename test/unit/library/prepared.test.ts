import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLibrary } from '../../../src/library/open.ts';
import { prepare, readPrepared } from '../../../src/library/prepared.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kiosque-prepared-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('knows of a folder what was written down of it, wherever it is now, but for files that changed', async () => {
  const folder = resolve('articles');
  const { articles } = await openLibrary([folder]);
  writeFileSync(join(root, 'catalogue.json'), prepare(articles, folder));
  const known = readPrepared(join(root, 'catalogue.json'), root);
  for (const article of articles) {
    const path = join(root, article.path.slice(folder.length + 1));
    expect(known(path, article.size, 5)).toEqual({ ...article, path, mtime: 5 });
    expect(known(path, article.size + 1, 5)).toBeUndefined();
  }
});

it('knows nothing without a file, or from a damaged one', () => {
  writeFileSync(join(root, 'damaged.json'), '[{"name":"a.md","size":3},');
  for (const name of ['none.json', 'damaged.json']) {
    expect(readPrepared(join(root, name), root)(join(root, 'a.md'), 3, 1)).toBeUndefined();
  }
});

it('is what the build wrote', async () => {
  const folder = resolve('articles');
  const known = readPrepared(resolve('dist/catalogue.json'), folder);
  expect(JSON.parse(readFileSync('dist/catalogue.json', 'utf8'))).not.toHaveLength(0);
  for (const article of (await openLibrary([folder])).articles) {
    expect(known(article.path, statSync(article.path).size, article.mtime)).toEqual(article);
  }
});
