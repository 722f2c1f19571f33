import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe('help and version', () => {
  it('have a synopsis, examples and exit codes, in 80 columns, in both languages', async () => {
    for (const [LANG, words] of [
      ['en_US.UTF-8', /Usage[\s\S]*Examples[\s\S]*Exit codes/],
      ['fr_FR.UTF-8', /Utilisation[\s\S]*Exemples[\s\S]*Codes de sortie/],
    ] as const) {
      const { code, stdout, stderr } = await run(['--help'], { env: { LANG } });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(words);
      for (const command of ['list', 'search', 'show']) expect(stdout).toContain(`kiosque ${command}`);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
    }
    expect((await run(['-v'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('follow --lang before the environment', async () => {
    expect((await run(['--lang', 'fr', '-h'], { env: { LC_ALL: 'C' } })).stdout).toContain('Utilisation');
  });
});

describe('misuse', () => {
  it.each([
    [['--nope'], 'kiosque: unknown option --nope; kiosque --help lists them\n'],
    [['show'], 'kiosque: which article? kiosque show ARTICLE; kiosque list names them\n'],
    [['list', '-f', '/no/such'], 'kiosque: no such file or folder: /no/such\n'],
    [['list', '-f', '/dev/null'], 'kiosque: neither a file nor a folder: /dev/null\n'],
    [['show', '-'], 'kiosque: nothing to read: standard input is empty\n'],
  ])('%j is one line on stderr, and 2', async (args, stderr) => {
    expect(await run(args)).toEqual({ code: 2, signal: null, stdout: '', stderr });
  });

  it('shows the stack only when asked', async () => {
    const { stderr } = await run(['--nope'], { env: { KIOSQUE_DEBUG: '1' } });
    expect(stderr).toMatch(/^kiosque: unknown option --nope.*\n(?:.*\n)* {4}at /);
  });

  it('names a binary, a folder taken for an article, and a mistyped command', async () => {
    const path = temporaryFolder();
    await runShell('printf "\\211PNG\\0\\0\\0\\1" > image.png', { cwd: path });
    const image = join(path, 'image.png');
    expect(await run(['show', image])).toMatchObject({ code: 2, stderr: `kiosque: not a text: ${image}\n` });
    expect((await run(['show', path])).stderr).toContain(`${path} is a folder`);
    const terminal = openTerminal({ args: ['serch'] });
    expect((await terminal.exited).code).toBe(2);
    expect(terminal.output).toBe('kiosque: no such file or folder: serch; did you mean kiosque search?\r\n');
  });

  it('never changes the screen for what cannot be opened', async () => {
    const terminal = openTerminal({ args: ['/no/such'] });
    expect((await terminal.exited).code).toBe(2);
    expect(terminal.output).toBe('kiosque: no such file or folder: /no/such\r\n');
  });
});
