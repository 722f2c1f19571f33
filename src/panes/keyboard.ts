import { decode, flush, type Input, isBegunPaste } from '../keys/decode.ts';
import { lateTail } from '../keys/late-tail.ts';
import { settingOf } from '../settings/table.ts';

/** Milliseconds after which a lone escape is the Escape key, unless the user has set another time. */
const { default: ESCAPE_DELAY } = settingOf('escape-time');
/** Milliseconds after which an unfinished sequence is dropped; a slow connection may take that long to bring its rest. */
const SEQUENCE_DELAY = 500;

/** Ctrl-c. */
const INTERRUPT = '\x03';

/** Returns milliseconds, or undefined for the default. */
export type EscapeDelay = () => number | undefined;

export type InputListener = (inputs: readonly Input[]) => void;

const keyboards = new WeakMap<NodeJS.ReadStream, Keyboard>();

/**
 * The keyboard of a terminal. There is one for each stream, so that no sequence is cut when its listener changes.
 *
 * @param escapeDelay  returns the milliseconds after which a lone escape is the Escape key; counts where the keyboard is made
 */
export function keyboardOf(stdin: NodeJS.ReadStream, escapeDelay: EscapeDelay = () => undefined): Keyboard {
  const keyboard = keyboards.get(stdin) ?? new Keyboard(stdin, escapeDelay);
  keyboards.set(stdin, keyboard);
  return keyboard;
}

/** The keys and the mouse of a terminal. All that comes in one read is handed over together: a burst is drawn once. */
class Keyboard {
  readonly #stdin: NodeJS.ReadStream;
  readonly #escapeDelay: EscapeDelay;
  readonly #listeners: InputListener[] = [];
  /** The beginning of a sequence whose rest is yet to come. */
  #pending = '';
  /** The beginning of a sequence that was given up. */
  #givenUp = '';
  #timer: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Immediate | undefined;

  constructor(stdin: NodeJS.ReadStream, escapeDelay: EscapeDelay) {
    this.#stdin = stdin;
    this.#escapeDelay = escapeDelay;
  }

  /**
   * Puts the terminal in raw mode and reads it, for `listener` unless another one is added. `onEnd` is called when it is gone.
   *
   * @returns gives the terminal its line discipline back and reads no more
   */
  open(listener: InputListener, onEnd: () => void): () => void {
    const stdin = this.#stdin;
    const stopListening = this.listen(listener);
    stdin.setEncoding('utf8');
    stdin.on('end', onEnd);
    stdin.on('error', onEnd);
    stdin.setRawMode(true);
    stdin.ref();
    stdin.resume();
    return () => {
      stopListening();
      stdin.off('end', onEnd);
      stdin.off('error', onEnd);
      this.#close();
    };
  }

  #close(): void {
    const stdin = this.#stdin;
    this.#forget();
    this.#pending = '';
    // Once the terminal is gone, what was written or set fails later, and does not matter.
    stdin.on('error', () => undefined);
    stdin.pause();
    // A terminal that was opened for its keys would keep the program running.
    stdin.unref();
    try {
      stdin.setRawMode(false);
    } catch {
      // As above.
    }
  }

  /**
   * Hands inputs to `listener`, unless another one is added later.
   *
   * @returns removes the listener
   */
  listen(listener: InputListener): () => void {
    if (this.#listeners.length === 0) this.#stdin.on('data', this.#onData);
    this.#listeners.push(listener);
    return () => {
      this.#listeners.splice(this.#listeners.lastIndexOf(listener), 1);
      if (this.#listeners.length === 0) this.#stdin.off('data', this.#onData);
    };
  }

  readonly #onData = (chunk: string): void => {
    this.#forget();
    // A paste whose end was lost with the connection must not keep the user from quitting.
    if (chunk === INTERRUPT && isBegunPaste(this.#pending)) this.#pending = '';
    const { inputs, pending } = decode(this.#withoutLateTail(chunk), this.#pending);
    this.#pending = pending;
    if (pending !== '' && !isBegunPaste(pending)) {
      const isEscape = pending === '\x1b' || pending === '\x1b\x1b';
      // What came while the program was busy is read before the time is up.
      this.#timer = setTimeout(
        () => {
          this.#expiry = setImmediate(() => this.#expire());
        },
        isEscape ? (this.#escapeDelay() ?? ESCAPE_DELAY) : SEQUENCE_DELAY,
      );
    }
    this.#emit(inputs);
  };

  /** Removes from a chunk the rest of a sequence whose beginning was given up. */
  #withoutLateTail(chunk: string): string {
    const { length, isUnfinished } = lateTail(this.#givenUp, chunk);
    this.#givenUp = isUnfinished ? this.#givenUp + chunk : '';
    return chunk.slice(length);
  }

  #expire(): void {
    const inputs = flush(this.#pending);
    this.#givenUp = this.#pending;
    this.#pending = '';
    this.#emit(inputs);
  }

  #emit(inputs: readonly Input[]): void {
    if (inputs.length > 0) this.#listeners.at(-1)?.(inputs);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    clearImmediate(this.#expiry);
  }
}
