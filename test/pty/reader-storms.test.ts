import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { expectClean } from '../support/orchard.ts';
import { randomFrom, someKeys } from '../support/random.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

/** Thousands of keys: long on a machine that does other things. */
vi.setConfig({ testTimeout: 300_000 });

const ARTICLES = resolve(import.meta.dirname, '../../articles');
const open = (columns: number, rows: number): Terminal =>
  openTerminal({ args: [ARTICLES], columns, rows, env: { BROWSER: 'true', EDITOR: 'true' } });

/** As many keys as someone types who types fifty a second for a minute. */
const KEYS = 3_000;
/** Keys in one write, at most; and bursts of them between two close looks at the screen. */
const BURST = 20;
const LOOK = 50;

const CLEAR = '\x1b[H\x1b[2J';
const FRAME_END = '\x1b[?2026l';

/** Escape, and what tells it from the beginning of a sequence. */
const ESCAPE = '\x1b\x0c';

/** From wherever the program is, it can be brought to look for `word` in its help: it has taken all that came before. */
async function expectAnswers(terminal: Terminal, word: string): Promise<void> {
  terminal.type(`${ESCAPE.repeat(4)}?/${word}`);
  await terminal.waitFor(`/ ${word}`);
}

/**
 * Gives the terminal another size. Keys may overtake the signal that tells of it, but only those that are read together
 * with it: once one has been answered, what is typed next is drawn at that size.
 */
async function resized(terminal: Terminal, columns: number, rows: number, word: string): Promise<void> {
  terminal.resize(columns, rows);
  await expectAnswers(terminal, word);
}

/** What was drawn change by change is what is drawn when all is drawn anew; no row is out of its place. */
async function expectInPlace(terminal: Terminal, word: string): Promise<void> {
  await expectAnswers(terminal, word);
  const { rows } = terminal.screen;
  const from = terminal.output.length;
  terminal.press('Ctrl-l');
  await terminal.waitFor(
    () => terminal.output.indexOf(CLEAR, from) >= 0 && terminal.output.endsWith(FRAME_END),
  );
  expect(terminal.screen.rows).toEqual(rows);
  terminal.type(ESCAPE.repeat(2));
}

async function expectQuits(terminal: Terminal): Promise<void> {
  terminal.press('Ctrl-c');
  expect((await terminal.exited).code).toBe(0);
  await expectClean(terminal);
  expect(terminal.screen.text).toBe('');
}

describe('whatever happens', () => {
  it.each([
    [120, 40, 1],
    [80, 24, 2],
    [40, 12, 3],
    [20, 5, 4],
  ])(
    'a minute of random keys at %i×%i leaves a program that runs, and every row in its place',
    async (columns, rows, seed) => {
      const random = randomFrom(seed);
      const terminal = open(columns, rows);
      await terminal.waitFor('Bienvenue');
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

  it('three hundred resizes, while keys go on, leave every row in its place', async () => {
    const random = randomFrom(5);
    const terminal = open(120, 40);
    await terminal.waitFor('Bienvenue');
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
