import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadLibrary } from '../../../src/library/load-library.ts';
import { prepare, readPrepared, refreshedArticle } from '../../../src/library/prepared-catalogue.ts';

let root: string;
let folder: string;
let description: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'kiosque-prepared-'));
  folder = join(root, 'articles');
  description = join(root, 'catalogue.json');
  cpSync('articles', folder, { recursive: true });
  const bundled = resolve('articles');
  writeFileSync(description, prepare((await loadLibrary([bundled])).articles, bundled));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('restores the articles of a folder that has moved, in the same order', async () => {
  const { articles } = await loadLibrary([folder]);
  const prepared = readPrepared(description, folder)!;
  expect(await Promise.all(prepared.map(refreshedArticle))).toEqual(articles);
});

it('is not used for a folder with other files', () => {
  const { path } = readPrepared(description, folder)![3]!;
  rmSync(path);
  expect(readPrepared(description, folder)).toBeUndefined();
  writeFileSync(join(folder, 'another.md'), 'Un autre.');
  expect(readPrepared(description, folder)).toBeUndefined();
});

it('ignores files that are not articles', () => {
  writeFileSync(join(folder, '.DS_Store'), '');
  expect(readPrepared(description, folder)).toBeDefined();
});

it('reads the file of an article that has changed since', async () => {
  const article = readPrepared(description, folder)!.find(({ id }) => id === 'welcome')!;
  writeFileSync(article.path, '---\ntitle: Other\n---\nText.');
  expect(await refreshedArticle(article)).toMatchObject({ id: 'welcome', title: 'Other', words: 1 });
});

it('is not used if it is missing or damaged', () => {
  expect(readPrepared(join(root, 'none.json'), folder)).toBeUndefined();
  writeFileSync(description, '[{"name":"a.md","size":3},');
  expect(readPrepared(description, folder)).toBeUndefined();
});

it('is up to date in the build', async () => {
  const bundled = resolve('articles');
  const prepared = readPrepared(resolve('dist/catalogue.json'), bundled)!;
  expect(await Promise.all(prepared.map(refreshedArticle))).toEqual((await loadLibrary([bundled])).articles);
});
