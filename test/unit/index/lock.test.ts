import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Lock } from '../../../src/index/lock.ts';
import { temporaryFolder } from '../../support/home.ts';

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'lock');
});

/** A lock that another process left, so many minutes ago. */
function leave(text: string, minutes: number): void {
  writeFileSync(path, text);
  const time = Date.now() / 1000 - minutes * 60;
  utimesSync(path, time, time);
}

/** No process has this number. */
const NOBODY = 2 ** 22 + 1;

describe('a lock', () => {
  it('is had by one at a time', () => {
    const lock = Lock.take(path);
    expect(lock?.touch()).toBe(true);
    expect(Lock.take(path)).toBeUndefined();
    lock?.release();
    expect(existsSync(path)).toBe(false);
    expect(Lock.take(path)?.touch()).toBe(true);
  });

  it('is taken over from a process that ended, or had no time to write its name', () => {
    for (const text of [`${NOBODY} ${hostname()} 0.5\n`, '', '\n']) {
      leave(text, 0);
      expect(Lock.take(path)?.touch()).toBe(true);
    }
  });

  it('is taken over from another machine, or a number that another process has now, only after a time', () => {
    for (const [text, before, after] of [
      ['1 another-machine 0.5\n', 0.5, 2],
      [`${process.pid} ${hostname()} 0.5\n`, 5, 11],
    ] as const) {
      leave(text, before);
      expect(Lock.take(path)).toBeUndefined();
      leave(text, after);
      expect(Lock.take(path)?.touch()).toBe(true);
    }
  });

  it('is lost, and left alone, once another has taken it over', () => {
    const lock = Lock.take(path);
    writeFileSync(path, 'another');
    expect(lock?.touch()).toBe(false);
    lock?.release();
    expect(readFileSync(path, 'utf8')).toBe('another');
  });
});
