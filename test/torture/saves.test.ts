import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { createInterface } from 'node:readline';
import { buildSync } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type MemoryProblem, openMemory } from '../../src/memory/memory.ts';
import { environmentAt, PROGRAM, temporaryFolder } from '../support/home.ts';
import { folder, TEXTS } from '../support/orchard.ts';
import { randomFrom } from '../support/random.ts';
import { openTerminal } from '../support/terminal.ts';
import { isWhole, Tally } from './support/tries.ts';

const isRoot = getuid?.() === 0;
/** Some user who is not root. */
const NOBODY = 65_534;

/** A program that saves marks one after the other and reports each, in a file of its own. */
function writerProgram(): string {
  const outfile = join(temporaryFolder(), 'writer.mjs');
  const options = { bundle: true, platform: 'node', format: 'esm', outfile } as const;
  buildSync({ entryPoints: ['test/unit/memory/writer.ts'], ...options });
  return outfile;
}

/** The articles in a memory file, read as the next start reads it, and what is wrong with it. */
async function remembered(
  directory: string,
): Promise<{ articles: ReadonlySet<string>; problems: MemoryProblem[] }> {
  const problems: MemoryProblem[] = [];
  const memory = await openMemory({
    directory,
    now: Date.now,
    onProblem: (problem) => problems.push(problem),
  });
  return { articles: new Set(memory.articles.keys()), problems };
}

describe('what is saved', () => {
  it.each([1, 2, 5])('survives kills at random moments of %i instances', async (instances) => {
    const tally = new Tally(`kills of ${instances} instances`);
    onTestFinished(() => tally.report());
    const [directory, program, random] = [temporaryFolder(), writerProgram(), randomFrom(instances)];
    const reported = new Set<string>();
    const kills = isWhole ? 40 : 4;
    /** Runs a writer and kills it a random time after one of its saves. */
    const live = async (name: string): Promise<void> => {
      const child: ChildProcess = spawn(process.execPath, [program, directory, name, '400']);
      const closed = once(child, 'close');
      const wanted = 1 + random(8);
      for await (const line of createInterface({ input: child.stdout! })) {
        const saved = /^saved (\d+)$/.exec(line)?.[1];
        if (saved === undefined) tally.try(name, line);
        else if (reported.add(`${name}-${saved}`).size && Number(saved) === wanted) {
          setTimeout(() => child.kill('SIGKILL'), random(6));
        }
      }
      await closed;
    };
    await Promise.all(
      Array.from({ length: instances }, async (_, instance) => {
        for (let kill = 0; kill < kills; kill++) await live(`a${instance}b${kill}`);
      }),
    );
    const { articles, problems } = await remembered(directory);
    tally.tries += kills * instances;
    tally.failures.push(
      ...[...reported].filter((name) => !articles.has(name)).map((name) => `${name} is lost`),
    );
    tally.failures.push(...problems.map(({ kind }) => kind));
    expect(tally.failures).toEqual([]);
  });

  it('holds the stars of five readers that run at a time', async () => {
    const tally = new Tally('five readers');
    onTestFinished(() => tally.report());
    const names = Array.from({ length: isWhole ? 25 : 5 }, (_, number) => `note-${number}`);
    const articles = folder(Object.fromEntries(names.map((name) => [`${name}.md`, `# ${name}\n\nText.\n`])));
    const home = temporaryFolder();
    for (let first = 0; first < names.length; first += 5) {
      await Promise.all(
        names.slice(first, first + 5).map(async (name) => {
          const terminal = openTerminal({ args: [join(articles, `${name}.md`)], home });
          await terminal.waitFor('READ');
          terminal.type('*q');
          expect((await terminal.exited).code).toBe(0);
        }),
      );
    }
    const memory = await openMemory({ directory: join(home, 'state/kiosque'), now: Date.now });
    const starred = [...memory.articles].filter(([, { starred }]) => starred);
    tally.tries = names.length;
    if (starred.length !== names.length) tally.failures.push(`${starred.length} stars`);
    expect(tally.failures).toEqual([]);
  });

  it('is set aside when it is damaged, and saving goes on', async () => {
    const tally = new Tally('damage');
    onTestFinished(() => tally.report());
    const random = randomFrom(3);
    for (let attempt = 0; attempt < (isWhole ? 3000 : 80); attempt++) {
      const directory = temporaryFolder();
      const path = join(directory, 'memory.json');
      const memory = await openMemory({ directory, now: Date.now });
      memory.update('a', { starred: true });
      await memory.save();
      const damaged = damage(readFileSync(path), random);
      writeFileSync(path, damaged);
      const { problems } = await remembered(directory);
      const after = await openMemory({ directory, now: Date.now });
      after.update('b', { starred: true });
      await after.save();
      const { articles } = await remembered(directory);
      const kind = problems[0]?.kind;
      const isAside = readdirSync(directory).length > 1;
      // A file of a later version is left alone.
      const isRight =
        kind === 'newer' ? !articles.has('b') : articles.has('b') && isAside === (kind === 'damaged');
      tally.try(damaged.toString(), isRight ? undefined : `${kind}, ${[...articles].join()}`);
      rmSync(directory, { recursive: true });
    }
    expect(tally.failures).toEqual([]);
  });
});

