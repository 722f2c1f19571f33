import type { Input } from '../keys/decode.ts';
import { type ColorDepth, makeTheme, type ThemeName } from '../output/theme.ts';
import type { Size, State } from '../state/state.ts';
import { openDisplay } from './display.tsx';
import { type Keyboard, openKeyboard } from './keyboard.ts';
import { screenOf } from './screen.ts';
import { ENTER, LEAVE, MOUSE_OFF, MOUSE_ON } from './terminal.ts';

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
}

export interface TtyOptions {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly depth: ColorDepth;
  /** The theme of `auto`. */
  readonly theme: () => ThemeName;
  readonly onInputs: (inputs: readonly Input[]) => void;
  /** The terminal is gone. */
  readonly onEnd: () => void;
}

/** Of a terminal that does not tell its size. */
const USUAL_SIZE: Size = { columns: 80, rows: 24 };

export function openTty(options: TtyOptions): Tty {
  const { stdin, stdout, depth } = options;
  let keyboard: Keyboard | undefined;
  let mouse = false;

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
      const name = state.settings.theme === 'auto' ? options.theme() : state.settings.theme;
      display.draw(screenOf(state), state.size, makeTheme(name, depth));
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
    take() {
      if (keyboard) return;
      send(ENTER);
      keyboard = openKeyboard(stdin, options.onInputs, options.onEnd);
    },
  };
}
