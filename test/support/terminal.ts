import type { IPty } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { environmentAt, PROGRAM, temporaryFolder, type Variables } from './home.ts';
import { type Key, mouseReport, sequenceOf } from './keys.ts';
import { spawnWhole } from './pseudo-terminal.ts';
import { Screen } from './screen.ts';

export interface TerminalOptions {
  /** Arguments of the built `kiosque`. */
  readonly args?: readonly string[];
  /** In place of `args`: a line for `sh`, where `kiosque` is on the path (`cat a.md | kiosque`). */
  readonly shell?: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Variables;
  readonly cwd?: string;
  /** A home to come back to; a new one otherwise. */
  readonly home?: string;
}

export interface Exit {
  readonly code: number;
  /** Number of the signal that ended it, 0 for none. */
  readonly signal: number;
}

/** The longest a screen may take, in milliseconds: generous, since it is only waited out by what is broken. */
const PATIENCE = 15_000;

/** The program on a pseudo-terminal, driven as a person does: press, look, press. */
export class Terminal {
  readonly screen: Screen;
  readonly home: string;
  /** Ended, and all that it wrote is on the screen. */
  readonly exited: Promise<Exit>;
  /** Every byte it wrote, as text. */
  output = '';
  readonly #pty: IPty;
  readonly #watchers = new Set<() => void>();
  #exit: Exit | undefined;

  constructor({ args = [], shell, columns = 80, rows = 24, env, cwd, home }: TerminalOptions) {
    this.home = home ?? temporaryFolder();
    this.screen = new Screen(columns, rows, (answer) => this.type(answer));
    const [file, ...rest] = shell === undefined ? [process.execPath, PROGRAM, ...args] : ['sh', '-c', shell];
    const variables = environmentAt(this.home, env);
    const window = { cols: columns, rows, cwd: cwd ?? this.home, env: variables };
    this.#pty = spawnWhole(file, rest, window, (data) => {
      this.output += data;
      this.screen.write(data, () => this.#changed());
    });
    this.exited = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal = 0 }) => {
        this.screen.write('', () => {
          this.#exit = { code: exitCode, signal };
          resolve(this.#exit);
          this.#changed();
        });
      });
    });
  }

  /** Sends characters as they are. */
  type(text: string): void {
    if (!this.#exit) this.#pty.write(text);
  }

  /** Presses keys in one write. A key after `Escape` would make an Alt of it: wait for the screen in between. */
  press(...keys: readonly Key[]): void {
    this.type(keys.map(sequenceOf).join(''));
  }

  /** Pastes, between brackets where the program asked for them. */
  paste(text: string): void {
    this.type(this.screen.modes.bracketedPaste ? `\x1b[200~${text}\x1b[201~` : text);
  }

  mouse(what: Parameters<typeof mouseReport>[0], row: number, column: number): void {
    this.type(mouseReport(what, row, column));
  }

  resize(columns: number, rows: number): void {
    this.screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  signal(name: NodeJS.Signals): void {
    // Nothing happens where it has just ended and nobody was told yet.
    if (!this.#exit) this.#pty.kill(name);
  }

  /** In the middle of whatever it does: makes the window small and large, and in the end as it was. */
  shake(): void {
    const {
      columns,
      rows: { length: rows },
    } = this.screen;
    for (const [across, down] of [
      [47, 13],
      [150, 50],
      [15, 4],
      [columns, rows],
    ] as const)
      this.resize(across, down);
  }

  /**
   * Waits until the screen holds a text, fits a pattern or satisfies a predicate; looks whenever something was
   * written. Rejects with what is on the screen when that takes longer than `patience` milliseconds or the program ends
   * before.
   */
  waitFor(
    wanted: string | RegExp | ((screen: Screen) => boolean),
    { patience = PATIENCE } = {},
  ): Promise<Screen> {
    const there = () =>
      typeof wanted === 'function'
        ? wanted(this.screen)
        : typeof wanted === 'string'
          ? this.screen.text.includes(wanted)
          : wanted.test(this.screen.text);
    return new Promise((resolve, reject) => {
      const settle = (failure?: string) => {
        clearTimeout(timer);
        this.#watchers.delete(look);
        if (failure === undefined) resolve(this.screen);
        else reject(new Error(`${failure}: ${wanted}\n${this.#picture()}`));
      };
      const look = () => {
        if (this.#inFrame()) return;
        if (there()) settle();
        else if (this.#exit) settle(`ended with ${this.#exit.code} before the screen showed`);
      };
      const timer = setTimeout(() => settle('the screen never showed'), patience);
      this.#watchers.add(look);
      look();
    });
  }

  /** Ends the program if it still runs. */
  async close(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
    this.screen.dispose();
  }

  /** Within a synchronised update what is on the screen is neither what was nor what is to be. */
  #inFrame(): boolean {
    return !this.#exit && this.output.lastIndexOf('\x1b[?2026h') > this.output.lastIndexOf('\x1b[?2026l');
  }

  #changed(): void {
    for (const look of [...this.#watchers]) look();
  }

  #picture(): string {
    const edge = '-'.repeat(this.screen.columns);
    return [edge, ...this.screen.rows, edge].join('\n');
  }
}

/** Starts the built program on a pseudo-terminal of its own; it is ended when the test is over. */
export function openTerminal(options: TerminalOptions = {}): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}
