import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe('help and version', () => {
  it('are printed in both languages', async () => {
    for (const [LANG, words] of [
      ['en_US.UTF-8', /Usage[\s\S]*Examples[\s\S]*Exit codes/],
      ['fr_FR.UTF-8', /Utilisation[\s\S]*Exemples[\s\S]*Codes de sortie/],
    ] as const) {
      const { code, stdout, stderr } = await run(['--help'], { env: { LANG } });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(words);
      expect(await run(['help'], { env: { LANG } })).toMatchObject({ code: 0, stdout });
    }
    expect((await run(['-v'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('follow --lang rather than the environment', async () => {
    expect((await run(['--lang', 'fr', '-h'], { env: { LC_ALL: 'C' } })).stdout).toContain('Utilisation');
  });
});

describe('an error', () => {
  it('names a file by its whole path where the working directory is the root', async () => {
    const { stderr } = await run(['list', '-f', '/dev/null'], { cwd: '/' });
    expect(stderr).toBe('kiosque: neither a regular file nor a folder: /dev/null\n');
  });

  it.each([
    [['--nope'], 'kiosque: unknown option --nope; see kiosque --help\n'],
    [['show'], 'kiosque: no article given; usage: kiosque show ARTICLE… (kiosque list shows them all)\n'],
    [['list', '-f', '/no/such'], 'kiosque: no such file or folder: /no/such\n'],
    [['list', '-f', '/dev/null'], 'kiosque: neither a regular file nor a folder: /dev/null\n'],
    [['show', '-'], 'kiosque: nothing to read: standard input is empty\n'],
    [
      ['serch', 'bon client'],
      `kiosque: unknown command “serch”, and no such file; try: kiosque search 'bon client'\n`,
    ],
    [['ls'], 'kiosque: unknown command “ls”, and no such file; try: kiosque list\n'],
    [
      ['ls', '-n5', "l'art"],
      `kiosque: unknown command “ls”, and no such file; try: kiosque list -n5 --from 'l'\\''art'\n`,
    ],
    [['open', 'welcome'], 'kiosque: unknown command “open”, and no such file; try: kiosque show welcome\n'],
    [['welcome'], 'kiosque: no such file or folder: welcome; try: kiosque show welcome\n'],
    [['prix'], 'kiosque: no such file or folder: prix; try: kiosque search prix\n'],
    [['drafts'], 'kiosque: no such file or folder: drafts\n'],
    [['--', 'list'], 'kiosque: no such file or folder: list\n'],
    [['--nope', '--lang', 'fr'], 'kiosque: option inconnue\u00a0: --nope\u202f; voir kiosque --help\n'],
  ])('is one line on stderr, with exit code 2: kiosque %j', async (args, stderr) => {
    expect(await run(args)).toEqual({ code: 2, signal: null, stdout: '', stderr });
  });

  it('includes its stack trace with KIOSQUE_DEBUG', async () => {
    const { stderr } = await run(['--nope'], { env: { KIOSQUE_DEBUG: '1' } });
    expect(stderr).toMatch(/^kiosque: unknown option --nope.*\n(?:.*\n)* {4}at /);
  });

  it('names the binary file or the folder given as an article', async () => {
    const path = temporaryFolder();
    await runShell('printf "\\211PNG\\0\\0\\0\\1" > image.png', { cwd: path });
    const image = join(path, 'image.png');
    expect(await run(['show', image])).toMatchObject({
      code: 2,
      stderr: `kiosque: not a text file: ${image}\n`,
    });
    expect((await run(['show', path])).stderr).toContain(`${path} is a folder`);
    await runShell('mkdir "my notes"', { cwd: path });
    expect((await run(['show', 'my notes'], { cwd: path })).stderr).toBe(
      `kiosque: my notes is a folder; to list its articles: kiosque list --from 'my notes'\n`,
    );
  });

  it.each([['show'], ['list', '--from'], []])(
    'names the schemes of addresses: kiosque %s',
    async (...words) => {
      expect(await run([...words, 'ftp://site.example/a'])).toMatchObject({
        code: 2,
        stderr: 'kiosque: only http and https addresses can be fetched: ftp://site.example/a\n',
      });
    },
  );

  it('names [convert] for a document that is not read', async () => {
    const document = join(temporaryFolder(), 'plan.odt');
    writeFileSync(document, Buffer.from('PK\x03\x04\0\0\0'));
    const { code, stderr } = await run(['show', document]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `kiosque: not a text file: ${document}; [convert] in config.toml names programs that convert such files (kiosque help config)\n`,
    );
  });

  it('says that standard input is a folder', async () => {
    const { code, stderr } = await runShell('kiosque show - < .');
    expect([code, stderr]).toEqual([2, expect.stringMatching(/^kiosque: standard input is a folder; /)]);
  });

  it.each([
    ['/no/such', 'no such file or folder: /no/such'],
    ['serch', 'unknown command “serch”, and no such file; try: kiosque search'],
  ])('is printed before the reader takes over the screen: kiosque %s', async (word, message) => {
    const terminal = openTerminal({ args: [word] });
    expect((await terminal.exited).code).toBe(2);
    expect(terminal.output).toBe(`kiosque: ${message}\r\n`);
  });

  it('is about no article for a name that no file can have', async () => {
    const { code, stderr } = await run(['show', 'x'.repeat(256)]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^kiosque: no article matches “x{256}”/)]);
  });

  it('gives the reason why a file cannot be read', async () => {
    const cwd = temporaryFolder();
    symlinkSync('loop.md', join(cwd, 'loop.md'));
    expect(await run(['show', 'loop.md'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'kiosque: cannot read loop.md: too many symbolic links encountered\n',
    });
  });

  it('suggests no command for a word that is a file name', async () => {
    const cwd = temporaryFolder();
    await runShell('printf "A text.\\n" > ls', { cwd });
    expect(await run(['ls'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});
