import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBinary, temporaryFolder } from '../support/home.ts';
import { expectClean, folder, isShown, open, openShown, script, TEXTS } from '../support/orchard.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe('the reader', () => {
  it('lists the articles, shows the first one, scrolls it and quits', async () => {
    const terminal = await openShown({ columns: 120 });
    expect(terminal.screen.rows[0]).toContain('3 articles');
    expect(terminal.screen.modes).toMatchObject({ alternateScreen: true, cursorVisible: false, wrap: false });
    terminal.press('Enter');
    await terminal.waitFor('READ');
    terminal.type('jjj');
    await terminal.waitFor((screen) => screen.find('An apple is the fruit') === 1);
    terminal.press('Space');
    await terminal.waitFor('Paragraph 15 about');
    terminal.type('Gj');
    await terminal.waitFor('The last apple is kept in straw');
    terminal.type('q');
    await terminal.waitFor('LIST');
    expect(terminal.screen.text).toContain('✓');
    terminal.type('q');
    expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
    await expectClean(terminal);
    expect(terminal.screen.text).toBe('');
  });

  it('searches and shows articles if neither cache nor state can be written', async () => {
    const terminal = open({ columns: 120, env: { XDG_CACHE_HOME: '/proc/1', XDG_STATE_HOME: '/proc/1' } });
    await terminal.waitFor('3 articles');
    terminal.type('/apple');
    await terminal.waitFor('2/3');
    terminal.press('Enter');
    await terminal.waitFor('READ  1/2');
    terminal.press('Escape');
    await terminal.waitFor('LIST');
    terminal.press('Escape');
    terminal.type('q');
    expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
  });

  it('searches while the user types, opens at the match and moves on to the next result', async () => {
    const terminal = open({ columns: 120, rows: 30 });
    await terminal.waitFor('3 articles');
    terminal.type('/');
    await terminal.waitFor('SEARCH');
    expect(terminal.screen.modes.cursorVisible).toBe(true);
    terminal.type('apple');
    await terminal.waitFor('2/3');
    await terminal.waitFor(({ cursor }) => cursor.row === 0 && cursor.column === ' Search: apple'.length);
    terminal.press('Enter');
    await terminal.waitFor('READ  1/2');
    const row = terminal.screen.find('An apple is the fruit');
    const column = terminal.screen.rows[row]!.indexOf('apple');
    expect(terminal.screen.cells(row)[column]).toMatchObject({ inverse: true });
    terminal.type('n');
    await terminal.waitFor('The last apple is kept');
    terminal.type('n');
    await terminal.waitFor('READ  1/1');
    expect(terminal.screen.text).toMatch(/│ +A pear is no apple/);
    terminal.press('Escape');
    await terminal.waitFor('LIST');
    terminal.press('Escape');
    await terminal.waitFor('3 articles');
    terminal.press('Ctrl-c');
    expect((await terminal.exited).code).toBe(0);
    await expectClean(terminal);
  });

  it('keeps the position through any resize, in one pane and in two', async () => {
    const terminal = await openShown({ columns: 120 });
    terminal.press('Enter');
    await terminal.waitFor('READ');
    terminal.press('Space');
    await terminal.waitFor('Paragraph 24');
    const first = terminal.screen.rows
      .find((row) => row.includes('Paragraph'))!
      .replace(/.*(Paragraph \d+).*/, '$1');
    for (const [columns, rows] of [
      [80, 24],
      [40, 12],
      [20, 5],
      [140, 50],
      [60, 30],
    ] as const) {
      terminal.resize(columns, rows);
      await terminal.waitFor((screen) => screen.rows.slice(0, 2).some((row) => row.includes(first)));
    }
    terminal.resize(10, 3);
    await terminal.waitFor('Screen too');
    terminal.resize(120, 30);
    await terminal.waitFor((screen) => screen.rows.slice(0, 2).some((row) => row.includes(first)));
    expect(terminal.screen.text).toContain('On pears');
  });

  it.each([
    'SIGTERM',
    'SIGHUP',
    'SIGINT',
    'SIGQUIT',
    'SIGABRT',
    'SIGALRM',
    'SIGUSR1',
    'SIGUSR2',
    'SIGXCPU',
    'SIGVTALRM',
    'SIGIO',
    'SIGSYS',
    'SIGTRAP',
  ] as const)('leaves the terminal clean on %s and exits with the matching code', async (signal) => {
    const terminal = open();
    await terminal.waitFor('3 articles');
    terminal.signal(signal);
    expect(await terminal.exited).toEqual({ code: 128 + constants.signals[signal], signal: 0 });
    await expectClean(terminal);
    expect(terminal.output).not.toContain('Debugger');
  });

  it('reads an article from standard input and keys from the terminal', async () => {
    const terminal = openTerminal({ shell: `printf '# Fed\\n\\nFrom a pipe.\\n' | kiosque`, columns: 100 });
    await terminal.waitFor('From a pipe.');
    terminal.type('q');
    expect((await terminal.exited).code).toBe(0);
    await expectClean(terminal);
  });

  it('prints the error for a wrong path after it has restored the screen', async () => {
    const terminal = openTerminal({ args: ['/no/such/folder'] });
    expect((await terminal.exited).code).toBe(2);
    await expectClean(terminal);
    expect(terminal.screen.text).toContain('no such file or folder: /no/such/folder');
  });

  it('stops on Ctrl-Z and comes back unchanged with fg', async () => {
    const path = folder();
    const terminal = openTerminal({
      shell: `exec bash --norc --noprofile -i`,
      columns: 100,
      rows: 30,
      env: { PS1: 'ready> ' },
    });
    terminal.type(`kiosque ${path}\r`);
    await terminal.waitFor(isShown);
    terminal.press('Enter', 'Space');
    await terminal.waitFor('Paragraph 20');
    terminal.press('Ctrl-z');
    await terminal.waitFor('Stopped');
    expect(terminal.screen.modes).toMatchObject({
      alternateScreen: false,
      cursorVisible: true,
      mouse: false,
      wrap: true,
    });
    terminal.type('fg\r');
    await terminal.waitFor('Paragraph 20');
    expect(terminal.screen.modes).toMatchObject({ alternateScreen: true, mouse: true });
    terminal.type('qq');
    await terminal.waitFor((screen) => !screen.modes.alternateScreen && /ready>$/.test(screen.text));
    terminal.type('exit\r');
    await expectClean(terminal);
  });

  it('edits the file and comes back to the new text', async () => {
    const path = folder();
    const editor = script('editor', 'for f; do :; done\nsed -i s/orchards/ORCHARDS/ "$f"').path;
    const terminal = await openShown({ args: [path], env: { EDITOR: editor } });
    terminal.press('Enter', 'Space');
    await terminal.waitFor('Paragraph 20 about orchards');
    terminal.type('e');
    await terminal.waitFor('Paragraph 20 about ORCHARDS');
    terminal.press('Ctrl-c');
    await expectClean(terminal);
  });

  it('restores position, star, read mark and settings after a restart', async () => {
    const args = [folder()];
    const home = temporaryFolder();
    const first = await openShown({ args, home });
    first.press('Enter', 'Space');
    await first.waitFor('Paragraph 20');
    first.type('*--');
    await first.waitFor('★');
    first.press('Ctrl-c');
    await expectClean(first);
    const again = openTerminal({ args, home, columns: 100, rows: 30 });
    await again.waitFor('Resumed at');
    expect(again.screen.text).toContain('Paragraph 20');
    expect(again.screen.text).toMatch(/★ \d+%/);
    again.press('Ctrl-c');
    await expectClean(again);
    const forgetful = await openShown({ args: [...args, '--no-memory'], home });
    expect(forgetful.screen.text).not.toContain('★');
  });

  it('saves nothing about the articles read with --no-memory', async () => {
    const home = temporaryFolder();
    const from = folder();
    const terminal = await openShown({ args: ['--no-memory', from], home });
    terminal.type('/apple');
    await terminal.waitFor('2/3');
    terminal.press('Enter', 'Space');
    await terminal.waitFor('READ');
    terminal.type('*');
    await terminal.waitFor('★');
    terminal.press('Ctrl-c');
    await expectClean(terminal);
    for (const words of [
      ['show', 'apple'],
      ['search', 'apple'],
    ]) {
      expect((await run([...words, '--no-memory', '-f', from], { home })).code).toBe(0);
    }
    expect(existsSync(join(home, 'state'))).toBe(false);
    const cache = join(home, 'cache/kiosque');
    expect(existsSync(cache) ? readdirSync(cache) : []).toEqual(isBinary ? [] : ['code']);
  });

  it('keeps drawing when CI is set', async () => {
    const terminal = await openShown({ env: { CI: '1' } });
    terminal.type('j');
    await terminal.waitFor('A pear is no apple.');
    terminal.type('q');
    await expectClean(terminal);
  });

  it('uses no color with NO_COLOR, but marks matches by inverse video', async () => {
    const terminal = open({ columns: 100, args: [folder(), '--search', 'apple'], env: { NO_COLOR: '1' } });
    await terminal.waitFor(({ text }) => text.includes('2/3') && text.includes('An apple is the fruit'));
    const row = terminal.screen.find('An apple is the fruit');
    const cells = terminal.screen.cells(row);
    expect(cells.every((cell) => cell.foreground === undefined && cell.background === undefined)).toBe(true);
    expect(cells[terminal.screen.rows[row]!.lastIndexOf('apple')]).toMatchObject({ inverse: true });
  });

  it('follows changes to the folder while it is open', async () => {
    const path = folder();
    const terminal = open({ args: [path], columns: 100 });
    await terminal.waitFor('3 articles');
    writeFileSync(join(path, 'plums.md'), '---\ntitle: On plums\ndate: 2025-01-01\n---\n\nNew.\n');
    await terminal.waitFor('On plums');
    expect(terminal.screen.text).toContain('4 articles');
    writeFileSync(
      join(path, 'apples.md'),
      TEXTS['apples.md']!.replace('wants patience', 'asks for patience'),
    );
    await terminal.waitFor('asks for patience');
    terminal.press('Enter', 'Space');
    await terminal.waitFor('Paragraph 13');
    rmSync(join(path, 'apples.md'));
    await terminal.waitFor('The file was deleted; this is its last version');
    expect(terminal.screen.text).toMatch(/3 articles[\s\S]*Paragraph 13/);
    writeFileSync(join(path, 'apples.md'), TEXTS['apples.md']!);
    await terminal.waitFor('4 articles');
    expect(terminal.screen.text).toContain('Paragraph 13');
    terminal.press('Ctrl-c');
    await expectClean(terminal);
  });
});
