import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../src/index/library-index.ts';
import { refresh } from '../../src/index/search-library.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { environmentAt, PROGRAM, temporaryFolder } from '../support/home.ts';
import { bundleProgram, kill, startProgram } from '../support/killable.ts';
import { run } from '../support/run.ts';
import { idsFound, TestLibrary } from '../unit/index/folder.ts';

const KILLS = 50;
const FILES = 40;
const library = new TestLibrary();
const writer = join(library.root, 'writer.mjs');

beforeAll(async () => {
  for (let i = 0; i < FILES; i += 1)
    writeFileSync(join(library.articles, `${i}.md`), `Le prix. Jeton${i}v0.\n`);
  await bundleProgram('index-writer.ts', writer);
});
afterAll(() => library.clear());

/** Checks the next start: it opens and searches the index without an error, and updates it to the present files. */
async function expectRight(): Promise<void> {
  const index = new LibraryIndex(library.options);
  expect(() => index.search(parseQuery('prix '))).not.toThrow();
  await refresh(index, library.options);
  for (let i = 0; i < FILES; i += 1) {
    const text = readFileSync(join(library.articles, `${i}.md`), 'utf8');
    const token = /Jeton\w+/.exec(text)?.[0];
    if (token) expect(idsFound(index, `"${token}"`)).toEqual([String(i)]);
  }
  index.close();
  const again = new LibraryIndex(library.options);
  expect(again.isFresh()).toBe(true);
  again.close();
}

describe('a program killed while it writes the index', () => {
  it(`leaves an index that the next start repairs (${KILLS} kills)`, { timeout: 300_000 }, async () => {
    for (let i = 0; i < KILLS; i += 1) {
      const child = await startProgram(writer, library.articles, library.cache, String(FILES));
      // A random delay, so that kills fall on writes of segments and on merges alike.
      await setTimeout(Math.random() * 60);
      await kill(child);
      await expectRight();
    }
  });

  it('leaves a repairable index if a second program writes it too', { timeout: 300_000 }, async () => {
    for (let i = 0; i < 10; i += 1) {
      const children = await Promise.all([
        startProgram(writer, library.articles, library.cache, String(FILES)),
        startProgram(writer, library.articles, library.cache, String(FILES)),
      ]);
      for (const child of children) {
        await setTimeout(Math.random() * 60);
        await kill(child);
      }
      await expectRight();
    }
  });

  it('leaves a repairable index if a worker thread was building it', { timeout: 300_000 }, async () => {
    const path = join(temporaryFolder(), 'many');
    mkdirSync(path);
    for (let i = 0; i < 1500; i += 1)
      writeFileSync(join(path, `n${i}.md`), `# Note ${i}\n\nMot${i} commun.\n`);
    const home = temporaryFolder();
    const args = [PROGRAM, 'search', '-f', path, 'mot1499'];
    for (let i = 0; i < 10; i += 1) {
      const child = spawn(process.execPath, args, { env: environmentAt(home), stdio: 'ignore' });
      await setTimeout(Math.random() * 1000);
      await kill(child);
    }
    expect((await run(args.slice(1), { home })).stdout).toMatch(/^n1499\t/);
  });
});
