import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, it } from 'vitest';
import { isBinary, temporaryFolder } from '../support/home.ts';
import { type RunOptions, run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** Commands that fill the cache with code, documents and an index, by the command word in the names of code files. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  list: ['list'],
  show: ['show', 'bienvenue'],
  search: ['search', 'prix juste'],
};

const cacheAt = (home: string): string => join(home, 'cache/kiosque');
const codeAt = (home: string): string => join(cacheAt(home), 'code');

/** The files in a folder and its subfolders. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const contents = (folder: string): Map<string, Buffer> =>
  new Map(filesIn(folder).map((path) => [relative(folder, path), readFileSync(path)]));

/** The modification time of each file. */
const timesIn = (folder: string): number[] => filesIn(folder).map((path) => statSync(path).mtimeMs);

/** The output of a command, which must succeed. */
async function output(command: readonly string[], options: RunOptions): Promise<string> {
  const { code, signal, stdout, stderr } = await run(command, options);
  expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
  return stdout;
}

/** Home folders that are prepared once and copied: one with a full cache, one with altered code in its cache. */
const prepared = mkdtempSync(join(tmpdir(), 'kiosque-test-'));
const template = join(prepared, 'whole');
afterAll(() => rmSync(prepared, { recursive: true }));
/** The output of each command. */
const expected = new Map<string, string>();

/** The files of a full cache, by their paths. */
async function wholeCache(): Promise<Map<string, Buffer>> {
  if (expected.size === 0) {
    mkdirSync(template);
    for (const [name, command] of Object.entries(COMMANDS)) {
      expected.set(name, await output(command, { home: template }));
      // An article that was shown twice is kept as a page.
      expect(await output(command, { home: template })).toBe(expected.get(name));
    }
  }
  return contents(cacheAt(template));
}

/** A new home folder with a copy of another's cache. */
function copyOf(home: string): string {
  const copy = temporaryFolder();
  cpSync(cacheAt(home), cacheAt(copy), { recursive: true });
  return copy;
}

/** Removes the pages that are kept, which are preferred to the documents that they were made of. */
function removePages(home: string): void {
  const pages = filesIn(join(cacheAt(home), 'documents')).filter((path) => path.endsWith('.txt'));
  for (const path of pages) rmSync(path);
}

// The executable holds its compiled code.
describe.skipIf(isBinary)('the cache of compiled code', () => {
  it('is written by the first run only', async () => {
    const home = temporaryFolder();
    const first = await output(['list'], { home });
    const written = contents(codeAt(home));
    expect(written.size).toBeGreaterThan(0);
    for (const name of written.keys()) expect(name).toContain(process.version);
    const before = timesIn(codeAt(home));
    expect(await output(['list'], { home })).toBe(first);
    expect(timesIn(codeAt(home))).toEqual(before);
  });

  it('drops files of other builds and leftovers of interrupted writes', async () => {
    const home = temporaryFolder();
    mkdirSync(codeAt(home), { recursive: true, mode: 0o700 });
    await output(['list'], { home });
    const written = [...contents(codeAt(home)).keys()];
    writeFileSync(join(codeAt(home), 'v20.20.0-x64-ancient-list-start.js'), 'x');
    writeFileSync(join(codeAt(home), `${written[0]}.99999.tmp`), 'x');
    writeFileSync(join(codeAt(home), written[0]!), '');
    await output(['list'], { home });
    expect([...contents(codeAt(home)).keys()]).toEqual(written);
  });

  it('can be deleted while the program runs', async () => {
    const home = temporaryFolder();
    const first = await output(['list'], { home });
    const preload = join(home, 'delete.cjs');
    writeFileSync(
      preload,
      `setImmediate(() => require('fs').rmSync(process.env.XDG_CACHE_HOME, { recursive: true }));`,
    );
    expect(await output(['list'], { home, env: { NODE_OPTIONS: `--require=${preload}` } })).toBe(first);
    expect(existsSync(cacheAt(home))).toBe(false);
  });

  it.each(['a file', 'read-only'])('is skipped if its folder is %s', async (obstacle) => {
    const home = temporaryFolder();
    const cache = join(home, 'cache');
    if (obstacle === 'a file') writeFileSync(cache, '');
    else mkdirSync(cache, { mode: 0o500 });
    expect(await output(['list'], { home })).toBe(await output(['list'], { home: temporaryFolder() }));
    if (obstacle === 'read-only') chmodSync(cache, 0o700);
  });

  it('is neither read nor written with KIOSQUE_NO_CACHE, nor is the rest of the cache', async () => {
    const home = temporaryFolder();
    const env = { KIOSQUE_NO_CACHE: '1' };
    for (const command of Object.values(COMMANDS)) await output(command, { home, env });
    expect(existsSync(cacheAt(home))).toBe(false);
    const { home: altered } = await homeWithAlteredCode();
    expect(await missing({ home: altered })).toContain('NO SUCH');
    expect(await missing({ home: altered, env })).toContain('no such');
  });
});

