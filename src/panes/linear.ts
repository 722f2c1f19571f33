import type { Size, State } from '../state/state.ts';
import { wrapWords } from '../unicode/wrap-words.ts';
import { keyboardOf } from './keyboard.ts';
import { spoken } from './spoken.ts';
import type { Tty, TtyOptions } from './tty.ts';

/** Wide enough for one pane, but never for two: text is read out in order. */
const MAX_COLUMNS = 80;
const MIN_COLUMNS = 20;
const MIN_ROWS = 8;

/**
 * The reader for screen readers, and for terminals that cannot move the cursor. It writes what has changed as text, one
 * line below the other, and the cursor stays on the last, which describes the current row. It sends no escape sequence
 * other than the one that copies.
 */
export class LinearTty implements Tty {
  readonly #options: Omit<TtyOptions, 'depth'>;
  /** Set while the terminal is taken. */
  #closeKeyboard: (() => void) | undefined;
  #previous: State | undefined;
  #lastLine = '';

  constructor(options: Omit<TtyOptions, 'depth'>) {
    this.#options = options;
  }

  get size(): Size {
    const { columns, rows } = this.#options.stdout;
    return {
      columns: Math.max(MIN_COLUMNS, Math.min(MAX_COLUMNS, columns || MAX_COLUMNS)),
      rows: Math.max(MIN_ROWS, rows || 24),
    };
  }

  draw(state: State): void {
    if (!this.#closeKeyboard) return;
    const lines = spoken(this.#previous, state);
    this.#previous = state;
    // The selected row is read out again when all articles are known, unless their number is still the same.
    if (lines.length === 1 && lines[0] === this.#lastLine) return;
    this.#lastLine = lines.at(-1) ?? this.#lastLine;
    this.#say(lines);
  }

  #say(lines: readonly string[]): void {
    const { stdout } = this.#options;
    const columns = stdout.columns || MAX_COLUMNS;
    for (const line of lines.flatMap((each) => wrapWords(each, columns - 1))) stdout.write(`\r\n${line}`);
  }

  forget(): void {
    this.#previous = undefined;
  }

  send(sequence: string): void {
    this.#options.stdout.write(sequence);
  }

  take(): void {
    if (this.#closeKeyboard) return;
    const { stdin, onInputs, onEnd, escapeDelay } = this.#options;
    this.#closeKeyboard = keyboardOf(stdin, escapeDelay).open(onInputs, onEnd);
    // After a stop, the user needs to hear again where the cursor is.
    if (this.#lastLine !== '') this.#say([this.#lastLine]);
  }

  release(): void {
    if (!this.#closeKeyboard) return;
    this.#closeKeyboard();
    this.#closeKeyboard = undefined;
    this.#options.stdout.write('\r\n');
  }

  ask(): void {}

  async releaseWhenAnswered(): Promise<void> {
    this.release();
  }
}
