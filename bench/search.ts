// The rows of search: each beside its reference, in a process of its own, on the same articles.
// usage: node bench/search.mjs [--docs N] [--full]      10,000 articles; 100,000 with --full
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import MiniSearch, { type Options } from 'minisearch';
import { LibraryIndex } from '../src/index/library-index.ts';
import { refresh } from '../src/index/open.ts';
import { parseQuery } from '../src/search/query.ts';
import { documents, keystrokes } from './corpus.ts';

const MINI: Options = { fields: ['title', 'tags', 'body'], processTerm: (term) => fold(term) };
const fold = (term: string): string => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
const QUERIES = 300;

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

function percentiles(queries: readonly string[], search: (query: string) => void): Measure {
  for (const query of queries.slice(0, 40)) search(query);
  const times = queries.map((query) => {
    const start = performance.now();
    search(query);
    return performance.now() - start;
  });
  times.sort((a, b) => a - b);
  return { p50: times[times.length >> 1]!, p95: times[Math.floor(times.length * 0.95)]! };
}

/** What is measured, each in a process of its own; the folder holds `articles`, `cache` and `mini.json`. */
const TASKS: Readonly<Record<string, (folder: string, count: number) => Measure | Promise<Measure>>> = {
  async build(folder) {
    const options = { paths: [join(folder, 'articles')], cache: join(folder, 'cache') };
    const start = performance.now();
    const index = LibraryIndex.open(options);
    await refresh(index, options);
    return { ms: performance.now() - start, mb: megabytes(sizeOf(options.cache)) };
  },
  open(folder) {
    const start = performance.now();
    const index = LibraryIndex.open({ paths: [join(folder, 'articles')], cache: join(folder, 'cache') });
    const hits = index.search(parseQuery('partenariat marge '), { limit: 20 });
    for (const hit of hits) index.article(hit.doc);
    return { ms: performance.now() - start, mb: megabytes(process.memoryUsage().rss) };
  },
  keys(folder) {
    const index = LibraryIndex.open({ paths: [join(folder, 'articles')], cache: join(folder, 'cache') });
    return percentiles(keystrokes(QUERIES), (query) => index.search(parseQuery(query), { limit: 50 }));
  },
  miniBuild(folder, count) {
    const articles = join(folder, 'articles');
    const start = performance.now();
    const engine = new MiniSearch(MINI);
    for (const { id, title, tags } of documents(count)) {
      const body = readFileSync(pathOf(articles, id), 'utf8');
      engine.add({ id, title, tags: tags.join(' '), body });
    }
    const ms = performance.now() - start;
    writeFileSync(join(folder, 'mini.json'), JSON.stringify(engine));
    return { ms, mb: megabytes(statSync(join(folder, 'mini.json')).size) };
  },
  miniOpen(folder) {
    const start = performance.now();
    const engine = MiniSearch.loadJSON(readFileSync(join(folder, 'mini.json'), 'utf8'), MINI);
    engine.search('partenariat marge', { combineWith: 'AND', prefix: true, fuzzy: 0.2 });
    return { ms: performance.now() - start, mb: megabytes(process.memoryUsage().rss) };
  },
  miniKeys(folder) {
    const engine = MiniSearch.loadJSON(readFileSync(join(folder, 'mini.json'), 'utf8'), MINI);
    return percentiles(keystrokes(QUERIES), (query) =>
      engine.search(query, { combineWith: 'AND', prefix: true, fuzzy: 0.2 }).slice(0, 50),
    );
  },
};

const pathOf = (articles: string, id: number): string => join(articles, String(id % 100), `${id}.md`);

function writeArticles(folder: string, count: number): void {
  for (let i = 0; i < 100; i += 1) mkdirSync(join(folder, String(i)), { recursive: true });
  for (const { id, title, tags, body } of documents(count))
    writeFileSync(pathOf(folder, id), `---\ntitle: ${title}\ntags: [${tags.join(', ')}]\n---\n\n${body}\n`);
}

/** FTS5 through Python's sqlite3 where there is one: default table, accents removed, articles inside. */
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

function median(measure: () => number, times: number): number {
  const values = Array.from({ length: times }, measure).sort((a, b) => a - b);
  return values[values.length >> 1]!;
}

/** Prints one row as `bench/run.mjs` does: what, ours, the reference, the ratio, the goal. */
function row(what: string, ours: number, reference: number, unit: string, goal: number): void {
  const ratio = ours / reference;
  const shown = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
  const verdict = ratio <= goal ? 'ok' : 'MISSED';
  console.log(
    `${what.padEnd(62)} ${shown(ours).padStart(10)} ${shown(reference).padStart(10)}  × ${ratio.toFixed(3)}  goal ${goal}  ${verdict}`,
  );
}

function bench(count: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'kiosque-bench-'));
  try {
    writeArticles(join(folder, 'articles'), count);
    const size = megabytes(sizeOf(join(folder, 'articles')));
    console.log(`\nSearch: ${count} articles, ${size.toFixed(0)} MB`);
    const [build, miniBuild] = [run('build', folder, count), run('miniBuild', folder, count)];
    row('building (ours: with reading files and writing), MiniSearch', build.ms!, miniBuild.ms!, 'ms', 0.25);
    const stored = fts5(folder, count, '');
    if (stored)
      row('index on disk, SQLite FTS5 (its default: the articles inside)', build.mb!, stored.mb!, 'MB', 0.4);
    const bare = stored && fts5(folder, count, ", content=''");
    if (bare) row('index on disk, SQLite FTS5 without the articles', build.mb!, bare.mb!, 'MB', 1);
    row('index on disk, MiniSearch', build.mb!, miniBuild.mb!, 'MB', 1);
    const [keys, miniKeys] = [run('keys', folder, count), run('miniKeys', folder, count)];
    row('keystroke to results, p50, MiniSearch', keys.p50!, miniKeys.p50!, 'ms', 0.1);
    row('keystroke to results, p95, MiniSearch', keys.p95!, miniKeys.p95!, 'ms', 0.1);
    const miniOpen = run('miniOpen', folder, count);
    const open = median(() => run('open', folder, count).ms!, 5);
    row('open to the first result, MiniSearch loading its index', open, miniOpen.ms!, 'ms', 1 / 40);
    row('memory then (RSS), MiniSearch', run('open', folder, count).mb!, miniOpen.mb!, 'MB', 1 / 20);
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