describe.skipIf(isBinary)('a run that was killed while its cached code started', () => {
  const markIn = (home: string): string | undefined =>
    readdirSync(codeAt(home)).find((name) => name.endsWith('starting'));
  /** A home folder whose cache was written by a run of `list`. */
  const homeAfterList = async (): Promise<string> => {
    const home = temporaryFolder();
    await output(['list'], { home });
    return home;
  };
  const markPath = (home: string): string =>
    join(codeAt(home), readdirSync(codeAt(home))[0]!.replace(/-list-.*/, '-list-starting'));
  const setMark = (home: string, process: string | number): string => {
    const mark = markPath(home);
    symlinkSync(String(process), mark);
    return mark;
  };

  it('makes the next run compile the code again', async () => {
    const home = await homeAfterList();
    const preload = join(home, 'die.cjs');
    writeFileSync(preload, `setImmediate(() => process.kill(process.pid, 'SIGKILL'));`);
    const env = { NODE_OPTIONS: `--require=${preload}` };
    expect(await run(['list'], { home, env })).toMatchObject({ signal: 'SIGKILL' });
    expect(markIn(home)).toBeDefined();
    const before = timesIn(codeAt(home));
    await output(['list'], { home });
    expect(timesIn(codeAt(home))).not.toEqual(before);
    expect(markIn(home)).toBeUndefined();
  });

  it('is not confused with a run that is still starting', async () => {
    const home = await homeAfterList();
    const mark = setMark(home, process.pid);
    const before = timesIn(codeAt(home));
    await output(['list'], { home });
    expect(timesIn(codeAt(home))).toEqual(before);
    expect(lstatSync(mark).isSymbolicLink()).toBe(true);
  });

  it.each([
    ['is of a running process but too old', (home: string) => lutimesSync(setMark(home, process.pid), 1, 1)],
    ['names no process', (home: string) => setMark(home, 'x')],
    ['is a folder', (home: string) => mkdirSync(markPath(home))],
  ])('is assumed if the start mark %s', async (_, mark) => {
    const home = await homeAfterList();
    mark(home);
    await output(['list'], { home });
    expect(markIn(home)).toBeUndefined();
  });

  it('is not assumed after a run that was killed later', async () => {
    const home = temporaryFolder();
    const first = openTerminal({ home });
    await first.waitFor('Welcome');
    first.type('q');
    await first.exited;
    const terminal = openTerminal({ home });
    await terminal.waitFor('Welcome');
    await expect.poll(() => markIn(home), { timeout: 5000 }).toBeUndefined();
    terminal.signal('SIGKILL');
    await terminal.exited;
    expect(markIn(home)).toBeUndefined();
  });

  it('is not assumed of a reader that is open for long, which loads more code after its start', async () => {
    const home = temporaryFolder();
    const first = openTerminal({ home });
    const hasInk = (): boolean =>
      existsSync(codeAt(home)) && readdirSync(codeAt(home)).some((name) => name.includes('-ink-'));
    first.type('j');
    await expect.poll(hasInk, { timeout: 10_000 }).toBe(true);
    first.type('q');
    await first.exited;
    const [preload, read] = [join(home, 'tell.cjs'), join(home, 'read')];
    writeFileSync(
      preload,
      `const fs = require('node:fs');
      const { readFileSync } = fs;
      fs.readFileSync = (path, ...rest) => {
        if (/ink-[^/]*$/.test(path)) fs.writeFileSync(${JSON.stringify(read)}, '');
        return readFileSync(path, ...rest);
      };`,
    );
    openTerminal({ home, env: { NODE_OPTIONS: `--require=${preload}` } }).type('j');
    await expect.poll(() => existsSync(read), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => markIn(home), { timeout: 5000 }).toBeUndefined();
  });
});

it.skipIf(isBinary)(
  'has code that the next reader accepts, though a long text changes when garbage is collected',
  async () => {
    const home = temporaryFolder();
    const [preload, log, long] = ['tell.cjs', 'rejected', 'long.md'].map((name) => join(home, name));
    writeFileSync(long!, 'Mot après mot.\n\n'.repeat(80_000));
    writeFileSync(
      preload!,
      `const vm = require('node:vm');
    vm.Script = class extends vm.Script {
      constructor(source, options) {
        super(source, options);
        const { cachedDataRejected = 'none' } = this;
        require('node:fs').appendFileSync(${JSON.stringify(log)}, cachedDataRejected + '\\n');
      }
    };`,
    );
    for (const env of [{}, { NODE_OPTIONS: `--require=${preload}` }]) {
      const terminal = openTerminal({ home, args: [long!], env });
      await terminal.waitFor('Mot après');
      terminal.type('q');
      await terminal.exited;
    }
    expect(new Set(readFileSync(log!, 'utf8').trim().split('\n'))).toEqual(new Set(['false']));
  },
);

