import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../../src/files/make-folder.ts';
import { temporaryFolder } from '../../support/home.ts';

describe('makeFolder', () => {
  it('makes the missing folders of a path for their user alone, and accepts a folder that exists', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    makeFolder(folder);
    makeFolder(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, '..')).mode & 0o777).toBe(0o700);
  });

  it('throws where a file stands in the way', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeFolder(join(file, 'inside', 'below'))).toThrow(/ENOTDIR/);
  });

  // In a process of its own: a call that does not return could not be interrupted.
  it.runIf(existsSync('/proc/1'))('throws where a folder exists and refuses new entries', () => {
    const program = join(temporaryFolder(), 'program.mjs');
    const contents =
      "import { makeFolder } from './src/files/make-folder.ts'; makeFolder('/proc/1/kiosque/index');";
    buildSync({
      stdin: { contents, resolveDir: '.' },
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
    const { status, signal, stderr } = spawnSync(process.execPath, [program], {
      encoding: 'utf8',
      timeout: 10_000,
      killSignal: 'SIGKILL',
    });
    expect(signal).toBeNull();
    expect(status).toBe(1);
    expect(stderr).toMatch(/E(NOENT|ACCES|PERM)/);
  });
});
