import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../src/index/library-index.ts';
import { refresh } from '../../src/index/search-library.ts';
import { parseQuery } from '../../src/search/parse-query.ts';
import { environmentAt, PROGRAM, temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
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

/** Starts a writer and waits until it has brought the index up to date for the first time. */
async function startWriter(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [writer, library.articles, library.cache, String(FILES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Kills a process, unless it has ended by itself, and waits for its end. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

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
      const child = await startWriter();
      // A random delay, so that kills fall on writes of segments and on merges alike.
      await setTimeout(Math.random() * 60);
      await kill(child);
      await expectRight();
    }
  });

  it('leaves a repairable index if a second program writes it too', { timeout: 300_000 }, async () => {
    for (let i = 0; i < 10; i += 1) {
      const children = await Promise.all([startWriter(), startWriter()]);
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