describe('damage to any file of the cache', () => {
  /** The command that reads a file of the cache. */
  const commandFor = (path: string): string => {
    if (path.startsWith('code/')) return /-(list|show|search)-/.exec(path)![1]!;
    return path.startsWith('documents/') ? 'show' : 'search';
  };

  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[Math.floor(at * (bytes.length - 1))]! ^= 0x10;
    return copy;
  };
  const middleOf = (bytes: Buffer): Buffer =>
    Buffer.from(bytes).fill(0, bytes.length >> 2, Math.min((bytes.length >> 2) + 4096, bytes.length));

  /** The content of a damaged file, by the damage; `other` is the content of another file of the same kind. */
  const DAMAGES: Readonly<Record<string, (bytes: Buffer, other: Buffer) => Buffer>> = {
    'is empty': () => Buffer.alloc(0),
    'has lost its last byte': (bytes) => bytes.subarray(0, -1),
    'is half as long': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'is zero': (bytes) => Buffer.alloc(bytes.length),
    'has lost a block': middleOf,
    'has another first byte': (bytes) => flipped(bytes, 0),
    'has another byte in its first half': (bytes) => flipped(bytes, 0.3),
    'has another byte in its second half': (bytes) => flipped(bytes, 0.8),
    'has another last byte': (bytes) => flipped(bytes, 1),
    'is longer by a byte': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    'has the content of another': (_, other) => other,
    'is of another version': (bytes) =>
      Buffer.from(
        bytes
          .toString('latin1')
          .replaceAll(process.version, process.version.replace(/.$/, 'x'))
          .replace(/^kiosque-index \d+/, 'kiosque-index 1'),
        'latin1',
      ),
  };

  it.each(Object.keys(DAMAGES))('does not change the output: each %s', async (kind) => {
    const whole = await wholeCache();
    for (const [path, bytes] of whole) {
      const [folder] = path.split('/');
      const others = [...whole].filter(([other]) => other !== path && other.startsWith(folder!));
      const home = copyOf(template);
      // The modules that parse and index are loaded only if documents and index are missing.
      if (folder === 'code' && !path.endsWith('start.js'))
        for (const name of ['documents', 'index']) rmSync(join(cacheAt(home), name), { recursive: true });
      if (path.endsWith('.json')) removePages(home);
      const damaged = DAMAGES[kind]!(bytes, others[0]?.[1] ?? bytes);
      writeFileSync(join(cacheAt(home), path), damaged);
      const name = commandFor(path);
      expect(await output(COMMANDS[name]!, { home }), path).toBe(expected.get(name));
      if (path.startsWith('code/') && !damaged.equals(bytes)) {
        expect(readFileSync(join(cacheAt(home), path)).equals(damaged), `${path} is written again`).toBe(
          false,
        );
      }
    }
  });

  it('does not change the output: each is a FIFO', async () => {
    for (const path of (await wholeCache()).keys()) {
      const home = copyOf(template);
      rmSync(join(cacheAt(home), path));
      execFileSync('mkfifo', [join(cacheAt(home), path)]);
      const name = commandFor(path);
      expect(await output(COMMANDS[name]!, { home }), path).toBe(expected.get(name));
    }
  });

  it('does not prevent the reader from starting', async () => {
    const home = temporaryFolder();
    const start = async (): Promise<void> => {
      const terminal = openTerminal({ home, columns: 100 });
      await terminal.waitFor('Welcome to Kiosque');
      terminal.type('q');
      expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
    };
    await start();
    for (const path of filesIn(cacheAt(home))) writeFileSync(path, flipped(readFileSync(path), 0.3));
    await start();
    await start();
  });
});

