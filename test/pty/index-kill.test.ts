import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../src/index/library-index.ts';
import { refresh } from '../../src/index/open.ts';
import { parseQuery } from '../../src/search/query.ts';
import { idsFound, TestLibrary } from '../unit/index/folder.ts';

const KILLS = 50;
const FILES = 40;
const library = new TestLibrary();
const writer = join(library.root, 'writer.mjs');

beforeAll(async () => {
  for (let i = 0; i < FILES; i += 1)
    writeFileSync(join(library.articles, `${i}.md`), `Le prix. Jeton${i}v0.\n`);
  await build({
    entryPoints: ['test/support/index-writer.ts'],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
  });
});
afterAll(() => library.clear());

describe('a program killed while it writes the index', () => {
  it(`leaves one that the next start makes right, ${KILLS} times`, { timeout: 300_000 }, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const child = spawn(process.execPath, [writer, library.articles, library.cache, String(FILES)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      // A moment that is as likely in any part of what it does.
      await setTimeout(Math.random() * 60);
      child.kill('SIGKILL');
      await once(child, 'close');

      const index = LibraryIndex.open(library.options);
      expect(() => index.search(parseQuery('prix '))).not.toThrow();
      await refresh(index, library.options);
      for (let i = 0; i < FILES; i += 1) {
        const text = readFileSync(join(library.articles, `${i}.md`), 'utf8');
        const token = /Jeton\w+/.exec(text)?.[0];
        if (token) expect(idsFound(index, `"${token}"`)).toEqual([String(i)]);
      }
      index.close();
      const again = LibraryIndex.open(library.options);
      expect(again.isFresh()).toBe(true);
      again.close();
    }
  });
});
