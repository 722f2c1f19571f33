import { existsSync, readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { folder } from '../support/orchard.ts';
import type { Modes } from '../support/screen.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';
import { isWhole, sampleOf, Tally } from './support/tries.ts';

/** Share of the endings in a sample. */
const SHARE = 0.08;

const SHELLS = { bash: 'exec bash --norc --noprofile -i', dash: 'exec dash -i' } as const;
type Shell = keyof typeof SHELLS;

/** How the program is started, and a text that is there once it can be used. */
const STARTS = {
  reader: { line: 'kiosque $ARTICLES', there: '3 articles' },
  piped: { line: 'cat $ARTICLES/apples.md | kiosque', there: 'READ' },
  accessible: { line: 'kiosque --accessible $ARTICLES', there: '1 of 3' },
} as const;
type Start = keyof typeof STARTS;

/** Keys to a state of the reader, and a text that is there in that state. */
const STATES = {
  list: { keys: '', there: 'LIST' },
  article: { keys: '\r', there: 'READ' },
  search: { keys: '/app', there: 'SEARCH' },
  find: { keys: '\r/app', there: 'Find: app' },
  contents: { keys: '\rt', there: 'CONTENTS' },
  tags: { keys: 't', there: 'FILTER' },
  help: { keys: '?', there: 'HELP' },
} as const;
type State = keyof typeof STATES;

/** States that need a list of articles. */
const OF_LIST: ReadonlySet<State> = new Set(['list', 'search', 'tags']);

const SIGNALS = [
  ...(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGABRT'] as const),
  ...(['SIGALRM', 'SIGUSR1', 'SIGUSR2', 'SIGXCPU'] as const),
  ...(['SIGVTALRM', 'SIGIO', 'SIGSYS', 'SIGTRAP'] as const),
] as const;

/**
 * A way to end: keys, a signal, keys after a stop by Ctrl-Z or by a signal or after a signal that changes nothing, or a kill,
 * after which `kiosque reset` restores the terminal.
 */
type Ending =
  | { readonly keys: string }
  | { readonly signal: NodeJS.Signals }
  | { readonly stop: 'key' | 'signal'; readonly keys: string }
  | { readonly ignored: NodeJS.Signals; readonly keys: string }
  | { readonly kill: 'then reset' };

interface Case {
  readonly shell: Shell;
  readonly start: Start;
  readonly state: State;
  readonly ending: Ending;
}

function* casesOf(shell: Shell): Generator<Case> {
  for (const start of Object.keys(STARTS) as Start[]) {
    for (const state of Object.keys(STATES) as State[]) {
      // Piped input has no list; what is read aloud has no panes to wait for.
      if (start === 'piped' && OF_LIST.has(state)) continue;
      if (start === 'accessible' && state !== 'list') continue;
      const endings: Ending[] = [
        { keys: '\x03' },
        ...SIGNALS.map((signal) => ({ signal })),
        { stop: 'key', keys: '\x03' },
        { stop: 'signal', keys: '\x03' },
        { ignored: 'SIGPIPE', keys: '\x03' },
        { kill: 'then reset' },
        ...(state === 'list' ? ['q', 'Q', 'Z'].map((keys) => ({ keys })) : []),
        ...(state === 'article' ? [start === 'piped' ? 'q' : 'qq', 'Q'].map((keys) => ({ keys })) : []),
      ];
      for (const ending of endings) yield { shell, start, state, ending };
    }
  }
}

/** A shell in which programs are started one after the other. */
class ShellWindow {
  readonly terminal: Terminal;
  readonly #pid = join(temporaryFolder(), 'pid');

  constructor(shell: Shell) {
    const env = { ARTICLES: folder(), PID: this.#pid, PS1: 'now> ', ENV: undefined };
    this.terminal = openTerminal({ shell: SHELLS[shell], columns: 150, rows: 30, env });
  }

  /** The modes of the line discipline, as the shell sees them. */
  async modes(): Promise<string> {
    this.terminal.type('clear; stty -g; echo "done"\r');
    const screen = await this.terminal.waitFor(/^[\w:]+\ndone\nnow>/m);
    return /^([\w:]+)\ndone/m.exec(screen.text)![1]!;
  }

  /** Starts the program so that its process is known: in a shell that it replaces. */
  async start(start: Start): Promise<void> {
    rmSync(this.#pid, { force: true });
    const { line, there } = STARTS[start];
    // An earlier run may have left a search, with which the list would come back.
    const replaced = line.replace(
      'kiosque',
      () => `sh -c 'echo $$ >"$PID"; rm -rf "$XDG_STATE_HOME"; exec kiosque "$@"' kiosque`,
    );
    this.terminal.type(`${replaced}; echo "ended $?"\r`);
    await this.terminal.waitFor(there);
  }

  /** The process of the program started last; undefined once it has ended. */
  get process(): number | undefined {
    const pid = existsSync(this.#pid) ? Number(readFileSync(this.#pid, 'utf8')) : 0;
    return pid > 0 && existsSync(`/proc/${pid}`) ? pid : undefined;
  }

  /**
   * Ends the program and returns its exit code.
   *
   * @param there  a text that it shows
   * @param modes  those of the terminal before it was started, to which it is to return
   */
  async end(ending: Ending, there: string, modes: Modes): Promise<number> {
    const { terminal } = this;
    if ('stop' in ending) {
      if (ending.stop === 'key') terminal.type('\x1a');
      else process.kill(this.process!, 'SIGTSTP');
      await terminal.waitFor(/(?:Stopped|Suspended)[\s\S]*now> *$/);
      expect(terminal.screen.modes).toEqual(modes);
      const from = terminal.output.length;
      terminal.type('fg; echo "ended $?"\r');
      // The terminal is taken once the reader is drawn: before that, Ctrl-C is a signal.
      await terminal.waitFor(({ modes: { alternateScreen }, text }) =>
        alternateScreen ? text.includes(there) : terminal.output.includes(there, from),
      );
    }
    if ('ignored' in ending) process.kill(this.process!, ending.ignored);
    if ('kill' in ending) return this.#killAndReset();
    if ('signal' in ending) process.kill(this.process!, ending.signal);
    else terminal.type(ending.keys);
    const screen = await terminal.waitFor(/^ended \d+\nnow> *$/m);
    return Number([...screen.text.matchAll(/^ended (\d+)$/gm)].at(-1)![1]);
  }

  /** Kills the program, and has `kiosque reset` restore the terminal. Returns the exit code of the program. */
  async #killAndReset(): Promise<number> {
    const { terminal } = this;
    const from = terminal.output.length;
    process.kill(this.process!, 'SIGKILL');
    await terminal.waitFor(() => /ended \d+[\s\S]*now> /.test(terminal.output.slice(from)));
    // The shell gets the keys and answers that the program had not read yet. In raw mode, Return is no end of a line for it.
    terminal.type('\nkiosque reset; clear; echo "reset $?"\n');
    await terminal.waitFor(/^reset 0\nnow> *$/m);
    return Number(/ended (\d+)/.exec(terminal.output.slice(from))![1]);
  }
}

/** The exit code that a way to end has. */
function codeOf(ending: Ending): number {
  if ('kill' in ending) return 128 + constants.signals.SIGKILL;
  return 'signal' in ending ? 128 + constants.signals[ending.signal] : 0;
}

/** What a case leaves behind that was not there before; undefined if nothing. */
async function traceOf(window: ShellWindow, { start, state, ending }: Case): Promise<string | undefined> {
  const { terminal } = window;
  const before = await window.modes();
  terminal.type('clear\r');
  await terminal.waitFor((screen) => screen.text === 'now>');
  const { modes } = terminal.screen;
  await window.start(start);
  const { keys, there } = STATES[state];
  if (start !== 'accessible') {
    terminal.type(keys);
    await terminal.waitFor(there);
  }
  const code = await window.end(ending, start === 'accessible' ? STARTS[start].there : there, modes);
  const rows = terminal.screen.rows.filter((row) => row !== '');
  const after = await window.modes();
  const expected = codeOf(ending);
  if (code !== expected) return `exit code ${code}, not ${expected}`;
  const left = JSON.stringify(terminal.screen.modes);
  if (left !== JSON.stringify(modes)) return `modes ${left}`;
  if (after !== before) return `line discipline ${after}, not ${before}`;
  if (window.process !== undefined) return 'a process is left';
  // On the main screen are the command, what the shell says of a stop, and the prompt.
  const foreign = rows.filter(
    (row) => !/^(?:now>|ended|reset 0|\[\d\]|sh -c|cat |kiosque|\^[CZ\\])|Stopped|Suspended/.test(row),
  );
  return start !== 'accessible' && foreign.length > 0 ? `rows ${JSON.stringify(foreign)}` : undefined;
}

describe.each(Object.keys(SHELLS) as Shell[])('a window of %s', (shell) => {
  it('is as it was before, however the program ends', async () => {
    const tally = new Tally(`lifecycle in ${shell}`);
    onTestFinished(() => tally.report());
    const window = new ShellWindow(shell);
    await window.terminal.waitFor('now>');
    for (const each of sampleOf([...casesOf(shell)], SHARE))
      tally.try(JSON.stringify(each), await traceOf(window, each));
    expect(tally.failures).toEqual([]);
  });

  it('can be closed at any time', async () => {
    const tally = new Tally(`closing in ${shell}`);
    onTestFinished(() => tally.report());
    for (const start of isWhole ? (Object.keys(STARTS) as Start[]) : (['reader'] as const)) {
      const window = new ShellWindow(shell);
      await window.terminal.waitFor('now>');
      await window.start(start);
      expect(window.process).toBeDefined();
      await window.terminal.close();
      await expect.poll(() => window.process, { timeout: 10_000 }).toBeUndefined();
      tally.try(start, undefined);
    }
  });
});
