import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LONGEST_PAGE, PageCache } from '../../../src/cache/page-cache.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

const about = { ...article('noyer'), size: 12, mtime: 1000 };
const page = { text: 'Le noyer\n\n 12 noix — “fraîches”.\n', hidden: 3 };
const cacheAt = (cache: string, look: unknown = [80, 'fr'], build = 'b1') =>
  new PageCache({ cache, build }, look);

describe('PageCache', () => {
  it('returns a page as it was stored', () => {
    const cache = temporaryFolder();
    expect(cacheAt(cache).get(about)).toBeUndefined();
    cacheAt(cache).set(about, page);
    expect(cacheAt(cache).get(about)).toEqual(page);
  });

  it.each([
    ['size', { size: 13 }],
    ['time', { mtime: 1001 }],
    ['path', { path: '/elsewhere/noyer.md' }],
    ['author, who is named above the text', { author: 'Anne' }],
    ['number of words, by which it takes longer to read', { words: 999 }],
  ])('knows nothing of an article of another %s', (_, change) => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, page);
    expect(cacheAt(cache).get({ ...about, ...change })).toBeUndefined();
  });

  it('knows nothing of another look or build', () => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, page);
    expect(cacheAt(cache, [60, 'fr']).get(about)).toBeUndefined();
    expect(cacheAt(cache, [80, 'fr'], 'b2').get(about)).toBeUndefined();
  });

  it('stores no very long page, and none of standard input', () => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, { text: 'x'.repeat(LONGEST_PAGE + 1), hidden: 0 });
    cacheAt(cache).set({ ...about, mtime: 0 }, page);
    expect(readdirSync(cache)).toEqual([]);
  });

  it('ignores an entry with a changed byte', () => {
    const cache = temporaryFolder();
    cacheAt(cache).set(about, page);
    const folder = join(cache, 'documents');
    const path = join(folder, readdirSync(folder)[0]!);
    const bytes = readFileSync(path);
    for (const at of bytes.keys()) {
      const altered = Buffer.from(bytes);
      altered[at]! ^= 1;
      writeFileSync(path, altered);
      expect(cacheAt(cache).get(about), `byte ${at}`).toBeUndefined();
    }
  });
});
