import { execFileSync, spawnSync } from 'node:child_process';

/** True if a program of the system is installed, in a place where packages put it. */
export const isInstalled = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

/** The output of a program for an input, both as text. */
export const outputOf = (program: string, args: readonly string[], input = ''): string =>
  execFileSync(program, args, { input, encoding: 'utf8' });
