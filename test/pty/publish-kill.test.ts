import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { POINTER } from '../../src/published/format.ts';
import { temporaryFolder } from '../support/home.ts';
import { bundleProgram, kill, startProgram } from '../support/killable.ts';
import { PublishedLibrary, publishing } from '../support/publishing.ts';
import { run } from '../support/run.ts';
import { TestLibrary } from '../unit/index/folder.ts';

const KILLS = 30;
const FILES = 40;
const library = new TestLibrary();
const publisher = join(library.root, 'publisher.mjs');
const to = join(library.root, 'public');

beforeAll(async () => {
  for (let i = 0; i < FILES; i += 1)
    writeFileSync(join(library.articles, `${i}.md`), `Le prix. Jeton${i}v0.\n`);
  await bundleProgram('publisher.ts', publisher);
  return () => library.clear();
});

/** Checks that a reader finds every file of the state that the pointer names, and of the one before. */
function expectWhole(): void {
  const { pointer } = new PublishedLibrary(to);
  for (const manifest of [pointer.manifest, ...pointer.history.map((earlier) => earlier.manifest)]) {
    const published = new PublishedLibrary(to, manifest);
    for (const file of published.files) published.read(file);
    expect(published.articles).toHaveLength(FILES);
    for (const article of published.articles)
      expect(published.textOf(article).body.source).toContain('Jeton');
  }
}

describe('a publisher killed at any moment', () => {
  it(`leaves a whole library, to which the next one publishes (${KILLS} kills)`, {
    timeout: 300_000,
  }, async () => {
    for (let i = 0; i < KILLS; i += 1) {
      const child = await startProgram(publisher, library.articles, library.cache, to, String(FILES));
      // A random delay, so that kills fall on writes of files, on the pointer and on removals alike.
      await setTimeout(Math.random() * 120);
      await kill(child);
      expectWhole();
    }
    await publishing([library.articles], to, { cache: library.cache, keep: 0 });
    const published = new PublishedLibrary(to);
    for (const article of published.articles)
      expect(published.textOf(article).body.source).toBe(
        readFileSync(join(library.articles, article.path), 'utf8'),
      );
    const left = readdirSync(to, { recursive: true, encoding: 'utf8' });
    expect(left.filter((name) => name.includes('.tmp') || name.endsWith('lock'))).toEqual([]);
  });
});

describe('a disk', () => {
  /** A disk of 256 kB, which only root can have. */
  function smallDisk(options: string): string | undefined {
    const path = temporaryFolder();
    const isMounted =
      getuid?.() === 0 &&
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=256k,${options}`, 'tmpfs', path]).status === 0;
    if (!isMounted) return undefined;
    onTestFinished(() => void spawnSync('umount', [path]));
    return path;
  }

  it('that is full leaves the library as it was, and a message', async ({ skip }) => {
    const disk = smallDisk('') ?? skip();
    const articles = temporaryFolder();
    writeFileSync(join(articles, 'tides.md'), 'The tide.');
    const folder = join(disk, 'public');
    expect(await run(['publish', articles, '--to', folder])).toMatchObject({ code: 0 });
    writeFileSync(
      join(articles, 'noise.md'),
      Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 65_521).join(' '),
    );
    const { code, stderr } = await run(['publish', articles, '--to', folder]);
    expect(stderr).toMatch(
      /^kiosque: cannot publish in .*: no space left on device; what was published before is unchanged\n$/,
    );
    expect(code).toBe(2);
    const published = new PublishedLibrary(folder);
    for (const file of published.files) published.read(file);
    expect(published.articles.map(({ id }) => id)).toEqual(['tides']);
    rmSync(join(articles, 'noise.md'));
    expect(await run(['publish', articles, '--to', folder])).toMatchObject({ code: 0, stderr: '' });
  });

  it('that is read-only is told', async ({ skip }) => {
    const disk = smallDisk('') ?? skip();
    expect(spawnSync('mount', ['-o', 'remount,ro', disk]).status).toBe(0);
    const articles = temporaryFolder();
    writeFileSync(join(articles, 'tides.md'), 'The tide.');
    const { code, stderr } = await run(['publish', articles, '--to', join(disk, 'public')]);
    expect(stderr).toMatch(/^kiosque: cannot publish in .*: read-only file system; what was published/);
    expect(code).toBe(2);
  });
});

describe('kiosque publish', () => {
  it('publishes what is named, and says what is wrong', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'articles'));
    writeFileSync(join(home, 'articles/tides.md'), 'The tide.');
    const at = { home, cwd: home };
    const first = await run(['publish', 'articles', '--to', 'public', '--title', 'Sea'], at);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^1 article published in public: [\d.]+\s.?B\nnew: 6 files, [\d.]+\s.?B\n$/);
    const trial = await run(
      ['publish', '--dry-run', '--keep=0', '--lang', 'fr', '-f', 'articles', '--to', 'public'],
      at,
    );
    expect(trial.stdout).toContain('1 article serait publié dans public');
    expect(await run(['publish', 'articles'], at)).toMatchObject({
      code: 2,
      stderr: 'kiosque: no folder to publish in; usage: kiosque publish PATH… --to FOLDER\n',
    });
    expect(await run(['publish', '--to', 'other'], at)).toMatchObject({
      code: 2,
      stderr: 'kiosque: nothing to publish; usage: kiosque publish PATH… --to FOLDER\n',
    });
    expect(existsSync(join(home, 'other'))).toBe(false);
    expect(await run(['publish', 'nowhere.md', '--to', 'other'], at)).toMatchObject({ code: 2 });
    expect(await run(['publish', 'articles', '--to', 'articles'], at)).toMatchObject({ code: 2 });
    expect(await run(['publish', 'https://example.org/a/', '--to', 'other'], at)).toMatchObject({
      code: 2,
      stderr: 'kiosque: only files and folders can be published, not an address: https://example.org/a/\n',
    });
    expect(readdirSync(join(home, 'articles'))).toEqual(['tides.md']);
    expect(JSON.parse(readFileSync(join(home, 'public', POINTER), 'utf8'))).toMatchObject({ title: 'Sea' });
  });
});
