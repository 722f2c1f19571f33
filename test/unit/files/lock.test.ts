import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { Lock, withLock } from '../../../src/files/lock.ts';
import { temporaryFolder } from '../../support/home.ts';

const STALE_AFTER = 60_000;

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'lock');
});

/** Dates the lock `minutes` back. */
function age(minutes: number): void {
  const time = Date.now() / 1000 - minutes * 60;
  utimesSync(path, time, time);
}

/** Writes the lock that another process left `minutes` ago. */
function leave(owner: string, minutes: number): void {
  writeFileSync(path, owner);
  age(minutes);
}

const take = (): Lock | undefined => Lock.take(path, STALE_AFTER);

/** A number that no process has. */
const UNUSED_PID = 2 ** 22 + 1;

describe('Lock', () => {
  it('is held by one owner at a time', () => {
    const lock = take();
    expect(lock?.touch()).toBe(true);
    expect(take()).toBeUndefined();
    lock?.release();
    expect(existsSync(path)).toBe(false);
    expect(take()?.touch()).toBe(true);
  });

  it('is taken over at once from a process that died', () => {
    leave(`${UNUSED_PID} ${hostname()} 0.5\n`, 0);
    expect(take()?.touch()).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['lock']);
  });

  it.each([
    ['another machine', '1 another-machine 0.5\n', 0.5, 2],
    ['a running process of the same number', `${process.pid} ${hostname()} 0.5\n`, 5, 11],
    ['a process that died before it wrote its name', '', 0, 0.1],
  ])('is taken over from %s only after some time', (_, owner, before, after) => {
    leave(owner, before);
    expect(take()).toBeUndefined();
    leave(owner, after);
    expect(take()?.touch()).toBe(true);
  });

  it('is taken over if it comes from the future, as after a clock was wrong', () => {
    leave('1 another-machine 0.5\n', -30 * 24 * 60);
    expect(take()?.touch()).toBe(true);
  });

  it('replaces the folder that earlier versions used as a lock', () => {
    mkdirSync(path);
    expect(take()).toBeUndefined();
    age(2);
    expect(take()?.touch()).toBe(true);
  });

  it('leaves the lock of a process that took it over alone', () => {
    const lock = take();
    writeFileSync(path, 'another');
    expect(lock?.touch()).toBe(false);
    lock?.release();
    expect(readFileSync(path, 'utf8')).toBe('another');
  });

  it('throws if the folder does not exist', () => {
    expect(() => Lock.take(join(path, 'missing', 'lock'), STALE_AFTER)).toThrow(/ENOENT/);
  });
});

describe('withLock', () => {
  const options = { patience: 5000, staleAfter: STALE_AFTER };

  it('runs one piece of work after the other', async () => {
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      // The other one asks for the lock meanwhile.
      await setImmediate();
      order.push(`${name} ends`);
    };
    await Promise.all([withLock(path, work('a'), options), withLock(path, work('b'), options)]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(existsSync(path)).toBe(false);
  });

  it('gives up after the time it may wait', async () => {
    const lock = take();
    expect(await withLock(path, async () => 'done', { ...options, patience: 50 })).toBe('busy');
    lock?.release();
    expect(await withLock(path, async () => 'done', { ...options, patience: 50 })).toBe('done');
  });

  it('releases the lock when the work fails', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('failed')), options)).rejects.toThrow(
      'failed',
    );
    expect(existsSync(path)).toBe(false);
  });
});
