// Measures search, each figure against a reference on the same articles, in separate processes.
// usage: node bench/search.mjs [--docs N] [--full]      10,000 articles; 100,000 with --full
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { readingText } from '../src/document/parse-document.ts';
import { LibraryIndex } from '../src/index/library-index.ts';
import { readBody } from '../src/library/read-body.ts';
import { parseQuery } from '../src/search/parse-query.ts';
import { relatedTo } from '../src/search/related.ts';
import { documents, keystrokes } from './corpus.ts';

const fold = (term: string): string => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
/** The options of MiniSearch as in its documentation, with the folding of Kiosque. */
const MINI: Options = { fields: ['title', 'tags', 'body'], processTerm: fold };
const MINI_SEARCH = { combineWith: 'AND', prefix: true, fuzzy: 0.2 } as const;
const WORDS = 'partenariat marge';
/** The keystrokes to measure: fewer for a large library, where the reference takes seconds for each. */
const keystrokesFor = (count: number): string[] => keystrokes(count > 20_000 ? 60 : 300);

interface Measure {
  readonly ms?: number;
  readonly mb?: number;
  readonly p50?: number;
  readonly p95?: number;
}

const megabytes = (bytes: number): number => bytes / 1e6;
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const stats = statSync(join(folder, name));
    return sum + (stats.isFile() ? stats.size : 0);
  }, 0);

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function percentiles<T>(inputs: readonly T[], work: (input: T) => void): { p50: number; p95: number } {
  for (const input of inputs.slice(0, 10)) work(input);
  const times = inputs.map((input) => timed(() => work(input))).sort((a, b) => a - b);
  return { p50: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! };
}

const pathOf = (articles: string, id: number): string => join(articles, String(id % 100), `${id}.md`);
const indexOf = (folder: string): LibraryIndex =>
  new LibraryIndex({ paths: [join(folder, 'articles')], cache: join(folder, 'kiosque') });
const loadMini = (folder: string): MiniSearch =>
  MiniSearch.loadJSON(readFileSync(join(folder, 'mini.json'), 'utf8'), MINI);

/** Measurements that run in a process of their own. The folder holds `articles`, `kiosque/index` and `mini.json`. */
const TASKS: Readonly<Record<string, (folder: string, count: number) => Measure | Promise<Measure>>> = {
  open(folder) {
    const ms = timed(() => {
      const index = indexOf(folder);
      const hits = index.search(parseQuery(`${WORDS} `), { limit: 20 });
      for (const hit of hits) index.article(hit.doc);
    });
    return { ms, mb: megabytes(process.memoryUsage().rss) };
  },
  keys(folder, count) {
    const index = indexOf(folder);
    return percentiles(keystrokesFor(count), (query) => index.search(parseQuery(query), { limit: 50 }));
  },
  /** The search for related articles that the reader runs at the end of an article. */
  async related(folder) {
    const index = indexOf(folder);
    const texts = await Promise.all(
      [...index.articles()].slice(0, 60).map(async (each) => ({
        ...each,
        body: readingText(readBody(each), each.title),
      })),
    );
    return percentiles(texts, (text) => relatedTo(index, text));
  },
  miniBuild(folder, count) {
    const articles = join(folder, 'articles');
    const engine = new MiniSearch(MINI);
    const ms = timed(() => {
      for (let id = 0; id < count; id += 1) {
        const text = readFileSync(pathOf(articles, id), 'utf8');
        const [, title, tags, body] = /^---\ntitle: (.*)\ntags: \[(.*)\]\n---\n([\s\S]*)$/.exec(text)!;
        engine.add({ id, title, tags, body });
      }
    });
    writeFileSync(join(folder, 'mini.json'), JSON.stringify(engine));
    return { ms, mb: megabytes(statSync(join(folder, 'mini.json')).size) };
  },
  /** Both measurements share a process because MiniSearch takes long to load its index. */
  miniOpenAndKeys(folder, count) {
    let engine: MiniSearch | undefined;
    const ms = timed(() => {
      engine = loadMini(folder);
      engine.search(WORDS, MINI_SEARCH);
    });
    const mb = megabytes(process.memoryUsage().rss);
    const keys = percentiles(keystrokesFor(count), (query) =>
      engine!.search(query, MINI_SEARCH).slice(0, 50),
    );
    return { ms, mb, ...keys };
  },
};

/** Without variables such as NODE_EXTRA_CA_CERTS, with which every start of Node reads files. */
const CLEAN = { PATH: process.env.PATH, HOME: tmpdir(), LANG: 'en_US.UTF-8' };

