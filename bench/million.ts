// Makes, lists, indexes, searches and reopens a million short articles, and compares with 100,000 of them.
// usage: node bench/search.mjs million [--docs N] [--keep]      N articles beside a tenth of them
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from './corpus.ts';

/** Some 300 bytes for each article. */
const SHORT = { least: 15, more: 110 };

/** The cost of a command of the program. */
interface Run {
  /** CPU time of all threads, in milliseconds. */
  readonly cpu: number;
  readonly wall: number;
  /** The most memory that was resident, in MB. */
  readonly memory: number;
}

/** Loaded before the program, to say at its end what it took. */
const REPORT = `
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const values = { cpu: (userCPUTime + systemCPUTime) / 1e3, memory: maxRSS / 1e3 };
  require('node:fs').writeFileSync(process.env.BENCH_REPORT, JSON.stringify(values));
});
`;

function kiosque(folder: string, ...args: readonly string[]): Run {
  const [hook, report] = [join(folder, 'report.cjs'), join(folder, 'report.json')];
  writeFileSync(hook, REPORT);
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, 'bin/kiosque.js', ...args, '--from', join(folder, 'articles')],
    { encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: folder, BENCH_REPORT: report } },
  );
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`kiosque ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { ...(JSON.parse(readFileSync(report, 'utf8')) as Omit<Run, 'wall'>), wall };
}

function writeArticles(folder: string, count: number): void {
  for (let i = 0; i < 1000; i += 1) mkdirSync(join(folder, 'articles', String(i)), { recursive: true });
  for (const { id, title, tags, body } of documents(count, SHORT)) {
    const text = `---\ntitle: ${title}\ntags: [${tags.join(', ')}]\n---\n\n${body}\n`;
    writeFileSync(join(folder, 'articles', String(id % 1000), `${id}.md`), text);
  }
}

/** The size of the files in a folder in MB. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size / 1e6 : 0), 0);

type Figures = Readonly<Record<string, number>>;

function measure(count: number): Figures {
  const folder = mkdtempSync(join(tmpdir(), 'kiosque-million-'));
  try {
    writeArticles(folder, count);
    const runs = {
      'list, first': kiosque(folder, 'list', '-n', '20'),
      'search, first (indexes)': kiosque(folder, 'search', '-n', '5', 'partenariat marge'),
      'list again': kiosque(folder, 'list', '-n', '20'),
      'search again': kiosque(folder, 'search', '-n', '5', 'partenariat marge'),
    };
    const figures = Object.entries(runs).flatMap(([name, { cpu, wall, memory }]) => [
      [`${name}: CPU, s`, cpu / 1000],
      [`${name}: wall, s`, wall / 1000],
      [`${name}: memory, MB`, memory],
    ]);
    return { ...Object.fromEntries(figures), 'index on disk, MB': sizeOf(join(folder, 'kiosque', 'index')) };
  } finally {
    if (process.argv.includes('--keep')) console.log(`kept in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

const at = process.argv.indexOf('--docs');
const most = at > 0 ? Number(process.argv[at + 1]) : 1_000_000;
const [few, many] = [measure(most / 10), measure(most)];
console.log(`${''.padEnd(38)}${String(most / 10).padStart(12)}${String(most).padStart(12)}    exponent`);
for (const [name, value] of Object.entries(many)) {
  const exponent = Math.log10(value / few[name]!);
  const cells = [few[name]!, value].map((each) => each.toFixed(2).padStart(12)).join('');
  console.log(`${name.padEnd(38)}${cells}${exponent.toFixed(2).padStart(12)}`);
}
