import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { expectClean } from '../support/orchard.ts';
import { randomFrom, someKeys } from '../support/random.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

/** Thousands of keys take long on a busy machine. */
vi.setConfig({ testTimeout: 300_000 });

const ARTICLES = resolve(import.meta.dirname, '../../articles');
const open = (columns: number, rows: number): Terminal =>
  openTerminal({ args: [ARTICLES], columns, rows, env: { BROWSER: 'true', EDITOR: 'true' } });

/** The keys of one minute at fifty a second. */
const KEYS = 3_000;
/** The greatest number of keys in one write, and the number of such writes between two checks of the screen. */
const BURST = 20;
const LOOK = 50;

const CLEAR = '\x1b[H\x1b[2J';
const FRAME_END = '\x1b[?2026l';
/** Turns the mouse off, which is the first thing done to give the terminal back. */
const RELEASE = '\x1b[?1006l';

/** Escape and a key that cannot continue an escape sequence, so that Escape is taken as a key at once. */
const ESCAPE = '\x1b\x0c';

/**
 * Opens the help from any state and searches it for `word`. Once the word is on the screen, the program has handled all
 * earlier input. Ctrl-L has drawn the whole screen before: the help is drawn by what it changes.
 */
async function expectAnswers(terminal: Terminal, word: string): Promise<void> {
  const from = terminal.output.length;
  terminal.type(ESCAPE.repeat(4));
  await terminal.waitFor(() => isRedrawn(terminal, from));
  terminal.type(`?/${word}`);
  await terminal.waitFor(`/ ${word}`);
}

/** True if the output from `from` on has a whole frame, and ends with a frame. */
const isRedrawn = ({ output }: Terminal, from: number): boolean =>
  output.indexOf(CLEAR, from) >= 0 && output.endsWith(FRAME_END);

/**
 * Resizes the terminal and waits until the program knows it. Keys read together with SIGWINCH may be handled before it;
 * once one of them shows its effect, later keys are drawn at the new size.
 */
async function resized(terminal: Terminal, columns: number, rows: number, word: string): Promise<void> {
  terminal.resize(columns, rows);
  await expectAnswers(terminal, word);
}

/**
 * Checks that a full redraw does not change the screen: the incremental drawing left every row in its place. SIGCONT makes the
 * program give the terminal back, take it again and draw everything. Unlike a key it changes no state, so a report of an
 * earlier key, which may come after `word` is shown, is there before and after.
 */
async function expectInPlace(terminal: Terminal, word: string): Promise<void> {
  await expectAnswers(terminal, word);
  const from = terminal.output.length;
  let before: readonly string[] = [];
  let after: readonly string[] = [];
  terminal.signal('SIGCONT');
  await terminal.waitFor(({ rows }) => {
    const released = terminal.output.indexOf(RELEASE, from);
    if (released < 0) before = rows;
    after = rows;
    // Only after that: the program may draw everything for a reason of its own, such as Ink taking over.
    return released >= 0 && isRedrawn(terminal, released);
  });
  expect(after).toEqual(before);
  terminal.type(ESCAPE.repeat(2));
}

async function expectQuits(terminal: Terminal): Promise<void> {
  terminal.press('Ctrl-c');
  expect((await terminal.exited).code).toBe(0);
  await expectClean(terminal);
  expect(terminal.screen.text).toBe('');
}

/** Keys of the reader, each by itself; those that open a menu, the help or a selection are followed by one that closes it. */
const EACH: readonly string[] = [
  ...'jkdubfg}{ntq*m',
  ...['\r', ' ', '\t', '\x1b[Z', '\x1b[A', '\x1b[B', '\x1b[6~', '\x1b[5~', '\x1b[C', '\x1b[D'],
  ...['v', ')', 'v', 'c', '\r', ')', 'C', 'z', 'z', 'a', 'c', '+', '-', 'T', 'M', 'M', "'", 'x', '?', 'q'],
  ...['J', 'K', '\x1b[<65;90;10M', '\x1b[<64;90;10M'],
];

/** The rows above the status line, without the progress in the list, which is saved once the reader rests. */
const settledRows = ({ screen }: Terminal): readonly string[] =>
  screen.rows.slice(0, -1).map((row) => row.replace(/ +(?:\d+%|(?:✓ )?\d+\smin) (?=[│┃])/u, ''));

/** Waits until all keys have been handled, which a count in the status line shows. */
async function expectHandled(terminal: Terminal): Promise<void> {
  terminal.type('77777');
  await terminal.waitFor(({ rows }) => rows.at(-1)!.includes('77777'));
}

/** Redraws the screen without the count. It is cleared first, and its last row drawn last. */
async function redraw(terminal: Terminal): Promise<void> {
  terminal.press('Ctrl-l');
  await terminal.waitFor((screen) => /^(?!.*77777).*\S/.test(screen.rows.at(-1)!));
}

describe('the reader', () => {
  it.each([
    [120, 40],
    [80, 24],
    [40, 12],
  ])('draws what each key changes as a full redraw does at %i×%i', async (columns, rows) => {
    const terminal = open(columns, rows);
    await terminal.waitFor('Welcome');
    terminal.type('\r');
    await terminal.waitFor('READ');
    // Hyphens and colors are loaded beside the text, and change the rows once.
    for (const key of EACH) terminal.type(key);
    await expectHandled(terminal);
    await redraw(terminal);
    for (const key of EACH) {
      terminal.type(key);
      await expectHandled(terminal);
      const changed = settledRows(terminal);
      await redraw(terminal);
      expect(settledRows(terminal), JSON.stringify(key)).toEqual(changed);
    }
    await expectQuits(terminal);
  });
});

describe('the reader under a flood of input', () => {
  it.each([
    [120, 40, 1],
    [80, 24, 2],
    [40, 12, 3],
    [20, 5, 4],
  ])(
    'keeps running, with every row in its place, after a minute of random keys at %i×%i',
    async (columns, rows, seed) => {
      const random = randomFrom(seed);
      const terminal = open(columns, rows);
      await terminal.waitFor('Welcome');
      let sent = 0;
      for (let burst = 1; sent < KEYS; burst++) {
        const keys = someKeys(random, BURST);
        const before = terminal.output.length;
        terminal.type(`${keys.join('')}\x0c`);
        await terminal.waitFor(() => terminal.output.length > before);
        sent += keys.length;
        if (burst % LOOK === 0) await expectInPlace(terminal, `b${burst}`);
      }
      await expectInPlace(terminal, 'end');
      await expectQuits(terminal);
    },
  );

  it('keeps every row in its place after three hundred resizes between keys', async () => {
    const random = randomFrom(5);
    const terminal = open(120, 40);
    await terminal.waitFor('Welcome');
    for (let turn = 1; turn <= 300; turn++) {
      terminal.resize(1 + random(160), 1 + random(50));
      terminal.type(someKeys(random, 3).join(''));
      if (turn % 60 > 0) continue;
      await resized(terminal, 40, 12, `s${turn}`);
      await resized(terminal, 41 + random(100), 12 + random(30), `r${turn}`);
      await expectInPlace(terminal, `t${turn}`);
    }
    terminal.resize(120, 40);
    terminal.press('Ctrl-l');
    await terminal.waitFor(({ rows }) => {
      const rule = rows[0]!.indexOf('│');
      return rule > 0 && rows.slice(0, -1).every((row) => /[│┃]/.test(row[rule] ?? ''));
    });
    await expectQuits(terminal);
  });
});
