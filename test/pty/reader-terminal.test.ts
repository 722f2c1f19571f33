import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { expectClean, folder, open, openShown, script } from '../support/orchard.ts';
import { runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** A home folder whose `bin`, first on the path, has these programs: lines of `sh`. */
function homeWith(programs: Readonly<Record<string, string>>): string {
  const home = temporaryFolder();
  mkdirSync(join(home, 'bin'));
  for (const [name, line] of Object.entries(programs))
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  return home;
}

describe('copying', () => {
  it.each([
    ['wl-copy', { WAYLAND_DISPLAY: 'wayland-0' }, 'copied to the clipboard'],
    ['xclip', { DISPLAY: ':0' }, 'copied to the clipboard'],
    ['xsel', { DISPLAY: ':0' }, 'copied to the clipboard'],
    ['tmux', { TMUX: '/tmp/tmux-0/default,1,0' }, 'copied to tmux’s buffer'],
  ])('is done by %s where it is the way', async (program, env, said) => {
    const { path, log } = script('copier', 'cat >"$log"');
    // Another program for the same display is not there, or fails.
    const home = homeWith({ xclip: 'exit 1', [program]: `exec ${path}` });
    const terminal = await openShown({ home, env });
    terminal.type('y');
    await terminal.waitFor(`Address of the source ${said}`);
    expect(log()).toBe('https://example.org/apples');
    expect(terminal.screen.clipboard).toBeUndefined();
  });

  it('is left to screen by way of a file', async () => {
    const { path, log } = script('copier', 'cat "$5" >"$log"');
    const home = homeWith({ screen: `exec ${path} "$@"` });
    const terminal = await openShown({ home, env: { STY: '1.tty' } });
    terminal.type('y');
    await terminal.waitFor('Address of the source copied to screen’s buffer');
    expect(log()).toBe('https://example.org/apples');
  });

  it('is left to the terminal if the programs fail, and only that is said', async () => {
    const home = homeWith({ tmux: 'exit 1' });
    const terminal = await openShown({ home, env: { TMUX: '/tmp/tmux-0/default,1,0' } });
    terminal.type('y');
    await terminal.waitFor('Address of the source sent to the terminal’s clipboard');
    expect(terminal.screen.clipboard).toBe('https://example.org/apples');
  });
});

describe('the mouse in GNU screen, where Escape is held back while a program has it', () => {
  it('is left to the terminal until the user asks for it', async () => {
    const terminal = await openShown({ env: { STY: '1.tty' } });
    expect(terminal.screen.modes.mouse).toBe(false);
    terminal.type('M');
    await terminal.waitFor('Kiosque handles the mouse');
    expect(terminal.screen.modes.mouse).toBe(true);
  });

  it('is taken if the settings say so', async () => {
    const terminal = await openShown({ env: { STY: '1.tty', KIOSQUE_MOUSE: 'true' } });
    expect(terminal.screen.modes.mouse).toBe(true);
  });
});

describe('links', () => {
  it('lead to other files on the disk, and back', async () => {
    const path = folder({
      'README.md': '# Start\n\nRead [the guide](docs/guide.md#second), [the notes](docs), [none](gone.md).\n',
    });
    mkdirSync(join(path, 'docs'));
    writeFileSync(
      join(path, 'docs/guide.md'),
      '# Guide\n\nFirst words.\n\n## Second\n\n[Up](../README.md)\n',
    );
    writeFileSync(join(path, 'docs/index.md'), '# Notes\n\nAll the notes.\n');
    const terminal = open({ args: [join(path, 'README.md')] });
    await terminal.waitFor('Read the guide');
    terminal.press('Tab', 'Enter');
    await terminal.waitFor('First words.');
    terminal.press('Backspace');
    await terminal.waitFor('Read the guide');
    terminal.press('Tab');
    terminal.type('o');
    await terminal.waitFor('All the notes.');
    terminal.press('Backspace');
    await terminal.waitFor('Read the guide');
    terminal.press('Tab', 'Enter');
    await terminal.waitFor('Article not found');
  });

  it('lead to the file of a file: address', async () => {
    const path = folder();
    writeFileSync(join(path, 'start.md'), `Read [it](file://${join(path, 'pears.md')}).\n`);
    const terminal = open({ args: [join(path, 'start.md')] });
    await terminal.waitFor('Read it');
    terminal.press('Tab', 'Enter');
    await terminal.waitFor('A pear is no apple.');
  });

  it('open in a browser that takes the terminal', async () => {
    const home = homeWith({ w3m: 'echo "page $1"; read key; exit 0' });
    const terminal = await openShown({ home, env: { BROWSER: 'w3m' } });
    terminal.type('o');
    await terminal.waitFor((screen) => screen.text.includes('page https://example.org/apples'));
    expect(terminal.screen.modes.alternateScreen).toBe(false);
    terminal.press('Enter');
    await terminal.waitFor('3 articles');
    terminal.press('Ctrl-c');
    await expectClean(terminal);
  });
});

describe('a terminal without an alternate screen', () => {
  it('gets its prompt on a line of its own', async () => {
    const path = folder();
    const terminal = openTerminal({
      shell: `kiosque ${path}; printf 'prompt'; read x`,
      columns: 100,
      rows: 30,
    });
    await terminal.waitFor('3 articles');
    terminal.type('q');
    await terminal.waitFor('prompt');
    // All that was sent, as a terminal would draw it that ignores the switch of screens.
    const plain = terminal.output.replaceAll(/\x1b\[\?1049[hl]/g, '');
    expect(plain).toMatch(/\x1b\[9999;1H\x1b\[2K[^A-Za-z]*(?:\x1b\[[?\d;]*[hlm])*prompt$/);
  });
});

describe('a terminal that does not say how wide it is', () => {
  it('is printed on as if it had 80 columns', async () => {
    const shell =
      'stty cols 0 rows 0; kiosque list -n 1; kiosque show bienvenue | wc -l; kiosque show bienvenue';
    const terminal = openTerminal({ shell, env: { NO_COLOR: '1' } });
    await terminal.exited;
    const lines = terminal.output.split('\r\n');
    expect(lines[0]).toContain('Welcome to Kiosque');
    const widest = Math.max(...lines.map(({ length }) => length));
    expect(widest).toBeGreaterThan(60);
    expect(widest).toBeLessThanOrEqual(80);
  });
});

describe('kiosque in the middle of a pipe', () => {
  it('prints what it was fed', async () => {
    const { stdout, code } = await runShell(`printf '# Title\\n\\nSome *words*.\\n' | kiosque | cat`);
    expect({ stdout, code }).toEqual({ stdout: 'Title\n1 min\n\nSome words.\n', code: 0 });
  });

  it('says that it was fed nothing', async () => {
    expect(await runShell(': | (kiosque; echo "ended $?") | cat')).toMatchObject({
      stdout: 'ended 2\n',
      stderr: 'kiosque: nothing to read: standard input is empty\n',
    });
  });

  const UNREAD = /^kiosque: kiosque (list|search) does not read standard input, .*\| kiosque show -/;

  // The shell reads a line first, so that the second is in the pipe for certain when the program starts.
  it.each(['--search price', '-n 5'])('says that %s does not read the text it was fed', async (words) => {
    const piped = `printf 'One\nTwo\n' | { read -r one; kiosque ${words} | cat; }`;
    expect(await runShell(piped)).toMatchObject({ stdout: '', stderr: expect.stringMatching(UNREAD) });
    const { code, stderr } = await runShell(`echo One > one; kiosque ${words} < one`);
    expect([code, stderr]).toEqual([2, expect.stringMatching(UNREAD)]);
  });

  it.each([
    ['/dev/null', 'kiosque list < /dev/null'],
    ['no input', 'kiosque list <&-'],
    ['an empty pipe', ': | kiosque list'],
    ['a pipe that stays empty and open', 'mkfifo idle; kiosque list <> idle'],
    ['the file that a loop reads', `printf 'a\nb\n' > two; while read -r line; do kiosque list; done < two`],
    ['/dev/null, without a command', 'kiosque < /dev/null | cat'],
  ])('lists the articles with %s', async (_, line) => {
    const { stdout, stderr } = await runShell(line);
    expect([stdout, stderr]).toEqual([expect.stringContaining('welcome\t'), '']);
  });

  it('leaves the loop that it runs in its input', async () => {
    const loop = 'while read -r line; do kiosque list -n 1 | cut -f 1; echo "$line"; done';
    expect((await runShell(`printf 'one\\ntwo\\n' | ${loop}`)).stdout).toBe('welcome\none\nwelcome\ntwo\n');
  });
});
