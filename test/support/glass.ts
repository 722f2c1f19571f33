import { expect, vi } from 'vitest';
import { openDisplay } from '../../src/panes/display.ts';
import { screenOf } from '../../src/panes/screen.ts';
import type { State } from '../../src/state/state.ts';
import { makeTheme } from '../../src/style/theme.ts';
import { Screen } from './screen.ts';

/** What Ink makes of screens, on an emulated terminal without wrapping, as the reader's is. */
export class Glass {
  readonly #screen = new Screen(1, 1, () => {});
  readonly #display = openDisplay(process.stdin, (text) =>
    // As the line discipline does.
    this.#screen.write(text.replaceAll('\n', '\r\n'), () => {}),
  );

  #isInk = false;

  constructor() {
    this.#screen.write('\x1b[?7l', () => {});
  }

  /** Draws a state and compares the whole terminal with it: each row, and the cursor where there is one. */
  async expectShows(state: State, where: string): Promise<void> {
    const { columns, rows } = state.size;
    if (columns !== this.#screen.columns || rows !== this.#screen.rows.length) {
      this.#screen.resize(columns, rows);
      this.#display.forget();
    }
    const wanted = screenOf(state);
    this.#display.draw(wanted, state.size, makeTheme('neutral', 4));
    if (!this.#isInk) {
      // It is loaded once a first screen has been drawn without it.
      await new Promise((resolve) => setImmediate(resolve));
      await vi.dynamicImportSettled();
      this.#isInk = true;
    }
    await new Promise<void>((resolve) => this.#screen.write('', resolve));
    const lines = wanted.rows.map((row) =>
      row
        .map(({ text }) => text)
        .join('')
        .trimEnd(),
    );
    if (this.#screen.rows.join('\n') !== lines.join('\n')) expect(this.#screen.rows, where).toEqual(lines);
    const { cursor } = wanted;
    if (cursor) expect(this.#screen.cursor, where).toEqual({ column: cursor.x, row: cursor.y });
  }

  close(): void {
    this.#display.close();
    this.#screen.dispose();
  }
}
