// npm run bench: measures the built program, each figure against a reference in the same run. A row that fails is
// reported, and the others still run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { buildPlainInk, buildText } from './build.mjs';
import { env, inTurns, Terminal, timeProcess } from './measure.mjs';

const KIOSQUE = 'bin/kiosque.js';
/** The executable that needs no Node, if it was built (`npm run build:binary`). */
const BINARY = 'release/kiosque';
const LONG = 'articles/du-premier-mois-a-la-premiere-annee.md';
const TITLE = 'Bienvenue dans Kiosque';

mkdirSync('.bench', { recursive: true });
console.log(`Node ${process.version}; medians of whole processes or through a pseudo-terminal\n`);

await row('show in a pipe / node -e 0', 1.35, () =>
  ratio(
    15,
    () => timeProcess([KIOSQUE, 'show', 'bienvenue']),
    () => timeProcess(['-e', '0']),
  ),
);
await row('first paint in a terminal / node -e 0', 2, () =>
  ratio(15, () => firstPaint([], TITLE), endOfNode),
);
if (existsSync(BINARY)) {
  await row('show in a pipe, without Node / node -e 0', 1, () =>
    ratio(
      15,
      () => timeProcess(['show', 'bienvenue'], BINARY),
      () => timeProcess(['-e', '0']),
    ),
  );
  await row('first paint, without Node / node -e 0', 1.25, () =>
    ratio(15, () => firstPaint([], TITLE, BINARY), endOfNode),
  );
}
await row('key to last byte / a bare loop that writes the screen', 5, async () => {
  const bare = await settled(['bench/bare-loop.mjs']);
  const ours = await reading();
  return compare(ours, bare, 40);
});
await row('key to last byte / a plain Ink program', 0.35, async () => {
  const ink = await settled([await buildPlainInk()]);
  const ours = await reading();
  return compare(ours, ink, 40);
});
await row('100 presses in one write / one press', 3, async () => {
  const terminal = await reading();
  try {
    return await ratio(
      12,
      () => terminal.press(`${'j'.repeat(50) + 'k'.repeat(49)}j`),
      () => terminal.press('j'),
    );
  } finally {
    await terminal.close();
  }
});
await row('blocks and lines of 1 MB / marked.lexer', 3, async () => {
  const { parseDocument, layout, lexer } = await buildText();
  const source = markdown(1_000_000);
  const time = (work) => () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const set = time(() => {
    const document = parseDocument({ format: 'markdown', source, firstLine: 0 }, { lang: 'fr' });
    document.extend(Number.POSITIVE_INFINITY);
    layout(document, { width: 72 }).advance(Number.POSITIVE_INFINITY, () => performance.now());
  });
  return ratio(
    15,
    set,
    time(() => lexer(source)),
  );
});
await row('first screen of 10 MB / of 10 kB', 2, async () => {
  const [large, small] = [10_000_000, 10_000].map((size) => {
    const path = `.bench/${size}.md`;
    writeFileSync(path, `Premier mot.\n\n${markdown(size)}`);
    return path;
  });
  return ratio(
    7,
    () => firstPaint([large], 'Premier mot'),
    () => firstPaint([small], 'Premier mot'),
  );
});

if (existsSync('bench/search.mjs')) {
  console.log('');
  spawnSync(process.execPath, ['bench/search.mjs'], { stdio: 'inherit', env: { ...process.env, ...env } });
}

async function row(name, goal, measure) {
  try {
    const { value, detail } = await measure();
    const sign = value <= goal ? '✓' : '✗';
    console.log(`${sign} ${name.padEnd(56)} ${value.toFixed(2).padStart(6)} ×  goal ≤ ${goal}  (${detail})`);
  } catch (error) {
    console.log(`✗ ${name.padEnd(56)} failed: ${error instanceof Error ? error.message : error}`);
  }
}

/** The median time of `measure` divided by that of `reference`. */
async function ratio(rounds, measure, reference) {
  const [time, base] = await inTurns(rounds, [measure, reference]);
  return { value: time / base, detail: `${time.toFixed(1)} ms / ${base.toFixed(1)} ms` };
}

async function compare(ours, theirs, rounds) {
  try {
    return await ratio(
      rounds,
      () => ours.press('j'),
      () => theirs.press('j'),
    );
  } finally {
    await Promise.all([ours.close(), theirs.close()]);
  }
}

async function firstPaint(args, text, binary) {
  const terminal = binary ? new Terminal(args, binary) : new Terminal([KIOSQUE, ...args]);
  try {
    return (await terminal.seen(text)) - terminal.start;
  } finally {
    await terminal.leave();
  }
}

async function endOfNode() {
  const terminal = new Terminal(['-e', '0']);
  await terminal.exited;
  return performance.now() - terminal.start;
}

/** Starts the reader with a long article. */
function reading() {
  return settled([KIOSQUE, LONG]);
}

async function settled(args) {
  const terminal = new Terminal(args);
  await terminal.quiet();
  return terminal;
}

/** A long article, repeated to a length of `size` UTF-16 units. */
function markdown(size) {
  const text = readFileSync(LONG, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}
