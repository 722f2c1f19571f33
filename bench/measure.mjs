// Timing of whole processes and of programs on a pseudo-terminal. Times are in milliseconds.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { spawn as spawnPty } from '@lydell/node-pty';

/** A drawing is over when nothing has been written for this long. */
const SILENCE = 60;
/** The timeout of every measurement. */
const PATIENCE = 20_000;
/** A keyboard repeats a key that is held 30 times a second. */
const REPEAT = 1000 / 30;
/** Linux counts CPU time in hundredths of a second. */
const TICK = 10;

/** The environment of a program that was never started before: its home folder is new, without caches and state. */
export function newEnv() {
  const home = mkdtempSync(join(tmpdir(), 'kiosque-bench-'));
  return {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_STATE_HOME: join(home, 'state'),
    TERM: 'xterm-256color',
    LANG: 'en_US.UTF-8',
  };
}

/** That of most measured programs: caches are warm after the first run, and the user's files are safe. */
export const env = newEnv();

export function median(times) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * The medians of several measurements. They are interleaved so that a change in the machine's load affects all alike;
 * the first round is a warm-up.
 */
export async function inTurns(rounds, measurements) {
  const times = measurements.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, measure] of measurements.entries()) {
      const time = await measure();
      if (round > 0) times[i].push(time);
    }
  }
  return times.map(median);
}

/** The median time of `measure` divided by that of `reference`. */
export async function ratio(rounds, measure, reference) {
  const [time, base] = await inTurns(rounds, [measure, reference]);
  return { value: time / base, detail: `${time.toFixed(1)} ms / ${base.toFixed(1)} ms` };
}

/** The time of a process from start to end, with its output in a pipe. */
export function timeProcess(args, { file = process.execPath, env: environment = env } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, args, { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(performance.now() - start)
        : reject(new Error(`${args.join(' ')} ended with ${code}`)),
    );
  });
}

/** A program on a pseudo-terminal. */
export class Terminal {
  output = '';
  #pty;
  #onData = () => undefined;

  /** @param program  that is run: Node by default */
  constructor(args, { program = process.execPath, env: environment = env } = {}) {
    this.start = performance.now();
    this.#pty = spawnPty(program, args, { cols: 120, rows: 40, env: environment });
    this.#pty.onData((data) => {
      this.output += data;
      this.#onData();
    });
    this.exited = new Promise((resolve) => this.#pty.onExit(resolve));
  }

  /** Resolves with the time, as of `performance.now`, when the output first contains `text`. */
  seen(text) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`never drew ${text}`)), PATIENCE);
      this.#onData = () => {
        if (!this.output.includes(text)) return;
        clearTimeout(timer);
        this.#onData = () => undefined;
        resolve(performance.now());
      };
      this.#onData();
    });
  }

  /** Resolves when the terminal is silent, with the time of the last byte, or undefined if nothing was written. */
  quiet() {
    return new Promise((resolve) => {
      let last;
      const over = () => {
        this.#onData = () => undefined;
        resolve(last);
      };
      let timer = setTimeout(over, SILENCE * 25);
      this.#onData = () => {
        last = performance.now();
        clearTimeout(timer);
        timer = setTimeout(over, SILENCE);
      };
    });
  }

  /** The time from writing keys to the last byte of the drawing that they cause. */
  async press(keys) {
    const pressed = performance.now();
    const done = this.quiet();
    this.#pty.write(keys);
    const last = await done;
    if (last === undefined) throw new Error(`nothing was drawn for ${JSON.stringify(keys.slice(0, 10))}`);
    return last - pressed;
  }

  /** Quits with a key, so that the program saves its caches and its state. */
  async leave() {
    this.#pty.write('q');
    const timer = setTimeout(() => this.#pty.kill('SIGKILL'), PATIENCE);
    await this.exited;
    clearTimeout(timer);
  }

  /** Presses a key `count` times, at the rate at which a keyboard repeats it. */
  async hold(key, count) {
    for (let i = 0; i < count; i++) {
      this.#pty.write(key);
      await wait(REPEAT);
    }
  }

  /** The CPU time of the program so far, user and system, all threads. Only Linux tells it. */
  cpu() {
    const fields = readFileSync(`/proc/${this.#pty.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }

  /** The memory of the program that is resident, in bytes. */
  memory() {
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(this.#pty.pid)], { encoding: 'utf8' });
    return Number(stdout) * 1024;
  }

  async close() {
    this.#pty.kill('SIGKILL');
    await this.exited;
  }
}
