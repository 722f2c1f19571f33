import { isOfUser } from '../keys/decode.ts';
import type { Size, State } from '../state/state.ts';
import { lookOf } from '../state/themes.ts';
import { type ColorDepth, makeTheme } from '../style/theme.ts';
import { Display, type WhenQuiet, whenQuiet } from './display.ts';
import { type EscapeDelay, type InputListener, keyboardOf } from './keyboard.ts';
import { ENTER, LEAVE, MOUSE_OFF, MOUSE_ON } from './modes.ts';

/** Clears the last line, for the prompt of a terminal that has no alternate screen to leave. */
const TO_LAST_LINE = '\x1b[9999;1H\x1b[2K';

/** Asks for the background (OSC 11), then for the attributes (DA1): every terminal answers the latter. */
const ASK = '\x1b]11;?\x07\x1b[c';

/** The terminal while the reader has it. */
export interface Tty {
  readonly size: Size;
  draw(state: State): void;
  /** Sends all of the next screen. */
  forget(): void;
  /** Sends a sequence that shows nothing. */
  send(sequence: string): void;
  /** Gives the terminal back as it was found. May be called in any state, as may `take`, which takes it again. */
  release(): void;
  take(): void;
  /** Asks the terminal for its background, if it has colors. The answer comes with the inputs. */
  ask(): void;
  /**
   * Gives the terminal back as `release` does, but reads on until it has answered or kept silent: another program would take
   * a late answer for what the user types.
   */
  releaseWhenAnswered(): Promise<void>;
}

export interface TtyOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly depth: ColorDepth;
  readonly onInputs: InputListener;
  /** The time after which a lone escape is the Escape key. */
  readonly escapeDelay: EscapeDelay | undefined;
  /** True if the terminal is on another machine, so that its answers travel. */
  readonly isRemote: boolean;
  /** The terminal is gone. */
  readonly onEnd: () => void;
  /** Drawing failed. */
  readonly onError: (error: unknown) => void;
}

/** The size of a terminal that does not report one. */
const DEFAULT_SIZE: Size = { columns: 80, rows: 24 };

/** Milliseconds within which a terminal answers if it answers at all: a busy one, and one over a slow connection. */
const ANSWER_DELAY = { local: 2_000, remote: 6_000 } as const;

/** The whole of a terminal: alternate screen, raw mode, mouse. */
export class FullScreenTty implements Tty {
  readonly #options: TtyOptions;
  readonly #display: Display;
  /** Set while the terminal is read. */
  #closeKeyboard: (() => void) | undefined;
  /** True while the screen is ours; after that, only the answer of the terminal is read. */
  #isShown = false;
  #hasMouse = false;
  #isGone = false;
  /** True from the first key on. */
  #isUsed = false;
  #onAnswer: (() => void) | undefined;
  /** When the terminal was asked, in milliseconds of `performance.now`. */
  #askedAt = 0;
  #answer: Promise<void> = Promise.resolve();

  constructor(options: TtyOptions) {
    const onInputs: InputListener = (inputs) => {
      if (inputs.some((input) => input.kind === 'attributes')) this.#answered();
      this.#isUsed ||= inputs.some(isOfUser);
      if (this.#isShown) options.onInputs(inputs);
    };
    const onEnd = (): void => {
      this.#isGone = true;
      options.onEnd();
    };
    this.#options = { ...options, onInputs, onEnd };
    // A reader that no key has reached has hardly anything to draw: without Ink it takes 6 of 70 MB less.
    const whenUsed: WhenQuiet = (task) => (this.#isUsed ? whenQuiet(task) : () => undefined);
    this.#display = new Display((text) => this.send(text), this.#options, whenUsed);
  }

  get size(): Size {
    const { columns, rows } = this.#options.stdout;
    return { columns: columns || DEFAULT_SIZE.columns, rows: rows || DEFAULT_SIZE.rows };
  }

  draw(state: State): void {
    if (!this.#isShown) return;
    if (this.#hasMouse !== state.mouse) this.send(state.mouse ? MOUSE_ON : MOUSE_OFF);
    this.#hasMouse = state.mouse;
    this.#display.draw({ state, theme: makeTheme(lookOf(state), this.#options.depth) });
  }

  forget(): void {
    this.#display.forget();
  }

  send(text: string): void {
    const { stdout } = this.#options;
    if (!stdout.destroyed && stdout.writable) stdout.write(text);
  }

  take(): void {
    if (!this.#isShown) this.send(ENTER);
    this.#isShown = true;
    const { stdin, onInputs, onEnd, escapeDelay } = this.#options;
    // Until Ink is loaded, and while it restarts for another size, there is no other listener.
    this.#closeKeyboard ??= keyboardOf(stdin, escapeDelay).open(onInputs, onEnd);
  }

  release(): void {
    this.#leave();
    this.#closeKeyboard?.();
    this.#closeKeyboard = undefined;
  }

  async releaseWhenAnswered(): Promise<void> {
    this.#leave();
    if (this.#onAnswer && !this.#isGone) {
      const delay = ANSWER_DELAY[this.#options.isRemote ? 'remote' : 'local'];
      const timer = setTimeout(this.#onAnswer, this.#askedAt + delay - performance.now());
      await this.#answer;
      clearTimeout(timer);
    }
    // The terminal may have been taken again meanwhile.
    if (!this.#isShown) this.release();
  }

  #leave(): void {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#hasMouse = false;
    this.#display.forget();
    this.send(MOUSE_OFF + TO_LAST_LINE + LEAVE);
  }

  ask(): void {
    if (this.#options.depth === 0) return;
    this.#answer = new Promise((resolve) => {
      this.#onAnswer = resolve;
    });
    this.#askedAt = performance.now();
    this.send(ASK);
  }

  #answered(): void {
    this.#onAnswer?.();
    this.#onAnswer = undefined;
  }
}

/** Puts a text on the clipboard of the terminal (OSC 52). Undefined if it is longer than terminals accept. */
export function copySequence(text: string): string | undefined {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return encoded.length > MAX_COPY ? undefined : `\x1b]52;c;${encoded}\x07`;
}

/** Bytes in base64. screen and some others stop at 100 kB, tmux at 1 MB, xterm later. */
const MAX_COPY = 100_000;