/** The time in milliseconds of a whole `kiosque search` process with its cache in `folder`. */
function searchFromShell(folder: string): number {
  const args = ['bin/kiosque.js', 'search', '--from', join(folder, 'articles'), '-n', '5', WORDS];
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...CLEAN, XDG_CACHE_HOME: folder },
  });
  if (status !== 0) throw new Error(`kiosque ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

const startNode = (): number => timed(() => spawnSync(process.execPath, ['-e', '0'], { env: CLEAN }));

function writeArticles(folder: string, count: number): void {
  for (let i = 0; i < 100; i += 1) mkdirSync(join(folder, String(i)), { recursive: true });
  for (const { id, title, tags, body } of documents(count))
    writeFileSync(pathOf(folder, id), `---\ntitle: ${title}\ntags: [${tags.join(', ')}]\n---\n\n${body}\n`);
}

/** A Python program that measures the size of an FTS5 index: a default table without accents. */
const FTS5 = `
import sqlite3, sys, os, time, json, resource
folder, count = sys.argv[1], int(sys.argv[2])
path = os.path.join(folder, 'fts.db')
start = time.time()
base = sqlite3.connect(path)
table = "create virtual table a using fts5(title, body, tokenize='unicode61 remove_diacritics 2'%s)" % sys.argv[3]
base.execute(table)
for i in range(count):
    text = open(os.path.join(folder, 'articles', str(i % 100), '%d.md' % i), encoding='utf8').read()
    head, body = text.split('---\\n\\n', 1)
    base.execute('insert into a(rowid, title, body) values (?, ?, ?)', (i + 1, head.split('\\n')[1][7:], body))
base.commit()
base.execute("insert into a(a) values('optimize')")
base.commit()
base.execute('vacuum')
base.close()
print(json.dumps({'ms': (time.time() - start) * 1000, 'mb': os.path.getsize(path) / 1e6}))
os.remove(path)
`;

function run(task: string, folder: string, count: number): Measure {
  const child = spawnSync(process.execPath, [process.argv[1]!, '--task', task, folder, String(count)], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (child.status !== 0) throw new Error(`${task}: ${child.stderr}`);
  return JSON.parse(child.stdout) as Measure;
}

function fts5(folder: string, count: number, options: string): Measure | undefined {
  const child = spawnSync('python3', ['-c', FTS5, folder, String(count), options], { encoding: 'utf8' });
  return child.status === 0 ? (JSON.parse(child.stdout) as Measure) : undefined;
}

/** The medians of measurements that are interleaved, so that a change in the machine's load affects all alike. */
function inTurns(times: number, ...measures: readonly (() => number)[]): number[] {
  const values = measures.map((): number[] => []);
  for (let i = 0; i < times; i += 1)
    measures.forEach((measure, which) => {
      values[which]!.push(measure());
    });
  return values.map((each) => each.sort((a, b) => a - b)[each.length >> 1]!);
}

const shown = (value: number, unit: string): string =>
  `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;

/** Prints one row: its name, our figure, the reference, the ratio and, if given, the goal for the ratio. */
function row(what: string, ours: number, reference: number, unit: string, goal?: number): void {
  const ratio = ours / reference;
  const verdict = goal === undefined ? '' : `  goal ${goal}  ${ratio <= goal ? 'ok' : 'MISSED'}`;
  const sizes = `${shown(ours, unit).padStart(10)} ${shown(reference, unit).padStart(10)}`;
  console.log(`${what.padEnd(66)} ${sizes}  × ${ratio.toFixed(3)}${verdict}`);
}

function bench(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'kiosque-bench-'));
  try {
    writeArticles(join(folder, 'articles'), count);
    const size = megabytes(sizeOf(join(folder, 'articles')));
    console.log(`\nSearch: ${count} articles, ${size.toFixed(0)} MB`);
    // MiniSearch builds first and so reads the files into the page cache for both.
    const mini = run('miniBuild', folder, count);
    const build = searchFromShell(folder);
    row('first search from the shell, all of it / MiniSearch building', build, mini.ms!, 'ms', 0.25);
    const disk = megabytes(sizeOf(join(folder, 'kiosque', 'index')));
    const stored = fts5(folder, count, '');
    if (stored)
      row('index on disk / SQLite FTS5 (its default: the articles inside)', disk, stored.mb!, 'MB', 0.4);
    const bare = stored && fts5(folder, count, ", content=''");
    if (bare) row('index on disk / SQLite FTS5 without the articles', disk, bare.mb!, 'MB');
    row('index on disk / MiniSearch', disk, mini.mb!, 'MB');
    const theirs = run('miniOpenAndKeys', folder, count);
    const keys = run('keys', folder, count);
    row('keystroke to results, p50 / MiniSearch', keys.p50!, theirs.p50!, 'ms', 0.1);
    row('keystroke to results, p95 / MiniSearch', keys.p95!, theirs.p95!, 'ms', 0.1);
    const [open] = inTurns(7, () => run('open', folder, count).ms!);
    // These goals are for 100,000 articles. With fewer, the start of Node dominates both figures.
    const ofMany = (goal: number): number | undefined => (count < 100_000 ? undefined : goal);
    row('open to the first result / MiniSearch loading its index', open!, theirs.ms!, 'ms', ofMany(1 / 40));
    row('memory then (RSS) / MiniSearch', run('open', folder, count).mb!, theirs.mb!, 'MB', ofMany(1 / 20));
    const [shell, node] = inTurns(11, () => searchFromShell(folder), startNode);
    row('search from the shell, all of it / node -e 0', shell!, node!, 'ms', 2);
    appendFileSync(pathOf(join(folder, 'articles'), 0), 'Un mot de plus.\n');
    writeFileSync(pathOf(join(folder, 'articles'), count), 'Un article de plus.\n');
    row('the same after one file changed and one came / building', searchFromShell(folder), build, 'ms');
    const related = run('related', folder, count);
    row('related articles, p50 / keystroke p50', related.p50!, keys.p50!, 'ms');
    row('related articles, p95 / keystroke p95', related.p95!, keys.p95!, 'ms');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { argv } = process;
const task = argv.indexOf('--task');
if (task > 0) {
  const result = await TASKS[argv[task + 1]!]!(argv[task + 2]!, Number(argv[task + 3]));
  console.log(JSON.stringify(result));
} else if (argv.includes('--docs')) bench(Number(argv[argv.indexOf('--docs') + 1]));
else bench(argv.includes('--full') ? 100_000 : 10_000);
