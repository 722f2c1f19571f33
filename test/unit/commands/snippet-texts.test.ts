import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DocumentCache } from '../../../src/cache/document-cache.ts';
import { snippetTexts } from '../../../src/commands/snippet-texts.ts';
import type { Article } from '../../../src/library/article.ts';
import { LibraryError } from '../../../src/library/error.ts';
import { article } from '../../support/articles.ts';
import { temporaryFolder } from '../../support/home.ts';

/** An article in a file of its own, as it was indexed, and the cache. */
function indexed(source: string): { readonly about: Article; readonly cache: DocumentCache } {
  const folder = temporaryFolder();
  const path = join(folder, 'noyer.md');
  writeFileSync(path, source);
  const { size, mtimeMs } = statSync(path);
  return {
    about: article('noyer', { path, size, mtime: mtimeMs }),
    cache: new DocumentCache({ cache: folder, build: 'b1' }),
  };
}

const textOf = async (about: Article, cache: DocumentCache): Promise<string> => {
  const document = (await snippetTexts([about], cache))(about);
  document.extend(Number.POSITIVE_INFINITY);
  return document.text;
};

describe('the texts of articles for their snippets', () => {
  it('are parsed once, and then come from the cache', async () => {
    const { about, cache } = indexed(`Un *noyer*.\n\n${'Deux noyers.\n\n'.repeat(200)}`);
    const first = await textOf(about, cache);
    await expect.poll(() => cache.get(about)?.document.complete).toBe(true);
    expect(cache.get(about)?.document.text).toBe(first);
    expect(await textOf(about, cache)).toBe(first);
  });

  it('are read anew from a file that has changed since it was indexed', async () => {
    const { about, cache } = indexed('Un noyer.');
    await textOf(about, cache);
    await expect.poll(() => cache.get(about)).toBeDefined();
    writeFileSync(about.path, 'Un érable.');
    expect(await textOf(about, cache)).toBe('Un érable.');
    writeFileSync(about.path, 'Un cèdre.');
    utimesSync(about.path, new Date(), new Date(about.mtime + 5000));
    expect(await textOf(about, cache)).toBe('Un cèdre.');
  });

  it('are not found in the cache once the file is gone', async () => {
    const { about, cache } = indexed('Un noyer.');
    await textOf(about, cache);
    await expect.poll(() => cache.get(about)).toBeDefined();
    rmSync(about.path);
    await expect(textOf(about, cache)).rejects.toThrow(LibraryError);
  });
});
