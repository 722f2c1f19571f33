import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { expectClean } from '../support/orchard.ts';
import { openTerminal, type Terminal } from '../support/terminal.ts';

/** The second article of the bundled catalogue is selected, and shown. */
const onSecond = ({ screen }: Terminal): boolean =>
  screen.rows.some((row) => /^▌Welcome to Kiosque/.test(row)) && screen.text.includes('Nothing you press');

/** As on a second start: everything that can be kept is. */
async function homeOfAnEarlierRun(): Promise<string> {
  const home = temporaryFolder();
  const earlier = openTerminal({ columns: 120, rows: 30, home, args: ['--no-memory'] });
  await earlier.waitFor('Bienvenue');
  earlier.type('q');
  await earlier.exited;
  return home;
}

describe.each(['first', 'second'])('the first screen of the %s start', (start) => {
  const open = async (options: Parameters<typeof openTerminal>[0] = {}): Promise<Terminal> => {
    const home = start === 'first' ? temporaryFolder() : await homeOfAnEarlierRun();
    return openTerminal({ columns: 120, rows: 30, home, ...options });
  };

  it('heeds keys that were typed before it, and those typed the moment it is there', async () => {
    const terminal = await open();
    terminal.type('j');
    await terminal.waitFor(() => onSecond(terminal));
    terminal.type('jk');
    terminal.press('Enter');
    await terminal.waitFor('READ');
    terminal.type('Gq');
    await terminal.waitFor('LIST');
    expect(onSecond(terminal)).toBe(false);
    expect(terminal.screen.rows.some((row) => /^▌Welcome/.test(row))).toBe(true);
    terminal.type('q');
    expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
    await expectClean(terminal);
  });

  it('finds what was typed before there was an index', async () => {
    const terminal = await open();
    terminal.type('/partenariats');
    await terminal.waitFor(/Search: partenariats +\d+\/\d+/);
    await terminal.waitFor('Grandir par les partenariats');
    terminal.press('Ctrl-c');
    await terminal.exited;
    await expectClean(terminal);
  });

  it('is drawn at the size that the terminal has by then', async () => {
    const terminal = await open();
    terminal.resize(100, 20);
    await terminal.waitFor('Bienvenue');
    terminal.resize(64, 12);
    terminal.resize(110, 24);
    await terminal.waitFor(({ rows }) => rows.length === 24 && /^ LIST .*left$/.test(rows[23]!));
    terminal.type('j');
    await terminal.waitFor(() => onSecond(terminal));
  });

  it.each(['q', '\x03'])('leaves the terminal clean on %j, pressed before it', async (key) => {
    const terminal = await open();
    await terminal.waitFor(({ modes }) => modes.alternateScreen);
    terminal.type(key);
    expect((await terminal.exited).signal).toBe(0);
    await expectClean(terminal);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('leaves it clean on %s the moment it is there', async (signal) => {
    const terminal = await open();
    await terminal.waitFor('Bienvenue');
    terminal.signal(signal);
    await terminal.exited;
    await expectClean(terminal);
  });

  it('is drawn where CI is set, too, and not on a terminal that cannot', async () => {
    const terminal = await open({ env: { CI: '1' } });
    await terminal.waitFor('Bienvenue');
    terminal.type('j');
    await terminal.waitFor(() => onSecond(terminal));
    const dumb = await open({ env: { TERM: 'dumb' } });
    expect((await dumb.exited).code).toBe(0);
    expect(dumb.output).not.toContain('\x1b');
    expect(dumb.output).toContain('Bienvenue dans Kiosque');
  });

  it('is read aloud where that is asked for', async () => {
    const terminal = await open({ args: ['--accessible'], columns: 80 });
    await terminal.waitFor('Bienvenue');
    expect(terminal.screen.modes.alternateScreen).toBe(false);
    terminal.type('j');
    await terminal.waitFor('Welcome to Kiosque');
    terminal.type('q');
    expect((await terminal.exited).code).toBe(0);
  });
});

it('comes without the cache that the start before left', async () => {
  const home = await homeOfAnEarlierRun();
  rmSync(join(home, 'cache'), { recursive: true });
  const terminal = openTerminal({ columns: 120, rows: 30, home });
  await terminal.waitFor('Bienvenue');
  terminal.type('j');
  await terminal.waitFor(() => onSecond(terminal));
});
