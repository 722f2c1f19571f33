import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND, environmentAt, temporaryFolder } from '../support/home.ts';
import { expectClean } from '../support/orchard.ts';
import { spawnWhole } from '../support/pseudo-terminal.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

/** Whether the second bundled article is selected and shown. */
const onSecond = ({ screen }: Terminal): boolean =>
  screen.rows.some((row) => /^▌The Quiet Newsletter/.test(row)) && screen.text.includes('On the last Friday');

/** A home folder after a first run, with everything cached that a run can cache. */
async function homeOfAnEarlierRun(): Promise<string> {
  const home = temporaryFolder();
  const earlier = openTerminal({ columns: 120, rows: 30, home, args: ['--no-memory'] });
  await earlier.waitFor('Welcome');
  earlier.type('q');
  await earlier.exited;
  return home;
}

it('loads, reads and indexes nothing more once it is quit, though the terminal does not answer', async () => {
  const home = temporaryFolder();
  const window = { cols: 120, rows: 40, cwd: home, env: environmentAt(home) };
  const [file, ...args] = COMMAND;
  const terminal = spawnWhole(file, args, window, () => undefined);
  const exited = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
  terminal.write('q');
  expect(await exited).toBe(0);
  const cached = readdirSync(join(home, 'cache/kiosque'), { recursive: true }).join(' ');
  expect(cached).toContain('reader');
  expect(cached).not.toMatch(/index|marked-terminal|ignore-rules|ink/);
});

describe.each(['first', 'second'])('the first screen of the %s start', (start) => {
  const open = async (options: Parameters<typeof openTerminal>[0] = {}): Promise<Terminal> => {
    const home = start === 'first' ? temporaryFolder() : await homeOfAnEarlierRun();
    return openTerminal({ columns: 120, rows: 30, home, ...options });
  };

  it('handles keys typed before it appears and right after it appears', async () => {
    const terminal = await open();
    terminal.type('j');
    await terminal.waitFor(() => onSecond(terminal));
    terminal.type('jk');
    terminal.press('Enter');
    await terminal.waitFor('READ');
    terminal.type('Gq');
    await terminal.waitFor('LIST');
    expect(onSecond(terminal)).toBe(false);
    expect(terminal.screen.rows.some((row) => /^▌The Quiet/.test(row))).toBe(true);
    terminal.type('q');
    expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
    await expectClean(terminal);
  });

  it('answers a query typed before the index is open', async () => {
    const terminal = await open();
    terminal.type('/partenariats');
    await terminal.waitFor(/Search: partenariats +\d+\/\d+/);
    await terminal.waitFor('Grandir par les partenariats');
    terminal.press('Ctrl-c');
    await terminal.exited;
    await expectClean(terminal);
  });

  it('is drawn at the current size if the terminal is resized during the start', async () => {
    const terminal = await open();
    terminal.resize(100, 20);
    await terminal.waitFor('Welcome');
    terminal.resize(64, 12);
    terminal.resize(110, 24);
    await terminal.waitFor(({ rows }) => rows.length === 24 && /^ LIST .*left$/.test(rows[23]!));
    terminal.type('j');
    await terminal.waitFor(() => onSecond(terminal));
  });

  it.each(['q', '\x03'])('leaves the terminal clean if %j is pressed before it appears', async (key) => {
    const terminal = await open();
    await terminal.waitFor(({ modes }) => modes.alternateScreen);
    terminal.type(key);
    expect((await terminal.exited).signal).toBe(0);
    await expectClean(terminal);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'leaves the terminal clean on %s right after it appears',
    async (signal) => {
      const terminal = await open();
      await terminal.waitFor('Welcome');
      terminal.signal(signal);
      await terminal.exited;
      await expectClean(terminal);
    },
  );

  it('is drawn with CI set, but not on a dumb terminal', async () => {
    const terminal = await open({ env: { CI: '1' } });
    await terminal.waitFor('Welcome');
    terminal.type('j');
    await terminal.waitFor(() => onSecond(terminal));
    const dumb = await open({ env: { TERM: 'dumb' } });
    expect((await dumb.exited).code).toBe(0);
    expect(dumb.output).not.toContain('\x1b');
    expect(dumb.output).toContain('Welcome to Kiosque');
  });

  it('is written as linear text with --accessible', async () => {
    const terminal = await open({ args: ['--accessible'], columns: 80 });
    await terminal.waitFor('Welcome');
    expect(terminal.screen.modes.alternateScreen).toBe(false);
    terminal.type('j');
    await terminal.waitFor('The Quiet Newsletter');
    terminal.type('q');
    expect((await terminal.exited).code).toBe(0);
  });
});

it('draws the first screen after the cache was deleted', async () => {
  const home = await homeOfAnEarlierRun();
  rmSync(join(home, 'cache'), { recursive: true });
  const terminal = openTerminal({ columns: 120, rows: 30, home });
  await terminal.waitFor('Welcome');
  terminal.type('j');
  await terminal.waitFor(() => onSecond(terminal));
});
