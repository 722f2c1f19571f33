// The cost of whole processes: CPU time and instructions, which the load of the machine changes less than wall time.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { env, median } from './measure.mjs';

/** True if a program is installed. */
export const isInstalled = (program) =>
  spawnSync('sh', ['-c', 'command -v "$0"', program], { env }).status === 0;

/**
 * The CPU time of a command in milliseconds, user and system, with its output in a pipe; the median of `rounds`.
 *
 * @param statuses  exit codes that are expected
 */
export function cpuOf(command, { rounds = 5, statuses = [0], environment = env } = {}) {
  const times = Array.from({ length: rounds }, () => {
    const script = 'set -o pipefail; "$@" | cat >/dev/null; status=$?; times >&3; exit $status';
    const { status, stderr, output } = spawnSync('bash', ['-c', script, 'bash', ...command], {
      env: environment,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    if (!statuses.includes(status)) throw new Error(`${command.join(' ')} ended with ${status}: ${stderr}`);
    return childrenCpuOf(output[3]);
  });
  return median(times);
}

/** The CPU time, user and system, in milliseconds of what a bash has run, from the second line of its `times`. */
export function childrenCpuOf(times) {
  return [...times.split('\n')[1].matchAll(/(\d+)m([\d.,]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + 60_000 * minutes + 1000 * seconds.replace(',', '.'),
    0,
  );
}

/**
 * The instructions of a command in millions, the fewest of three runs; undefined without valgrind. A run differs from the next
 * by some millions, because V8 looks for random primes at its start.
 */
export function instructionsOf(command) {
  if (!isInstalled('valgrind')) return undefined;
  const tool = ['--tool=cachegrind', '--cache-sim=no', '--cachegrind-out-file=/dev/null'];
  const counts = Array.from({ length: 3 }, () => {
    const { stderr } = spawnSync('valgrind', [...tool, ...command], { env, encoding: 'utf8' });
    return Number(/I\s+refs:\s+([\d,]+)/.exec(stderr)?.[1].replaceAll(',', '')) / 1e6;
  });
  return Math.min(...counts);
}

/** Loaded before a program, to write at its end the most memory that was resident, in bytes. */
const REPORT = `process.on('exit', () =>
  require('node:fs').writeFileSync(process.env.BENCH_REPORT, String(process.resourceUsage().maxRSS * 1024)));`;

/** The most memory of a program of Node that was resident, in bytes. Its output is thrown away. */
export function peakMemoryOf(args) {
  const [hook, report] = ['.bench/report.cjs', '.bench/report'];
  writeFileSync(hook, REPORT);
  const { status } = spawnSync(process.execPath, ['--require', resolve(hook), ...args], {
    env: { ...env, BENCH_REPORT: report },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(readFileSync(report, 'utf8'));
}
