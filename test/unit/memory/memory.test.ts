import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { missingFiles } from '../../../src/memory/key.ts';
import { type Memory, type MemoryProblem, openMemory } from '../../../src/memory/memory.ts';
import { findRenamed } from '../../../src/memory/renamed.ts';
import { article } from '../../support/articles.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'kiosque-memory-'));
  file = join(directory, 'memory.json');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

let clock = 1000;
const problems: MemoryProblem[] = [];
const open = (folder: string | undefined = directory): Promise<Memory> => {
  problems.length = 0;
  return openMemory({
    directory: folder,
    now: () => clock++,
    onProblem: (problem) => problems.push(problem),
  });
};
const place = { at: 120, words: 'un partenariat commence', progress: 0.4 };

describe('Memory', () => {
  it('restores what was saved', async () => {
    const memory = await open();
    memory.update('a', { place });
    memory.update('a', { starred: true });
    memory.update('b', { read: true });
    memory.set('theme', 'dark');
    memory.setSearch('clients');
    await memory.save();
    const again = await open();
    expect(again.articles.get('a')).toMatchObject({ place, starred: true });
    expect(again.articles.get('b')).toMatchObject({ read: true });
    expect(again.settings.get('theme')).toBe('dark');
    expect(again.search).toBe('clients');
    expect(again.lastRead).toBe('a');
    expect(readdirSync(directory)).toEqual(['memory.json']);
  });

  it('removes marks', async () => {
    const memory = await open();
    memory.update('a', { starred: true, read: true, place });
    await memory.save();
    memory.update('a', { starred: false, place: undefined });
    await memory.save();
    expect((await open()).articles.get('a')).toMatchObject({ read: true });
    expect((await open()).articles.get('a')).not.toHaveProperty('starred');
    expect((await open()).articles.get('a')).not.toHaveProperty('place');
  });

  it('keeps when an article was first and last read, and finished', async () => {
    const memory = await open();
    const start = clock;
    memory.update('a', { starred: true });
    memory.update('a', { place });
    memory.update('a', { place: { ...place, at: 200 } });
    await memory.save();
    memory.update('a', { place });
    memory.update('a', { read: true });
    memory.update('a', { starred: false });
    expect(memory.articles.get('a')).toMatchObject({
      firstRead: start + 1,
      lastRead: start + 3,
      finished: start + 4,
      seen: start + 5,
    });
    await memory.save();
    const again = await open();
    expect(again.articles.get('a')).toEqual(memory.articles.get('a'));
    again.update('a', { read: false });
    await again.save();
    const record = (await open()).articles.get('a');
    expect(record).toMatchObject({ firstRead: start + 1, lastRead: start + 3 });
    expect(record).not.toHaveProperty('finished');
  });

  it('keeps the times of an article under its new name', async () => {
    const memory = await open();
    memory.update('a', { place, read: true });
    const { firstRead, lastRead, finished } = memory.articles.get('a')!;
    memory.rename('a', 'b');
    expect(memory.articles.get('b')).toMatchObject({ firstRead, lastRead, finished });
    memory.update('b', { place });
    expect(memory.articles.get('b')!.lastRead).toBeGreaterThan(lastRead!);
    await memory.save();
    expect((await open()).articles.get('b')).toMatchObject({ firstRead, finished });
  });

  it('ignores times that no date can have', async () => {
    writeFileSync(
      file,
      '{"version":2,"articles":{"a":{"read":true,"firstRead":1e300,"lastRead":"x","finished":5}}}',
    );
    const record = (await open()).articles.get('a');
    expect(record).toEqual({ read: true, finished: 5, seen: 0 });
  });

  it('merges with what another instance has saved, and adopts it', async () => {
    const [one, two] = [await open(), await open()];
    one.update('a', { starred: true });
    two.update('a', { place });
    two.update('b', { read: true });
    await one.save();
    await two.save();
    expect((await open()).articles.get('a')).toMatchObject({ starred: true, place });
    expect(two.articles.get('a')).toMatchObject({ starred: true, place });
    expect(one.articles.has('b')).toBe(false);
    await one.reload();
    expect(one.articles.has('b')).toBe(true);
  });

  it('keeps changes made while it saves', async () => {
    const memory = await open();
    memory.update('a', { read: true });
    const saving = memory.save();
    memory.update('b', { read: true });
    await saving;
    expect(memory.articles.has('b')).toBe(true);
    await memory.save();
    expect([...(await open()).articles.keys()]).toEqual(['a', 'b']);
  });

  it.each(['', 'not JSON', '[]', '{"version":"x"}', '{"version":1,"articles":'])(
    'renames a damaged file: %j',
    async (text) => {
      writeFileSync(file, text);
      const memory = await open();
      expect(problems).toEqual([{ kind: 'damaged', path: join(directory, 'memory.damaged.json') }]);
      expect(readFileSync(join(directory, 'memory.damaged.json'), 'utf8')).toBe(text);
      memory.update('a', { read: true });
      await memory.save();
      expect((await open()).articles.size).toBe(1);
      expect(problems).toEqual([]);
    },
  );

  it('keeps 5000 articles of a file with more, the starred among them, and reports it', async () => {
    const records = Array.from({ length: 20_000 }, (_, i) => [
      `${i}`,
      { read: true, starred: i < 3, seen: i },
    ]);
    writeFileSync(file, JSON.stringify({ version: 2, articles: Object.fromEntries(records) }));
    const { articles } = await open();
    expect(problems).toEqual([{ kind: 'crowded', path: file }]);
    expect(articles.size).toBe(5000);
    expect([...articles.keys()].slice(0, 5)).toEqual(['0', '1', '2', '15003', '15004']);
  });

  it('renames a file larger than any that it writes', async () => {
    writeFileSync(file, `{"version":2,"articles":{}}${' '.repeat(9_000_000)}`);
    await open();
    expect(problems).toEqual([{ kind: 'damaged', path: join(directory, 'memory.damaged.json') }]);
  });

  it('ignores invalid records', async () => {
    writeFileSync(
      file,
      `{"version":1,"search":4,"settings":{"theme":{},"measure":66},"articles":{
        "a":1,"b":{"place":{"at":"x"},"starred":"yes"},"__proto__":{"read":true},"c":{"read":true}}}`,
    );
    const memory = await open();
    expect(memory.articles.get('b')).toEqual({ seen: 0 });
    expect(memory.articles.get('c')).toEqual({ read: true, seen: 0 });
    expect([...memory.settings]).toEqual([['measure', 66]]);
    expect(problems).toEqual([]);
  });

  it('leaves the file of a later version alone', async () => {
    const text = '{"version":99,"articles":{}}';
    writeFileSync(file, text);
    const memory = await open();
    memory.update('a', { read: true });
    await memory.save();
    expect(problems).toEqual([{ kind: 'newer', path: file }]);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(memory.articles.has('a')).toBe(true);
  });

  it('goes on if the disk cannot be written to', async () => {
    writeFileSync(join(directory, 'plain'), '');
    const memory = await open(join(directory, 'plain/inside'));
    memory.update('a', { read: true });
    await memory.save();
    await memory.save();
    expect(memory.articles.get('a')).toMatchObject({ read: true });
    expect(problems.filter(({ kind }) => kind === 'unwritable')).toHaveLength(1);
  });

  it('writes nothing without a folder', async () => {
    const memory = await openMemory({ now: () => clock });
    memory.update('a', { read: true });
    await memory.save();
    expect(memory.articles.has('a')).toBe(true);
  });

  it('takes over a stale lock', async () => {
    mkdirSync(`${file}.lock`);
    utimesSync(`${file}.lock`, 1, 1);
    const memory = await openMemory({ directory, now: Date.now });
    memory.update('a', { read: true });
    await memory.save();
    expect((await open()).articles.has('a')).toBe(true);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('removes temporary files of a writer that died', async () => {
    writeFileSync(`${file}.left.tmp`, 'half');
    const memory = await open();
    memory.update('a', { read: true });
    await memory.save();
    expect(readdirSync(directory)).toEqual(['memory.json']);
  });

  it('orders articles by reading, whatever the clock says and whatever else is marked', async () => {
    const memory = await open();
    clock = 4e12;
    memory.update('a', { place });
    await memory.save();
    clock = 1000;
    const later = await open();
    later.update('b', { place });
    later.update('a', { starred: true });
    later.update('c', { read: true });
    expect(later.lastRead).toBe('b');
    await later.save();
    const again = await open();
    expect(again.lastRead).toBe('b');
    again.update('a', { place });
    expect(again.lastRead).toBe('a');
  });

  it('takes the order of earlier versions from the time', async () => {
    const [first, last] = ['a', 'b'].map((words) => ({ at: 1, words, progress: 0.5 }));
    const articles = { a: { place: last, seen: 7 }, b: { place: first, seen: 3 } };
    writeFileSync(file, JSON.stringify({ version: 1, articles }));
    expect((await open()).lastRead).toBe('a');
  });

  it('restores the views of libraries, and forgets the oldest beyond a hundred', async () => {
    const memory = await open();
    const view = { selected: 'a', tag: 'fruit', query: 'pears', order: 'title', reverse: true } as const;
    memory.setView('first', view);
    for (let i = 0; i < 99; i++) memory.setView(`l${i}`, {});
    await memory.save();
    expect((await open()).views.get('first')).toEqual(view);
    memory.setView('one more', {});
    await memory.save();
    expect([...(await open()).views.keys()].slice(0, 1)).toEqual(['l0']);
  });

  it('moves what it knows of an article to its new name', async () => {
    const memory = await open();
    memory.update('a', { place, starred: true, highlights: 2, notes: 1 });
    await memory.save();
    memory.rename('a', 'b');
    await memory.save();
    const { articles } = await open();
    expect([...articles.keys()]).toEqual(['b']);
    expect(articles.get('b')).toMatchObject({ place, starred: true });
  });

  it('knows an article again whose file was renamed', async () => {
    const [before, after] = [join(directory, 'before.md'), join(directory, 'after.md')];
    writeFileSync(before, 'The same text.');
    writeFileSync(join(directory, 'other.md'), 'The sane text.');
    const memory = await open(join(directory, 'state'));
    memory.update(before, { place });
    await memory.save();
    const listed = ['other.md', 'after.md'].map((name) =>
      article(name, { path: join(directory, name), size: 14 }),
    );
    const find = () =>
      findRenamed(missingFiles(memory.articles, [directory]), memory.articles, listed, ({ path }) => path);
    expect(find()).toEqual([]);
    renameSync(before, after);
    expect(find()).toEqual([{ from: before, to: after }]);
    expect(missingFiles(memory.articles, [join(directory, 'state')]).size).toBe(0);
  });

  it('forgets the articles not read for longest, starred ones last', async () => {
    const memory = await open();
    memory.update('starred', { starred: true });
    for (let i = 0; i < 5100; i++) memory.update(`a${i}`, { read: true });
    await memory.save();
    const { articles } = await open();
    expect(articles.size).toBe(5000);
    expect(articles.has('starred')).toBe(true);
    expect(articles.has('a5099')).toBe(true);
    expect(articles.has('a0')).toBe(false);
  });
});

describe('Memory in several processes', () => {
  let built: string;
  let script: string;
  beforeAll(() => {
    built = mkdtempSync(join(tmpdir(), 'kiosque-writer-'));
    script = join(built, 'writer.mjs');
    buildSync({
      entryPoints: ['test/unit/memory/writer.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
    });
  });
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  const write = (
    name: string,
    count: number,
  ): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } => {
    const child = spawn(process.execPath, [script, directory, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return child as ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> };
  };

  it('keeps all marks of two writers', async () => {
    const children = [write('one', 60), write('two', 60)];
    for (const child of children) child.stdout.resume();
    expect(await Promise.all(children.map(async (child) => (await once(child, 'close'))[0]))).toEqual([0, 0]);
    expect((await open()).articles.size).toBe(120);
  });

  it('has a valid file after each of twenty kills, with everything reported as saved', async () => {
    let saved = 0;
    for (let kill = 0; kill < 20; kill++) {
      const child = write(`kill${kill}`, 1000);
      const wanted = 1 + ((kill * 7) % 13);
      let reported = 0;
      for await (const line of createInterface({ input: child.stdout })) {
        if (!line.startsWith('saved')) throw new Error(line);
        if (++reported === wanted) child.kill('SIGKILL');
      }
      saved += reported;
      const { articles } = await open();
      expect(problems).toEqual([]);
      expect(articles.size).toBeGreaterThanOrEqual(saved);
      saved = articles.size;
    }
  });

  it('keeps the old file when the disk is full', async () => {
    const memory = await open();
    for (let i = 0; i < 40; i++) memory.update(`a${i}`, { place });
    await memory.save();
    const before = readFileSync(file);
    // A limit on the size of files fails a write midway, as a full disk does.
    const child = spawn('sh', [
      '-c',
      `ulimit -f 1; exec "$0" "$@"`,
      process.execPath,
      script,
      directory,
      'b',
      '30',
    ]);
    let output = '';
    for await (const chunk of child.stdout) output += String(chunk);
    expect(output).toContain('problem unwritable');
    expect(output).toContain('saved 29');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(directory)).toEqual(['memory.json']);
  });
});
