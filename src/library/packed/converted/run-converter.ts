import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { withCleanUp } from '../../../files/with-clean-up.ts';
import type { Converter } from '../../converters.ts';

/** The limits of a program: its time in milliseconds, and its output in bytes. */
export interface ConverterLimits {
  readonly time: number;
  readonly size: number;
}

type Program = ChildProcessByStdio<null, Readable, null>;

const LIMITS: ConverterLimits = { time: 30_000, size: 32 * 1024 * 1024 };

/**
 * The output of a program that converts a file. No shell runs it, so nothing in the name of the file is obeyed.
 *
 * @param path  absolute, so that it is never taken for an option
 * @throws {Error} with the program and the reason if it cannot be run, fails, or goes beyond the limits
 */
export function runConverter(
  [program, ...args]: Converter,
  path: string,
  limits: ConverterLimits = LIMITS,
): Promise<Buffer> {
  const given = args.map((arg) => arg.replaceAll('{}', () => path));
  const all = args.some((arg) => arg.includes('{}')) ? given : [...given, path];
  return runProgram([program, ...all], limits);
}

/**
 * The output of a program, which gets its arguments as they are.
 *
 * @throws {Error} with the program and the reason if it fails or goes beyond the limits; the system's error is the cause if it
 *   cannot be run
 */
export function runProgram([program, ...args]: Converter, limits: ConverterLimits): Promise<Buffer> {
  let child: Program | undefined;
  const start = (): Program =>
    // It may send a signal at once: by then, its end must be seen to.
    (child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], windowsHide: true }));
  return withCleanUp(
    () => outputOf(start(), basename(program), limits),
    () => child?.kill('SIGKILL'),
  );
}

function outputOf(child: Program, name: string, { time, size }: ConverterLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string, cause?: Error): void => {
      clearTimeout(timer);
      // A program that it has started may hold the pipe open.
      child.stdout.destroy();
      reject(new Error(`${name}: ${reason}`, { cause }));
    };
    const timer = setTimeout(() => fail(`> ${time / 1000} s`), time);
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > size) fail(`> ${size / 1024 / 1024} MB`);
      else chunks.push(chunk);
    });
    child.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message, error));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks));
      else fail(signal ?? `exit ${code}`);
    });
  });
}
