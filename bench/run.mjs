// npm run bench [-- ROW…] [--large] [--million]: measures the built program, each figure against a reference in the same run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { buildLexer, buildPlainInk, buildText } from './build.mjs';
import { env, inTurns, Terminal, timeProcess } from './measure.mjs';
import { cpuOf, instructionsOf, isInstalled, peakMemoryOf } from './processes.mjs';
import { row } from './rows-of.mjs';

const KIOSQUE = 'bin/kiosque.js';
/** The executable that needs no Node, if it was built (`npm run build:binary`). */
const BINARY = 'release/kiosque';
const LONG = 'articles/du-premier-mois-a-la-premiere-annee.md';
const TITLE = 'Bienvenue dans Kiosque';
/** A program of Node that does nothing. */
const IDLE = "console.log('ready'); setInterval(() => undefined, 1e6)";

mkdirSync('.bench', { recursive: true });
console.log(`Node ${process.version}; medians of whole processes or through a pseudo-terminal\n`);

const SHOW = [KIOSQUE, 'show', 'bienvenue'];
await row('show in a pipe / node -e 0', 1.3, () =>
  ratio(
    15,
    () => timeProcess(SHOW),
    () => timeProcess(['-e', '0']),
  ),
);
for (const [name, args] of [
  ['show', SHOW],
  ['list', [KIOSQUE, 'list']],
  ['search', [KIOSQUE, 'search', 'partenariat']],
]) {
  await row(`${name} in a pipe, CPU / node -e 0`, undefined, () => {
    const [own, node] = [args, ['-e', '0']].map((each) => cpuOf([process.execPath, ...each], { rounds: 11 }));
    return { value: own / node, detail: `${own.toFixed(0)} ms / ${node.toFixed(0)} ms` };
  });
  await row(`${name} in a pipe, instructions / node -e 0`, undefined, () => {
    const [own, node] = [args, ['-e', '0']].map((each) => instructionsOf([process.execPath, ...each]));
    if (own === undefined) throw new Error('valgrind is not installed');
    return { value: own / node, detail: `${own.toFixed(0)} M / ${node.toFixed(0)} M` };
  });
}
await row('first paint in a terminal / node -e 0', 1.6, () =>
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
await row('key to last byte / a bare loop that writes the screen', 3, async () => {
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
  // Down in one round and up in the next, as an article has an end; the single press goes the other way.
  const inTurn = (keys, count) => {
    let round = 0;
    return () => terminal.press(keys[round++ % 2].repeat(count));
  };
  try {
    return await ratio(12, inTurn('jk', 100), inTurn('kj', 1));
  } finally {
    await terminal.close();
  }
});
for (const [peer, ...options] of [
  ['less', '-f'],
  ['vim', '-u', 'NONE', '-R'],
  ['w3m', '-T', 'text/plain'],
]) {
  if (!isInstalled(peer)) continue;
  await row(`key to last byte / ${peer}`, undefined, async () => {
    const path = file(100_000);
    return compare(await settled([KIOSQUE, path]), await settled([...options, path], peer), 20);
  });
  await row(`first screen of 10 MB / ${peer}`, undefined, async () => {
    const path = file(10_000_000);
    return ratio(
      5,
      () => firstPaint([path], 'Premier mot'),
      // w3m moves the cursor over blanks instead of writing them.
      () => firstPaint([...options, path], 'Premier', peer),
    );
  });
}
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
await row('show of 1 MB of READMEs, cold / marked.lexer, cold', 2.5, async () => {
  const path = readmes(1_000_001);
  const lexer = await buildLexer();
  return ratio(
    7,
    () => timeProcess([KIOSQUE, 'show', path]),
    () => timeProcess([lexer, path]),
  );
});
await row('first screen of 10 MB / of 10 kB', 2, async () => {
  const [large, small] = [10_000_000, 10_000].map(file);
  return ratio(
    7,
    () => firstPaint([large], 'Premier mot'),
    () => firstPaint([small], 'Premier mot'),
  );
});

await row('show of 100 MB of prose, peak memory / its size', 3.5, () => {
  const path = prose(100_000_000);
  const [peak, size] = [peakMemoryOf([KIOSQUE, 'show', path]), statSync(path).size];
  return { value: peak / size, detail: `${megabytes(peak)} / ${megabytes(size)}` };
});
for (const [name, args, text, goal] of [
  ['the bundled articles', [], TITLE, 1.5],
  ['an article of 1 MB', [file(1_000_000)], 'Premier mot', 1.9],
])
  await row(`memory at rest with ${name} / a bare node`, goal, async () => {
    const [own, node] = [await restOf([KIOSQUE, ...args], text), await restOf(['-e', IDLE], 'ready')];
    return { value: own / node, detail: `${megabytes(own)} / ${megabytes(node)}` };
  });

const options = process.argv.slice(2);
run('bench/library.mjs', options);
// The rows of search are not chosen by name.
if (options.every((option) => option.startsWith('--'))) run('bench/search.mjs', []);

/** Runs a script of its own. */
function run(script, args) {
  spawnSync(process.execPath, [script, ...args], {
    stdio: 'inherit',
    env: { ...env, PATH: process.env.PATH },
  });
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

/** The time to the first screen with `text`: of Kiosque, or of another `program`. */
async function firstPaint(args, text, program) {
  const terminal = program ? new Terminal(args, { program }) : new Terminal([KIOSQUE, ...args]);
  try {
    return (await terminal.seen(text)) - terminal.start;
  } finally {
    await (program && program !== BINARY ? terminal.close() : terminal.leave());
  }
}

/** The memory of a program in bytes, some seconds after it has drawn `text`: what it does after that is done then. */
async function restOf(args, text) {
  const terminal = new Terminal(args);
  try {
    await terminal.seen(text);
    await setTimeout(4000);
    return terminal.memory();
  } finally {
    await terminal.close();
  }
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

async function endOfNode() {
  const terminal = new Terminal(['-e', '0']);
  await terminal.exited;
  return performance.now() - terminal.start;
}

/** Starts the reader with a long article, and waits for its status line: keys before that are typed ahead. */
async function reading() {
  const terminal = new Terminal([KIOSQUE, LONG]);
  await terminal.seen('min left');
  await terminal.quiet();
  return terminal;
}

/** Starts a program, Node by default, and waits until it has drawn. */
async function settled(args, program) {
  const terminal = new Terminal(args, program && { program });
  await terminal.quiet();
  return terminal;
}

/** A long article, repeated to a length of `size` UTF-16 units. */
function markdown(size) {
  const text = readFileSync(LONG, 'utf8').replace(/^---[\s\S]*?\n---\n/, '');
  return text.repeat(Math.ceil(size / text.length)).slice(0, size);
}

/** A file of `size` units, and its path. */
function file(size) {
  const path = `.bench/${size}.md`;
  writeFileSync(path, `Premier mot.\n\n${markdown(size)}`);
  return path;
}

/** A file of `size` units of the same text without markup, and its path. */
function prose(size) {
  const text = markdown(100_000).replace(/[^\p{L}\p{N}\s.,’]/gu, '');
  const path = `.bench/prose-${size}.md`;
  writeFileSync(path, text.repeat(Math.ceil(size / text.length)).slice(0, size));
  return path;
}

/** The READMEs of installed packages as one file of `size` units, and its path. */
function readmes(size) {
  let text = '';
  for (const name of readdirSync('node_modules').sort()) {
    const readme = `node_modules/${name}/README.md`;
    if (text.length >= size) break;
    if (existsSync(readme)) text += `${readFileSync(readme, 'utf8')}\n\n`;
  }
  const path = '.bench/readmes.md';
  writeFileSync(path, text.slice(0, size));
  return path;
}
