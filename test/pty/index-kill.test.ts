import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LibraryIndex } from '../../src/index/library-index.ts';
import { refresh } from '../../src/index/search-library.ts';
import { parseQuery } from '../../src/search/query.ts';
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

/** A writer at work, when it has brought the index up to date for the first time. */
async function startWriter(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [writer, library.articles, library.cache, String(FILES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

/** Ends a process, which may have ended by itself. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** The next start: it never throws, and finds what the files hold, before and after it is opened again. */
async function expectRight(): Promise<void> {
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

describe('a program killed while it writes the index', () => {
  it(`leaves one that the next start makes right, ${KILLS} times`, { timeout: 300_000 }, async () => {
    for (let i = 0; i < KILLS; i += 1) {
      const child = await startWriter();
      // A moment that is as likely in any part of what it does: segments and merges of them.
      await setTimeout(Math.random() * 60);
      await kill(child);
      await expectRight();
    }
  });

  it('does so beside another that writes it too', { timeout: 300_000 }, async () => {
    for (let i = 0; i < 10; i += 1) {
      const children = await Promise.all([startWriter(), startWriter()]);
      for (const child of children) {
        await setTimeout(Math.random() * 60);
        await kill(child);
      }
      await expectRight();
    }
  });

  it('does so while a thread builds it for the first time', { timeout: 300_000 }, async () => {
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
