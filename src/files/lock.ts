import { existsSync, linkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { readRegular } from './with-file.ts';

/** Milliseconds, at most, between creating a lock and writing its owner into it, where that takes two steps. */
const UNNAMED = 1000;
/** A process with the owner's number is most likely another one once the lock is this many times past `staleAfter`. */
const REUSED = 10;

/**
 * A file that one process holds at a time. It names its owner (process, machine, a random number), so that the lock of a
 * process that died can be taken over.
 */
export class Lock {
  readonly #path: string;
  readonly #owner = `${pid} ${hostname()} ${Math.random()}\n`;

  private constructor(path: string) {
    this.#path = path;
  }

  /**
   * Takes the lock; undefined while another process holds it.
   *
   * @param staleAfter  milliseconds without `touch` after which a lock is taken over from a process on another machine
   * @throws the file system's error if the folder cannot be written to
   */
  static take(path: string, staleAfter: number): Lock | undefined {
    const lock = new Lock(path);
    for (let tries = 0; tries < 3; tries += 1) {
      if (create(path, lock.#owner)) return lock;
      if (!removeStale(path, staleAfter)) return undefined;
    }
    return undefined;
  }

  /** Shows that its owner is still at work. False if another process has taken the lock over. */
  touch(): boolean {
    try {
      const now = new Date();
      utimesSync(this.#path, now, now);
      return ownerOf(this.#path) === this.#owner;
    } catch {
      return false;
    }
  }

  /** Gives the lock back, unless another process has taken it over. Never throws. */
  release(): void {
    try {
      if (ownerOf(this.#path) === this.#owner) rmSync(this.#path, { force: true });
    } catch {
      // The folder cannot be written to any more: the lock goes stale.
    }
  }
}

/**
 * Runs `work` while holding the lock at `path`.
 *
 * @param patience    milliseconds to wait for the lock
 * @param staleAfter  as for `Lock.take`
 * @returns what `work` returns; `busy` if the lock was not free in time
 * @throws what `work` and `Lock.take` throw
 */
export async function withLock<T>(
  path: string,
  work: () => Promise<T>,
  { patience, staleAfter }: { readonly patience: number; readonly staleAfter: number },
): Promise<T | 'busy'> {
  const end = Date.now() + patience;
  for (;;) {
    const lock = Lock.take(path, staleAfter);
    if (lock) return await work().finally(() => lock.release());
    if (Date.now() >= end) return 'busy';
    // A random delay, so that two waiting processes do not stay in step.
    await setTimeout(5 + Math.random() * 20);
  }
}

/** Creates a lock with its owner in one step: the process may be killed at any moment. False if the lock exists. */
function create(path: string, owner: string): boolean {
  if (existsSync(path)) return false;
  const temporary = temporaryOf(path);
  writeFileSync(temporary, owner, { flag: 'wx' });
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    // ENOENT: the owner of the lock has removed temporary files.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOENT') return false;
    return createWithoutLink(path, owner);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** For file systems without hard links. */
function createWithoutLink(path: string, owner: string): boolean {
  try {
    writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

const temporaryOf = (path: string): string => `${path}.${Math.random().toString(36).slice(2)}.tmp`;

/** Removes a lock whose owner is gone. False if the owner may be at work. */
function removeStale(path: string, staleAfter: number): boolean {
  const owner = ownerOf(path);
  if (!isStale(path, owner, staleAfter)) return false;
  const aside = temporaryOf(path);
  try {
    renameSync(path, aside);
    // Another process may have taken the lock over since its owner was read.
    if (ownerOf(aside) !== owner) {
      renameSync(aside, path);
      return false;
    }
    rmSync(aside, { recursive: true, force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return true;
}

function isStale(path: string, owner: string | undefined, staleAfter: number): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return true;
  // A lock from the future, written while a clock was wrong, has to go stale as well.
  const age = Math.abs(Date.now() - stats.mtimeMs);
  const [process, host] = owner?.trim().split(' ') ?? [];
  if (process === '') return age > UNNAMED;
  if (host !== hostname()) return age > staleAfter;
  return !isRunning(Number(process)) || age > REUSED * staleAfter;
}

/** The text of a lock; undefined if it is gone, or is the folder that earlier versions used as a lock. */
function ownerOf(path: string): string | undefined {
  try {
    return readRegular(path);
  } catch {
    return undefined;
  }
}

function isRunning(process: number): boolean {
  try {
    kill(process, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
