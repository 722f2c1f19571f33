// npm run fuzz -- NAME [MINUTES]: looks for inputs that break a promise, guided by the coverage of V8.
//
// Inputs are made of others by random changes. Those that reach code that no input reached before are kept and changed in
// turn (as AFL does it). Asking V8 for its counts takes longer than most runs, so that inputs run in batches, and only
// those of a batch that found something run again one by one.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const BATCH = 24;
/** Milliseconds of CPU after which an input counts as too slow. */
const SLOW = 2000;

const [name, minutes = '2'] = process.argv.slice(2);
/** Not removed at the end: the next run goes on from it. */
const work = resolve('.fuzz');
const { TARGETS, mutated } = await load();
const target = TARGETS[name];
if (!target) {
  console.error(`usage: npm run fuzz -- NAME [MINUTES]; NAME is one of ${Object.keys(TARGETS).join(', ')}`);
  process.exit(2);
}

const seedFile = join('test/torture/fuzz/seeds', `${name}.json`);
const seeds = JSON.parse(readFileSync(seedFile, 'utf8')).map((seed) => Buffer.from(seed, 'latin1'));
const kept = join(work, name);
mkdirSync(kept, { recursive: true });
const corpus = [...seeds, ...readdirSync(kept).map((file) => readFileSync(join(kept, file)))];
const failures = new Map();
const reached = new Set();
const random = (bound) => Math.floor(Math.random() * bound);

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

let runs = 0;
for (const input of corpus) await reachesMore([input]);
const end = Date.now() + Number(minutes) * 60_000;
let nextReport = Date.now() + 10_000;
while (Date.now() < end) {
  const inputs = Array.from({ length: BATCH }, () =>
    mutated(corpus[random(corpus.length)], { others: corpus, words: target.words, random }),
  );
  if (await reachesMore(inputs, false)) {
    for (const input of inputs) if (await reachesMore([input])) keep(input);
  }
  if (Date.now() >= nextReport) {
    report();
    nextReport += 10_000;
  }
}
report();
session.disconnect();
for (const [failure, input] of failures)
  console.log(`${failure}\n  ${JSON.stringify(input.toString('latin1'))}`);
process.exit(failures.size > 0 ? 1 : 0);

/** Bundles the targets, of whose code alone the coverage is taken. */
async function load() {
  mkdirSync(work, { recursive: true });
  const outfile = join(work, 'targets.cjs');
  const options = { bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' };
  await build({ ...options, entryPoints: ['test/torture/fuzz/index.ts'] });
  return createRequire(import.meta.url)(outfile);
}

/** Runs inputs; true if they reach code, or repeat it as often, as none did before. Notes that only if `isFinal`. */
async function reachesMore(inputs, isFinal = true) {
  await session.post('Profiler.takePreciseCoverage');
  for (const input of inputs) await tryInput(input);
  const { result } = await session.post('Profiler.takePreciseCoverage');
  let isMore = false;
  for (const { url, functions } of result) {
    if (!url.endsWith('targets.cjs')) continue;
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        // Counts in powers of four, as a loop that runs once more is nothing new.
        const power = (32 - Math.clz32(Math.ceil(count / inputs.length))) >> 1;
        const mark = `${startOffset} ${endOffset} ${power}`;
        if (count === 0 || reached.has(mark)) continue;
        isMore = true;
        if (isFinal) reached.add(mark);
      }
    }
  }
  return isMore;
}

async function tryInput(input) {
  runs++;
  const start = process.cpuUsage();
  try {
    await target.run(input);
  } catch (error) {
    fail(
      String(error.stack ?? error)
        .split('\n    at ')
        .slice(0, 2)
        .join(' at '),
      input,
    );
  }
  const { user, system } = process.cpuUsage(start);
  if ((user + system) / 1000 > SLOW) fail('too slow', input);
}

/** Keeps the shortest input for each failure. */
function fail(failure, input) {
  if (input.length >= (failures.get(failure)?.length ?? Number.POSITIVE_INFINITY)) return;
  failures.set(failure, Buffer.from(input));
  console.log(`FAILED: ${failure}`);
}

function keep(input) {
  corpus.push(Buffer.from(input));
  writeFileSync(join(kept, String(corpus.length)), input);
}

function report() {
  console.log(
    `${name}: ${runs} runs, ${corpus.length} inputs, ${reached.size} places, ${failures.size} failures`,
  );
}
