// node bench/library.mjs [ROW…] [--large] [--million]: what large folders cost, in CPU time, and how that grows with their size:
// 1,000 and 10,000 articles; 100,000 with --large, a million with --million.
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildCorpus } from './build.mjs';
import { env, Terminal } from './measure.mjs';
import { cpuOf, isInstalled } from './processes.mjs';
import { isWanted, row } from './rows-of.mjs';

const KIOSQUE = resolve('bin/kiosque.js');
const WORDS = 'partenariat marge';
/** An exponent above this is not linear growth with the size of a folder. */
const STEEPEST = 1.05;

const ROWS = {
  list: 'list -n 20 / a search with hits',
  show: 'show N / a search with hits',
  none: 'a search that finds nothing / find over the files',
  edited: 'a new word after one file changed / find',
  screen: 'first screen, wall / that of 10 kB',
  build: 'building the index / SQLite FTS5',
  rg: 'a search with hits / rg',
};
// All of them take a minute.
if (!Object.values(ROWS).some(isWanted)) process.exit();

const sizes = [1000, 10_000];
if (process.argv.includes('--large') || process.argv.includes('--million')) sizes.push(100_000);
if (process.argv.includes('--million')) sizes.push(1_000_000);

const { documents } = await buildCorpus();
const root = mkdtempSync(join(tmpdir(), 'kiosque-bench-'));
try {
  const measured = [];
  for (const size of sizes) {
    console.log(`\nA folder of ${size.toLocaleString('en')} articles: CPU time of whole processes`);
    measured.push(await measureFolder(join(root, String(size)), size));
  }
  printExponents(measured);
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** Measures and prints the rows of a folder; returns its times by row, in milliseconds. */
async function measureFolder(folder, size) {
  write(folder, size);
  const environment = { ...env, XDG_CACHE_HOME: join(folder, 'cache') };
  const articles = join(folder, 'articles');
  const kiosque = (args, options) =>
    cpuOf([process.execPath, KIOSQUE, ...args], { rounds: 3, environment, ...options });
  const search = (words, options) => kiosque(['search', '--from', articles, '-n', '5', words], options);
  const build = search(WORDS, { rounds: 1 });
  const hit = search(WORDS);
  const find = cpuOf(['find', articles, '-type', 'f', '-newermt', '2000-01-01'], { rounds: 5 });
  const list = kiosque(['list', '--from', articles, '-n', '20']);
  const show = kiosque(['show', '--from', articles, String(size >> 1)]);
  const none = search('qzxkwv', { statuses: [1] });
  const edited = changedWord(articles, (word) => search(word, { rounds: 1 }));
  const screen = await firstScreen(articles, environment);
  const fts5 = fts5Build(folder, size);
  const of = (value, reference) => () => ({
    value: value / reference,
    detail: `${value.toFixed(0)} ms / ${reference.toFixed(0)} ms`,
  });
  await row(ROWS.list, 2, of(list, hit));
  await row(ROWS.show, undefined, of(show, hit));
  await row(ROWS.none, undefined, of(none, find));
  await row(ROWS.edited, undefined, of(edited, find));
  await row(ROWS.screen, 2, of(screen.folder, screen.article));
  if (fts5 !== undefined) await row(ROWS.build, 1.2, of(build, fts5));
  if (isInstalled('rg'))
    await row(
      'a search with hits / rg',
      undefined,
      of(hit, cpuOf(['rg', '-l', WORDS, articles], { statuses: [0, 1, 2] })),
    );
  return { list, show, none, edited, build, hit, 'first screen': screen.folder };
}

function write(folder, size) {
  for (let i = 0; i < 100; i += 1) mkdirSync(join(folder, 'articles', String(i)), { recursive: true });
  for (const { id, title, tags, body } of documents(size))
    writeFileSync(
      join(folder, 'articles', String(id % 100), `${id}.md`),
      `---\ntitle: ${title}\ntags: [${tags.join(', ')}]\n---\n\n${body}\n`,
    );
}

/** The time of a search for a word that was just added to one of the files. */
function changedWord(articles, search) {
  appendFileSync(join(articles, '7/107.md'), ' Xylocopezq.\n');
  return search('xylocopezq');
}

/** The wall times to the first screens of a folder and of an article, in milliseconds. */
async function firstScreen(articles, environment) {
  const paint = async (path, text) => {
    const times = [];
    for (let round = 0; round < 5; round += 1) {
      const terminal = new Terminal([KIOSQUE, path], { env: environment });
      times.push((await terminal.seen(text)) - terminal.start);
      await terminal.leave();
    }
    return times.sort((a, b) => a - b)[2];
  };
  const small = join(articles, '../10k.md');
  writeFileSync(small, `Premier mot.\n\n${'Un mot après un autre. '.repeat(430)}`);
  return { folder: await paint(articles, 'min'), article: await paint(small, 'Premier mot') };
}

/** The CPU time in which FTS5 indexes the folder, in milliseconds; undefined if Python does not have it. */
function fts5Build(folder, size) {
  const { status, stdout } = spawnSync('python3', ['bench/fts5.py', folder, String(size)], {
    encoding: 'utf8',
  });
  return status === 0 ? JSON.parse(stdout).cpu : undefined;
}

/** Prints how the times grow between the two largest folders: the exponent is 1 for what is linear. */
function printExponents(measured) {
  const [before, last] = measured.slice(-2);
  const ratio = Math.log(sizes.at(-1) / sizes.at(-2));
  console.log(`\nExponents between ${sizes.at(-2)} and ${sizes.at(-1)} articles`);
  for (const [name, time] of Object.entries(last)) {
    const exponent = Math.log(time / before[name]) / ratio;
    console.log(
      `${exponent <= STEEPEST ? '✓' : '✗'} ${name.padEnd(58)} ${exponent.toFixed(2).padStart(7)}    goal ≤ ${STEEPEST}`,
    );
  }
}
