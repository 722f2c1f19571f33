import { expect, vi } from 'vitest';
import { Display, type WhenQuiet } from '../../src/panes/display.ts';
import { type Frame, frameOf, type View, whole } from '../../src/panes/frame.ts';
import type { Size, State } from '../../src/state/state.ts';
import { lookOf } from '../../src/state/themes.ts';
import { makeTheme } from '../../src/style/theme.ts';
import { Screen } from './screen.ts';

export const inkOptions = {
  stdin: process.stdin,
  onInputs: () => {},
  onError: (error: unknown): never => {
    throw error;
  },
};

/** A view of a state, in the dark theme unless one is being chosen. */
export const viewOf = (state: State): View => ({
  state,
  theme: makeTheme(state.overlay?.kind === 'themes' ? lookOf(state) : 'dark', 8),
});

/** Settles once a display has sent the states it was given: it draws within a turn of the event loop. */
export const drawn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Stands for the while without frames after which a display lets Ink take over. */
export class Quiet {
  #task: (() => void) | undefined;

  readonly later: WhenQuiet = (task) => {
    this.#task = task;
    return () => {
      this.#task = undefined;
    };
  };

  /** Lets the while pass, and settles once Ink has taken over, unless the display has cancelled that. */
  async passes(): Promise<void> {
    this.#task?.();
    await vi.dynamicImportSettled();
  }
}

/** An emulated terminal without automatic wrapping, which the reader turns off. */
export class Emulator {
  readonly #screen = new Screen(1, 1, () => {});

  constructor() {
    this.send('\x1b[?7l');
  }

  send(text: string): void {
    this.#screen.write(text, () => {});
  }

  resize({ columns, rows }: Size): void {
    this.#screen.resize(columns, rows);
  }

  /** The screen after all output has been processed. */
  async shown() {
    await new Promise<void>((resolve) => this.#screen.write('', resolve));
    const { styledRows, cursor, modes } = this.#screen;
    return { rows: styledRows, cursor: modes.cursorVisible ? cursor : undefined };
  }

  dispose(): void {
    this.#screen.dispose();
  }
}

/** Two emulated terminals whose screens must be equal. */
export class Pair {
  readonly drawn = new Emulator();
  readonly #wanted = new Emulator();

  resize(size: Size): void {
    this.drawn.resize(size);
    this.#wanted.resize(size);
  }

  /** Expects the cells and the cursor of `drawn` to equal those of a frame drawn in full. */
  async expectShows(frame: Frame, where: string): Promise<void> {
    this.#wanted.send(whole(frame));
    const [drawn, wanted] = await Promise.all([this.drawn.shown(), this.#wanted.shown()]);
    if (JSON.stringify(drawn) !== JSON.stringify(wanted)) expect(drawn, where).toEqual(wanted);
  }

  dispose(): void {
    this.drawn.dispose();
    this.#wanted.dispose();
  }
}

/** Draws states through Ink and compares the screen with frames drawn without Ink. */
export class Glass {
  readonly #terminals = new Pair();
  readonly #quiet = new Quiet();
  readonly #display = new Display((text) => this.#terminals.drawn.send(text), inkOptions, this.#quiet.later);
  #size: Size = { columns: 0, rows: 0 };

  /** Draws a state and expects the same screen as without Ink. */
  async expectShows(state: State, where: string): Promise<void> {
    const { columns, rows } = state.size;
    const view = viewOf(state);
    if (columns !== this.#size.columns || rows !== this.#size.rows) {
      this.#terminals.resize(state.size);
      this.#size = state.size;
      this.#display.draw(view);
      await this.#quiet.passes();
    }
    this.#display.draw(view);
    await drawn();
    await this.#terminals.expectShows(frameOf(view), where);
  }

  close(): void {
    this.#display.forget();
    this.#terminals.dispose();
  }
}