describe('a cache that another user can write to', () => {
  const isRoot = process.geteuid?.() === 0;
  const OTHER = 12_345;

  /** Ways to make a folder or a file unsafe, and whether they need root. */
  const WAYS = [
    ['is writable by all users', (path: string) => chmodSync(path, 0o707), false],
    ['is writable by its group', (path: string) => chmodSync(path, 0o770), false],
    ['belongs to another user', (path: string) => chownSync(path, OTHER, OTHER), true],
  ] as const;
  const cases = WAYS.flatMap(([way, make, needsRoot]) =>
    ['.', 'code', 'a file'].map((place) => ({ way, make, place, needsRoot })),
  );

  it.skipIf(isBinary).for(cases)(
    'is not a source of code if $place $way',
    async ({ make, place, needsRoot }, { skip }) => {
      if (needsRoot && !isRoot) skip('needs root');
      const { home, file } = await homeWithAlteredCode();
      // The altered code runs as long as its cache is safe; otherwise the test would prove nothing.
      expect(await missing({ home })).toContain('NO SUCH');
      make(place === 'a file' ? file : join(cacheAt(home), place));
      const before = timesIn(codeAt(home));
      expect(await missing({ home })).toContain('no such');
      if (place === 'a file') expect(await missing({ home })).toContain('no such');
      else expect(timesIn(codeAt(home))).toEqual(before);
    },
  );

  const documentCases = cases
    .filter(({ place }) => place !== 'code')
    .flatMap((each) => ['json', 'txt'].map((suffix) => ({ ...each, suffix })));

  it.for(documentCases)(
    'is not a source of documents (.$suffix) if $place $way',
    async ({ make, place, needsRoot, suffix }, { skip }) => {
      if (needsRoot && !isRoot) skip('needs root');
      await wholeCache();
      const home = copyOf(template);
      const folder = join(cacheAt(home), 'documents');
      const [file] = filesIn(folder).filter(
        (path) => path.endsWith(suffix) && readFileSync(path, 'utf8').includes('Pour finir'),
      );
      if (suffix === 'json') removePages(home);
      writeFileSync(file!, readFileSync(file!, 'utf8').replaceAll('Pour finir', 'POUR FINIR'));
      expect(await output(COMMANDS.show!, { home })).toContain('POUR FINIR');
      if (suffix === 'json') removePages(home);
      make(place === 'a file' ? file! : join(folder, place));
      expect(await output(COMMANDS.show!, { home })).toBe(expected.get('show'));
    },
  );

  it.for(cases.filter(({ place }) => place !== 'code'))(
    'is not a source of an index if $place $way',
    async ({ make, place, needsRoot }, { skip }) => {
      if (needsRoot && !isRoot) skip('needs root');
      await wholeCache();
      const home = copyOf(template);
      const folder = join(cacheAt(home), 'index');
      const before = timesIn(folder);
      const file = filesIn(folder).find((path) => path.endsWith('.segment'))!;
      make(place === 'a file' ? file : join(folder, place));
      expect(await output(COMMANDS.search!, { home })).toBe(expected.get('search'));
      // An unsafe file is replaced; an unsafe folder is left alone.
      if (place === 'a file') expect(existsSync(file) && timesIn(folder)).not.toEqual(before);
      else expect(timesIn(folder)).toEqual(before);
    },
  );

  it.skipIf(isBinary).each([
    [['list', '--verbose'], {}],
    [['search', '--verbose', 'prix'], {}],
    [['show', '--verbose', '1'], {}],
    [['list'], { KIOSQUE_DEBUG: '1' }],
  ])('is reported by %j with %j', async (given, env) => {
    const home = temporaryFolder();
    expect((await run(given, { home, env })).stderr).toBe('');
    chmodSync(codeAt(home), 0o770);
    const { code, stderr } = await run(given, { home, env });
    expect(code).toBe(0);
    expect(stderr).toBe(`kiosque: cache not used: another user owns ${codeAt(home)} or may write to it\n`);
  });

  it.skipIf(isBinary)('is reported by --verbose if it is a file', async () => {
    const home = temporaryFolder();
    await run(['list'], { home });
    const file = join(codeAt(home), readdirSync(codeAt(home))[0]!);
    chmodSync(file, 0o666);
    const { stderr } = await run(['show', '--verbose', '1'], { home });
    expect(stderr).toContain(`cache not used: another user owns ${file} or may write to it`);
  });
});

/** The error message of `kiosque list` for a folder that does not exist. */
const missing = async (options: RunOptions): Promise<string> =>
  (await run(['list', '--from', '/nowhere'], options)).stderr;

/** A home folder whose cached code prints `NO SUCH` for `no such`: the cache of an altered copy of the program. */
async function homeWithAlteredCode(): Promise<{ readonly home: string; readonly file: string }> {
  const altered = join(prepared, 'altered');
  if (!existsSync(altered)) {
    for (const name of ['bin', 'dist', 'articles', 'package.json']) {
      cpSync(resolve(import.meta.dirname, '../..', name), join(altered, name), { recursive: true });
    }
    const commands = join(altered, 'dist/start.js');
    const text = readFileSync(commands, 'latin1').replaceAll('no such file', 'NO SUCH file');
    writeFileSync(commands, text, 'latin1');
    const program = join(altered, 'bin/kiosque.js');
    await runShell(`"${process.execPath}" "${program}" list --from /nowhere`, { home: altered });
  }
  const home = copyOf(altered);
  return { home, file: filesIn(codeAt(home)).find((path) => path.endsWith('-list-start.js'))! };
}