/** A file that was cut, zeroed, changed in a byte, doubled, or replaced by other bytes. */
function damage(file: Buffer, random: (bound: number) => number): Buffer {
  const at = random(file.length);
  switch (random(5)) {
    case 0:
      return file.subarray(0, at);
    case 1:
      return Buffer.from(file).fill(0, at, Math.min(file.length, at + 1 + random(20)));
    case 2: {
      const changed = Buffer.from(file);
      changed[at]! ^= 1 << random(8);
      return changed;
    }
    case 3:
      return Buffer.concat([file.subarray(0, at), file]);
    default:
      return Buffer.from(Array.from({ length: at }, () => random(256)));
  }
}

/** A disk of 64 kB; undefined if this user may not mount one. */
function smallDisk(): string | undefined {
  const path = temporaryFolder();
  const isMounted =
    isRoot && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]).status === 0;
  if (!isMounted) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', path]));
  return path;
}

function fill(disk: string): void {
  try {
    writeFileSync(join(disk, 'full'), Buffer.alloc(1 << 20));
  } catch {
    // As much as fits is written.
  }
}

describe('a disk that cannot be written', () => {
  it('costs the marks of this session when it is full, not those before', async ({ skip }) => {
    const disk = smallDisk();
    if (disk === undefined) return skip('only root may mount a small disk');
    const articles = folder();
    const env = { XDG_STATE_HOME: disk, XDG_CACHE_HOME: disk };
    const star = async (key: string): Promise<string> => {
      const terminal = openTerminal({ args: [articles], env, columns: 120 });
      await terminal.waitFor('3 articles');
      terminal.type(key);
      await terminal.waitFor(/★/);
      terminal.type('q');
      expect((await terminal.exited).code).toBe(0);
      return terminal.output;
    };
    await star('*');
    const path = join(disk, 'kiosque/memory.json');
    const before = readFileSync(path, 'utf8');
    fill(disk);
    await star('j*');
    const after = readFileSync(path, 'utf8');
    // The new file may have had room.
    if (after !== before) expect(JSON.parse(after).articles).toMatchObject(JSON.parse(before).articles);
    for (const args of [['list'], ['search', 'apple'], ['show', 'apples']]) {
      const { status, stderr } = spawnSync(process.execPath, [PROGRAM, ...args, '-f', articles], {
        env: environmentAt(temporaryFolder(), env),
        encoding: 'utf8',
      });
      expect([args, status, stderr]).toEqual([args, 0, '']);
    }
  });

  it('lets a user read who owns none of the folders', () => {
    const home = temporaryFolder();
    const articles = join(home, 'articles');
    const paths = Object.keys(TEXTS).map((name) => join(articles, name));
    mkdirSync(articles);
    for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(articles, name), text);
    const env = environmentAt(home);
    for (const path of [home, articles, ...paths]) {
      chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
      if (isRoot) chownSync(path, 0, 0);
    }
    for (const args of [['list'], ['search', 'apple'], ['show', 'apples'], ['show', 'pears', '--json']]) {
      const { status, stderr, stdout } = spawnSync(process.execPath, [PROGRAM, ...args, '-f', articles], {
        env,
        encoding: 'utf8',
        // Root may write anywhere.
        ...(isRoot && { uid: NOBODY, gid: NOBODY }),
      });
      expect([args, status, stderr]).toEqual([args, 0, '']);
      expect(stdout).not.toBe('');
    }
    chmodSync(home, 0o755);
    chmodSync(articles, 0o755);
  });
});
