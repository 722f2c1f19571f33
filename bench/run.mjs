// npm run bench [-- ROW…] [--large] [--million]: measures the built program, each figure against a reference in the same run.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { buildLexer, buildText } from './build.mjs';
import { env, newEnv, ratio, timeProcess } from './measure.mjs';
import { cpuOf, instructionsOf, peakMemoryOf } from './processes.mjs';
import { BINARY, cpuToEnd, endOfNode, firstPaint, KIOSQUE, memoryAtRest, TITLE } from './programs.mjs';
import { row } from './rows-of.mjs';
import { file, markdown, prose, readmes } from './texts.mjs';

/** A program of Node that does nothing. */
const IDLE = "console.log('ready'); setInterval(() => undefined, 1e6)";

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
await row('opening and quitting at once, CPU / node -e 0', 2.5, () =>
  ratio(
    11,
    () => cpuToEnd([KIOSQUE], TITLE),
    () => cpuToEnd(['-e', '0']),
  ),
);
await row('first run ever: show in a pipe / node -e 0', 2, () =>
  ratio(
    11,
    () => timeProcess(SHOW, { env: newEnv() }),
    () => timeProcess(['-e', '0']),
  ),
);
await row('first run ever: first paint / node -e 0', 2.2, () =>
  ratio(11, () => firstPaint([], TITLE, { env: newEnv() }), endOfNode),
);
if (existsSync(BINARY)) {
  await row('show in a pipe, without Node / node -e 0', 1, () =>
    ratio(
      15,
      () => timeProcess(['show', 'bienvenue'], { file: BINARY }),
      () => timeProcess(['-e', '0']),
    ),
  );
  await row('first paint, without Node / node -e 0', 1.25, () =>
    ratio(15, () => firstPaint([], TITLE, { program: BINARY }), endOfNode),
  );
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
    const [own, node] = [
      await memoryAtRest([KIOSQUE, ...args], text),
      await memoryAtRest(['-e', IDLE], 'ready'),
    ];
    return { value: own / node, detail: `${megabytes(own)} / ${megabytes(node)}` };
  });

const options = process.argv.slice(2);
run('bench/keys.mjs', options);
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

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
