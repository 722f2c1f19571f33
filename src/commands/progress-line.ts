import { timeLeft } from '../algorithms/time-left.ts';
import { progressMessages } from '../messages/progress.ts';
import { type Environment, widthOf } from './environment.ts';

/** Milliseconds after which progress is told, and between two reports of it. */
const AFTER = 500;
const EVERY = 200;

/** The work that takes long, as it is now. */
export interface Progress {
  /** The task, with numbers: `Indexing: 1,234 of 10,000`. */
  readonly text: string;
  /** From 0 to 1; undefined if it is not known how much there is to do. */
  readonly share?: number | undefined;
}

/**
 * Tells on a terminal how far a command is once that takes a while: a line on stderr that is written over itself, with the
 * share that is done and the time left. Elsewhere nothing is written.
 */
export class ProgressLine {
  readonly #environment: Pick<Environment, 'stderr' | 'language' | 'now'>;
  #latest: (() => Progress) | undefined;
  /** Tells it again while nothing new is known, as the work may be slow. */
  #timer: NodeJS.Timeout | undefined;
  /** When the work began whose share is told, and its last share: another work begins when the share falls. */
  #start: number;
  #share = 0;
  #due: number;
  #isTold = false;

  constructor(environment: Pick<Environment, 'stderr' | 'language' | 'now'>) {
    this.#environment = environment;
    this.#start = environment.now();
    this.#due = this.#start + AFTER;
  }

  /** May be called at any rate. `progress` is called only if it is told. */
  tell(progress: () => Progress): void {
    this.#latest = progress;
    this.#timer ??= setInterval(() => this.#report(), EVERY).unref();
    this.#report();
  }

  /** Removes the line. */
  end(): void {
    clearInterval(this.#timer);
    if (this.#isTold) this.#environment.stderr.write('\r\x1b[K');
    this.#isTold = false;
  }

  #report(): void {
    const now = this.#environment.now();
    // Only now is it asked what stderr is: to open it takes a millisecond.
    if (now < this.#due || !this.#latest || !this.#environment.stderr.isTTY) return;
    this.#due = now + EVERY;
    this.#write(this.#latest(), now);
  }

  #write({ text, share }: Progress, now: number): void {
    const { stderr, language } = this.#environment;
    const { percent, left } = progressMessages[language];
    if (share !== undefined && share < this.#share) this.#start = now;
    this.#share = share ?? 0;
    const seconds = share === undefined ? undefined : timeLeft(share, now - this.#start);
    const parts = [
      text,
      ...(share === undefined ? [] : [percent(Math.floor(share * 100))]),
      ...(seconds === undefined ? [] : [left(seconds)]),
    ];
    // A line that wraps could not be written over.
    stderr.write(`\r\x1b[K${parts.join(', ').slice(0, widthOf(stderr) - 1)}`);
    this.#isTold = true;
  }
}
