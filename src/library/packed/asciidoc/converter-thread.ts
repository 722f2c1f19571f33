import { Worker } from 'node:worker_threads';
import type { AsciidocPage } from './to-html.ts';

/** The limits of a conversion: milliseconds, and megabytes of objects. */
export interface ThreadLimits {
  readonly time: number;
  readonly memory: number;
}

/** Milliseconds in which a thread must have started. */
const START = 20_000;

/** Converts AsciiDoc in a thread of its own, which is ended if a text takes too long or too much memory. */
export class ConverterThread {
  readonly #file: URL;
  readonly #limits: ThreadLimits;
  #thread: Worker | undefined;
  /** The conversion that was asked for last: they take turns. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param file  the program of the thread */
  constructor(file: URL, limits: ThreadLimits) {
    this.#file = file;
    this.#limits = limits;
  }

  /** Undefined if the conversion fails, or goes beyond the limits. */
  convert(source: string): Promise<AsciidocPage | undefined> {
    const page = this.#last.then(() => this.#convert(source));
    this.#last = page;
    return page;
  }

  async #convert(source: string): Promise<AsciidocPage | undefined> {
    try {
      this.#thread ??= await this.#started();
      this.#thread.ref();
      const page = answerOf(this.#thread, this.#limits.time);
      this.#thread.postMessage(source);
      return (await page) as AsciidocPage | undefined;
    } catch {
      void this.#thread?.terminate();
      this.#thread = undefined;
      return undefined;
    } finally {
      // The program may end while the thread waits for the next text.
      this.#thread?.unref();
    }
  }

  async #started(): Promise<Worker> {
    const thread = new Worker(this.#file, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memory },
      stdout: true,
      stderr: true,
    });
    await answerOf(thread, START);
    return thread;
  }
}

/** The next message of a thread. Rejects if the thread ends, or sends none in `time` milliseconds. */
function answerOf(thread: Worker, time: number): Promise<unknown> {
  const ended = new AbortController();
  return new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`> ${time} ms`)), time);
    const listen = (event: string, listener: (value: unknown) => void): void => {
      thread.once(event, listener);
      ended.signal.addEventListener('abort', () => thread.off(event, listener));
    };
    ended.signal.addEventListener('abort', () => clearTimeout(timer));
    listen('message', resolve);
    listen('error', reject);
    listen('exit', () => reject(new Error('the thread ended')));
  }).finally(() => ended.abort());
}
