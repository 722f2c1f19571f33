import { decode, flush, type Input } from '../keys/decode.ts';

/** Milliseconds after which a lone escape is the Escape key. vim and readline wait longer. */
const ESCAPE_DELAY = 25;
/** Milliseconds after which an unfinished sequence is dropped; a slow connection may take that long to bring its rest. */
const SEQUENCE_DELAY = 500;

export type InputListener = (inputs: readonly Input[]) => void;

const keyboards = new WeakMap<NodeJS.ReadStream, Keyboard>();

/** The keyboard of a terminal. There is one for each stream, so that no sequence is cut when its listener changes. */
export function keyboardOf(stdin: NodeJS.ReadStream): Keyboard {
  const keyboard = keyboards.get(stdin) ?? new Keyboard(stdin);
  keyboards.set(stdin, keyboard);
  return keyboard;
}

/** The keys and the mouse of a terminal. All that comes in one read is handed over together: a burst is drawn once. */
class Keyboard {
  readonly #stdin: NodeJS.ReadStream;
  readonly #listeners: InputListener[] = [];
  /** The beginning of a sequence whose rest is yet to come. */
  #pending = '';
  #timer: NodeJS.Timeout | undefined;
  #expiry: NodeJS.Immediate | undefined;

  constructor(stdin: NodeJS.ReadStream) {
    this.#stdin = stdin;
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
    const { inputs, pending } = decode(chunk, this.#pending);
    this.#pending = pending;
    if (pending !== '') {
      const isEscape = pending === '\x1b' || pending === '\x1b\x1b';
      // What came while the program was busy is read before the time is up.
      this.#timer = setTimeout(
        () => {
          this.#expiry = setImmediate(() => this.#expire());
        },
        isEscape ? ESCAPE_DELAY : SEQUENCE_DELAY,
      );
    }
    this.#emit(inputs);
  };

  #expire(): void {
    const inputs = flush(this.#pending);
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
