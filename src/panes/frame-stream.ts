import { EventEmitter } from 'node:events';
import type { Size } from '../state/state.ts';

export const BEGIN = '\x1b[?2026h';
export const END = '\x1b[?2026l';

/**
 * What Ink writes to in place of the terminal: its size is the one the state knows, and a frame, which Ink writes in
 * several pieces between the marks of a synchronised update, goes out as one write.
 */
export class FrameStream extends EventEmitter {
  readonly isTTY = true;
  readonly writable = true;
  readonly columns: number;
  readonly rows: number;
  /** Nothing that is written goes out. */
  muted = false;
  readonly #send: (text: string) => void;
  #held = '';
  #depth = 0;

  constructor(size: Size, send: (text: string) => void) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
    this.#send = send;
  }

  write(text: string, done?: () => void): boolean {
    if (text === BEGIN) this.#depth++;
    else if (text === END) this.#depth--;
    else this.#held += text;
    this.#flush();
    done?.();
    return true;
  }

  #flush(): void {
    if (this.#depth > 0 || this.#held === '') return;
    const text = BEGIN + this.#held + END;
    this.#held = '';
    if (!this.muted) this.#send(text);
  }
}
