import type { Input } from '../keys/decode.ts';
import type { Size, State } from '../state/state.ts';
import { type ColorDepth, makeTheme } from '../style/theme.ts';
import { openDisplay } from './display.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';
import { screenOf } from './screen.ts';
import { ASK, ENTER, LEAVE, MOUSE_OFF, MOUSE_ON } from './terminal.ts';

/** The terminal while the reader has it. */
export interface Tty {
  readonly size: Size;
  draw(state: State): void;
  /** Draws everything anew with the next screen. */
  forget(): void;
  /** Sends a sequence that shows nothing. */
  send(sequence: string): void;
  /** Gives the terminal back as it was found, and takes it again; both may be called in any state. */
  release(): void;
  take(): void;
  /** Asks the terminal for its background. The answer comes with the inputs, and `answered` is to be told of it. */
  ask(): void;
  answered(): void;
  /** Settles once the terminal has answered, or keeps silent: else its answer would appear on the command line. */
  settled(): Promise<void>;
}

export interface TtyOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly depth: ColorDepth;
  readonly onInputs: (inputs: readonly Input[]) => void;
  /** The terminal is gone. */
  readonly onEnd: () => void;
}

/** Of a terminal that does not tell its size. */
const USUAL_SIZE: Size = { columns: 80, rows: 24 };

/** Milliseconds a terminal is waited for that has not answered yet. */
const SILENCE = 100;

export function openTty(options: TtyOptions): Tty {
  const { stdin, stdout, depth } = options;
  let keyboard: Keyboard | undefined;
  let mouse = false;
  let awaited: (() => void) | undefined;
  let answer: Promise<void> = Promise.resolve();

  const send = (text: string): void => {
    if (!stdout.destroyed && stdout.writable) stdout.write(text);
  };
  const display = openDisplay(stdin, send);

  return {
    get size() {
      return { columns: stdout.columns || USUAL_SIZE.columns, rows: stdout.rows || USUAL_SIZE.rows };
    },
    draw(state) {
      if (!keyboard) return;
      if (mouse !== state.mouse) send(state.mouse ? MOUSE_ON : MOUSE_OFF);
      mouse = state.mouse;
      const { theme } = state.settings;
      display.draw(
        screenOf(state),
        state.size,
        makeTheme(theme === 'auto' ? state.background : theme, depth),
      );
    },
    forget: display.forget,
    send,
    release() {
      if (!keyboard) return;
      display.forget();
      keyboard.close();
      keyboard = undefined;
      mouse = false;
      send(MOUSE_OFF + LEAVE);
    },
    ask() {
      answer = new Promise((resolve) => {
        awaited = resolve;
      });
      send(ASK);
    },
    answered() {
      awaited?.();
      awaited = undefined;
    },
    async settled() {
      if (!awaited) return;
      const timer = setTimeout(awaited, SILENCE);
      await answer;
      clearTimeout(timer);
    },
    take() {
      if (keyboard) return;
      send(ENTER);
      keyboard = openKeyboard(stdin, options.onInputs, options.onEnd);
    },
  };
}
