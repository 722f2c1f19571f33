import type { State } from '../state/state.ts';
import { type Keyboard, openKeyboard } from './keyboard.ts';
import { spoken } from './spoken.ts';
import type { Tty, TtyOptions } from './tty.ts';
import { wrapWords } from './wrap.ts';

/** Wide enough for one pane, and never for two: what is said is said in order. */
const WIDEST = 80;
const LEAST_ROWS = 8;

/**
 * The reader for screen readers, and for terminals that cannot move a cursor: it says in words what has changed, a line
 * below the other, and the cursor stays on the last, which is the row one stands on. No escape sequence is sent but
 * what is to be copied.
 */
export function openLinear({ stdin, stdout, onInputs, onEnd }: Omit<TtyOptions, 'depth'>): Tty {
  let keyboard: Keyboard | undefined;
  let before: State | undefined;

  return {
    get size() {
      return {
        columns: Math.max(20, Math.min(WIDEST, stdout.columns || WIDEST)),
        rows: Math.max(LEAST_ROWS, stdout.rows || 24),
      };
    },
    draw(state) {
      if (!keyboard) return;
      const columns = stdout.columns || WIDEST;
      const lines = spoken(before, state).flatMap((line) => wrapWords(line, columns - 1));
      before = state;
      for (const line of lines) stdout.write(`\r\n${line}`);
    },
    forget() {
      before = undefined;
    },
    send(sequence) {
      stdout.write(sequence);
    },
    release() {
      if (!keyboard) return;
      keyboard.close();
      keyboard = undefined;
      stdout.write('\r\n');
    },
    take() {
      keyboard ??= openKeyboard(stdin, onInputs, onEnd);
    },
    ask() {},
    answered() {},
    async settled() {},
  };
}
