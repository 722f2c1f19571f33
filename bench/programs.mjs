// Kiosque and other programs on a pseudo-terminal, and what is measured of them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { env, ratio, Terminal } from './measure.mjs';
import { childrenCpuOf } from './processes.mjs';
import { LONG } from './texts.mjs';

export const KIOSQUE = 'bin/kiosque.js';
/** The executable that needs no Node, if it was built (`npm run build:binary`). */
export const BINARY = 'release/kiosque';
/** The title of the first bundled article. */
export const TITLE = 'Bienvenue dans Kiosque';

/** The time to the first screen with `text`: of Kiosque, or of another `program`. */
export async function firstPaint(args, text, { program, env } = {}) {
  const terminal = new Terminal(program ? args : [KIOSQUE, ...args], { program, env });
  try {
    return (await terminal.seen(text)) - terminal.start;
  } finally {
    await (program && program !== BINARY ? terminal.close() : terminal.leave());
  }
}

/** The time from starting a Node that does nothing to its end. */
export async function endOfNode() {
  const terminal = new Terminal(['-e', '0']);
  await terminal.exited;
  return performance.now() - terminal.start;
}

/**
 * The CPU time of a program of Node on a terminal in milliseconds, from its start to its end. It is quit once it has drawn
 * `text`; without, it ends by itself.
 */
export async function cpuToEnd(args, text) {
  const folder = mkdtempSync(join(tmpdir(), 'kiosque-bench-'));
  const report = join(folder, 'times');
  const script = '"$@"; times >"$REPORT"';
  const terminal = new Terminal(['-c', script, 'bash', process.execPath, ...args], {
    program: 'bash',
    env: { ...env, REPORT: report },
  });
  if (text !== undefined) {
    await terminal.seen(text);
    await terminal.leave();
  }
  await terminal.exited;
  const cpu = childrenCpuOf(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true });
  return cpu;
}

/** Milliseconds after which the reader has given back what it does not need (src/commands/reader/memory-at-rest.ts). */
const AT_REST = 20_000;

/** The memory of a program in bytes, some seconds after it has drawn `text`: what it does after that is done then. */
export async function memoryAtRest(args, text) {
  const terminal = new Terminal(args);
  try {
    await terminal.seen(text);
    await setTimeout(AT_REST);
    return terminal.memory();
  } finally {
    await terminal.close();
  }
}

/** Starts the reader with a long article, and waits for its status line: keys before that are typed ahead. */
export async function reading(options) {
  const terminal = new Terminal([KIOSQUE, LONG], options);
  await terminal.seen('min left');
  await terminal.quiet();
  return terminal;
}

/** Starts the reader and opens the first article beside the list. */
export async function readingBesideList() {
  const terminal = new Terminal([KIOSQUE]);
  await terminal.seen(TITLE);
  await terminal.press('\r');
  return terminal;
}

/** Starts a program, Node by default, and waits until it has drawn. */
export async function settled(args, program) {
  const terminal = new Terminal(args, { program });
  await terminal.quiet();
  return terminal;
}

/** The time to the last byte after a key, in two programs that are closed then. */
export async function compareKeys(ours, theirs, rounds) {
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
