import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { kill, pid } from 'node:process';

/** Milliseconds after which a lock that was not touched is nobody's, where its process cannot be asked. */
const STALE = 60_000;
/** The same where a process has its number: another one, most likely. A writer touches its lock every few seconds. */
const ABANDONED = 10 * 60_000;

/** A file that one process has at a time; it names the process, so that a lock left by one that died is taken over. */
export class Lock {
  private readonly path: string;
  private readonly own = `${pid} ${hostname()} ${Math.random()}\n`;

  private constructor(path: string) {
    this.path = path;
  }

  /** Takes the lock; undefined while another process has it. Throws where the folder cannot be written. */
  static take(path: string): Lock | undefined {
    const lock = new Lock(path);
    for (let tries = 0; tries < 3; tries += 1) {
      try {
        writeFileSync(path, lock.own, { flag: 'wx' });
        return lock;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      if (!isLeft(path)) return undefined;
      rmSync(path, { force: true });
    }
    return undefined;
  }

  /** Says that its owner is at work; false where another process has taken it over. */
  touch(): boolean {
    try {
      const now = new Date();
      utimesSync(this.path, now, now);
      return readFileSync(this.path, 'utf8') === this.own;
    } catch {
      return false;
    }
  }

  release(): void {
    try {
      if (readFileSync(this.path, 'utf8') === this.own) rmSync(this.path, { force: true });
    } catch {
      // Somebody took it over, or the folder is gone: nothing is left to release.
    }
  }
}

function isLeft(path: string): boolean {
  try {
    const age = Date.now() - statSync(path).mtimeMs;
    const [owner, host] = readFileSync(path, 'utf8').trim().split(' ');
    // Its process ended before it could write its name. One that is still about to is told by `touch`.
    if (owner === '') return true;
    if (host !== hostname() || owner === undefined) return age > STALE;
    return !isRunning(Number(owner)) || age > ABANDONED;
  } catch {
    return true;
  }
}

function isRunning(process: number): boolean {
  try {
    kill(process, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
