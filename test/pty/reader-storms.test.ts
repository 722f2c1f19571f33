import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTerminal, type Terminal } from '../support/terminal.ts';

/** A generator of numbers below a bound, the same for the same seed (Lehmer, 1951). */
function randomFrom(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
}

/** Everything a keyboard and a mouse send, but for what ends, stops or leaves the program. */
const KEYS = [
  ...'jkhlgGdub nNtsS*myzaT+-=?/JKM123%[]fcxX<>é你"\'',
  '\r',
  '\t',
  '\x7f',
  '\x1b[A',
  '\x1b[B',
  '\x1b[C',
  '\x1b[D',
  '\x1b[5~',
  '\x1b[6~',
  '\x1b[H',
  '\x1b[F',
  '\x1b[Z',
  '\x1b[3~',
  '\x04',
  '\x15',
  '\x0c',
  '\x17',
  '\x1b[<64;5;5M',
  '\x1b[<65;60;5M',
  '\x1b[<0;10;6M',
  '\x1b[<0;60;9M',
  '\x1b[200~client\nprix\x1b[201~',
] as const;

const ARTICLES = resolve(import.meta.dirname, '../../articles');
const open = (columns: number, rows: number): Terminal =>
  openTerminal({ args: [ARTICLES], columns, rows, env: { BROWSER: 'true', EDITOR: 'true' } });

/** The program still answers: from wherever it is, it can be brought to show its help. */
async function expectAnswers(terminal: Terminal): Promise<void> {
  for (let tries = 0; tries < 4; tries++) {
    const before = terminal.output.length;
    terminal.press('Escape');
    terminal.press('Ctrl-l');
    await terminal.waitFor(() => terminal.output.length > before);
  }
  terminal.type('?');
  await terminal.waitFor(/HELP|More room/);
}

/** In two panes, the rule between them is one straight line. */
function expectInPlace(terminal: Terminal): void {
  const { rows, columns } = terminal.screen;
  for (const row of rows) expect([...row].length).toBeLessThanOrEqual(columns);
  const ruled = rows.map((row) => row.search(/ [│┃]|─│/)).filter((at) => at >= 0);
  if (columns >= 100 && ruled.length > rows.length / 2)
    expect(new Set(ruled).size, rows.join('\n')).toBeLessThan(6);
}

describe('whatever happens', () => {
  it.each([
    [120, 40, 1],
    [80, 24, 2],
    [40, 12, 3],
    [20, 5, 4],
  ])('random keys at %i×%i leave a program that runs', async (columns, rows, seed) => {
    const random = randomFrom(seed);
    const terminal = open(columns, rows);
    await terminal.waitFor('Bienvenue');
    for (let burst = 0; burst < 30; burst++) {
      const keys = Array.from({ length: 1 + random(20) }, () => KEYS[random(KEYS.length)]!);
      const before = terminal.output.length;
      terminal.type(`${keys.join('')}\x0c`);
      await terminal.waitFor(() => terminal.output.length > before);
    }
    await expectAnswers(terminal);
    expectInPlace(terminal);
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
    expect(terminal.screen.modes).toMatchObject({
      alternateScreen: false,
      cursorVisible: true,
      mouse: false,
      wrap: true,
    });
    expect(terminal.screen.text).toBe('');
  });

  it('three hundred resizes, while keys go on, leave every row in its place', async () => {
    const random = randomFrom(5);
    const terminal = open(120, 40);
    await terminal.waitFor('Bienvenue');
    for (let turn = 0; turn < 300; turn++) {
      terminal.resize(1 + random(160), 1 + random(50));
      if (turn % 5 === 0) terminal.type('jj ');
    }
    terminal.resize(120, 40);
    terminal.type('\x1b[A');
    await terminal.waitFor((screen) => / LIST|LISTE/.test(screen.rows.at(-1) ?? ''));
    terminal.press('Escape', 'Ctrl-l');
    await terminal.waitFor(({ rows }) => {
      const rule = rows[0]!.indexOf('│');
      return rule > 0 && rows.slice(0, -1).every((row) => /[│┃]/.test(row[rule] ?? ''));
    });
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
  });
});
