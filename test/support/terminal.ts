import type { IPty } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { COMMAND, environmentAt, temporaryFolder, type Variables } from './home.ts';
import { type Key, mouseReport, sequenceOf } from './keys.ts';
import { closeWindow, spawnWhole } from './pseudo-terminal.ts';
import { Screen } from './screen.ts';

export interface TerminalOptions {
  /** Arguments of the built `kiosque`. */
  readonly args?: readonly string[];
  /** A line for `sh`, with `kiosque` on the path, instead of `args` (`cat a.md | kiosque`). */
  readonly shell?: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Variables;
  readonly cwd?: string;
  /** The home folder of an earlier run; a new one by default. */
  readonly home?: string;
}

export interface Exit {
  readonly code: number;
  /** The number of the signal that ended the program, or 0. */
  readonly signal: number;
}

/** The default timeout for a screen, in milliseconds. It is generous because only failing tests wait so long. */
const PATIENCE = 15_000;

/** The end of a synchronized update. */
const FRAME_END = '\x1b[?2026l';

/** Output cut after each frame, so that a test sees each of several frames that came together. */
const framesOf = (data: string): readonly string[] => {
  const parts = data.split(FRAME_END);
  return parts.map((part, index) => (index < parts.length - 1 ? part + FRAME_END : part)).filter(Boolean);
};

/** The program on a pseudo-terminal, driven as a user drives it: press keys, look at the screen. */
export class Terminal {
  readonly screen: Screen;
  readonly home: string;
  /** Resolves when the program has ended and its whole output is on the screen. */
  readonly exited: Promise<Exit>;
  /** The output of the program that is on the screen. */
  output = '';
  readonly #pty: IPty;
  readonly #watchers = new Set<() => void>();
  #exit: Exit | undefined;

  constructor({ args = [], shell, columns = 80, rows = 24, env, cwd, home }: TerminalOptions) {
    this.home = home ?? temporaryFolder();
    this.screen = new Screen(columns, rows, (answer) => this.type(answer));
    const [file, ...rest] = shell === undefined ? [...COMMAND, ...args] : ['sh', '-c', shell];
    const variables = environmentAt(this.home, env);
    const window = { cols: columns, rows, cwd: cwd ?? this.home, env: variables };
    this.#pty = spawnWhole(file, rest, window, (data) => {
      for (const part of framesOf(data)) {
        this.screen.write(part, () => {
          this.output += part;
          this.#changed();
        });
      }
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

  /** The number of the program's process. */
  get pid(): number {
    return this.#pty.pid;
  }

  /** Sends characters as they are. */
  type(text: string): void {
    if (!this.#exit) this.#pty.write(text);
  }

  /** Presses keys in one write. Do not put a key after `Escape`: the two would be read as Alt and the key. */
  press(...keys: readonly Key[]): void {
    this.type(keys.map(sequenceOf).join(''));
  }

  /** Pastes a text, as a bracketed paste if the program has turned that on. */
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
    // A program that has just ended, before its exit is reported, ignores the signal.
    if (!this.#exit) this.#pty.kill(name);
  }

  /** Closes the window; what the program writes from now on is lost. */
  hangUp(): void {
    closeWindow(this.#pty);
  }

  /** Resizes the window several times without waiting, at last back to its size. */
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
   * Waits until the screen contains a text, matches a pattern or satisfies a predicate; it is checked after each output.
   * Rejects, with the screen in the message, after `patience` milliseconds or when the program ends.
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

  /** Kills the program if it is still running. */
  async close(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
    this.screen.dispose();
  }

  /** Whether a synchronised update is in progress; until it ends the screen is half old, half new. */
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

/** Starts the built program on a pseudo-terminal of its own and kills it at the end of the test. */
export function openTerminal(options: TerminalOptions = {}): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(() => terminal.close());
  return terminal;
}
