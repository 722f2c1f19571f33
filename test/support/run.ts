import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { COMMAND, environmentAt, temporaryFolder, type Variables } from './home.ts';

export interface RunOptions {
  /** The content of standard input, empty by default. */
  readonly input?: string | Uint8Array;
  readonly env?: Variables;
  readonly cwd?: string;
  readonly home?: string;
}

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const [FILE, ...FIRST] = COMMAND;

/** Runs the built `kiosque` to its end without a terminal, in a home folder of its own. */
export const run = (args: readonly string[], options?: RunOptions): Promise<Run> =>
  collect(FILE, [...FIRST, ...args], options);

/** Runs a line of `sh` to its end in the same environment, with `kiosque` on the path. */
export const runShell = (line: string, options?: RunOptions): Promise<Run> =>
  collect('sh', ['-c', line], options);

function collect(
  file: string,
  args: readonly string[],
  { input, env, cwd, home }: RunOptions = {},
): Promise<Run> {
  const place = home ?? temporaryFolder();
  const child = spawn(file, args, { env: environmentAt(place, env), cwd: cwd ?? place });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    stdout += data;
  });
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    stderr += data;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
