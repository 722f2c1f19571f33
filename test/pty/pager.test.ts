import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

const PAGE = `VOILE(1)                 Commandes                 VOILE(1)

N\\bNO\\bOM\\bM
       voile - hisse la _\\bV_\\bO_\\bI_\\bL_\\bE
`;

/** A file of 200 paragraphs, the last of which has a word of its own. */
function longFile(): string {
  const path = join(temporaryFolder(), 'long.md');
  const paragraphs = Array.from({ length: 200 }, (_, i) => `Ligne ${i + 1}.`);
  writeFileSync(path, `# Long\n\n${paragraphs.join('\n\n')}\n\nVoici le havre.\n`);
  return path;
}

/** A repository with two commits of a file, and two branches. */
function repository(): string {
  const folder = temporaryFolder();
  const git = (...args: string[]) => {
    const names = ['user.name=Ada Roux', 'user.email=ada@example.org', 'init.defaultBranch=main'];
    const settings = names.flatMap((name) => ['-c', name]);
    expect(spawnSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
  };
  git('init', '--quiet');
  for (const text of ['# Ancien\n\nUne **ligne**.\n', '# Nouveau\n\nUne **ligne**.\n']) {
    writeFileSync(join(folder, 'a.md'), text);
    git('add', '.');
    git('commit', '--quiet', '--message', `Écrit ${text.slice(2, 9).trim()}`);
  }
  git('branch', 'essai');
  return folder;
}

/** True if a program is installed, and can do what it is asked to. */
const canRun = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0;

const hasGit = canRun('git', '--version');
const hasMan = canRun('man', '-w', 'ls');

describe('the pager of git', () => {
  it.skipIf(!hasGit).each([
    ['PAGER=kiosque git log', ['commit ', 'Author: Ada Roux <ada@example.org>', 'Écrit Nouveau']],
    ['PAGER=kiosque git show', ['commit ', '-# Ancien', '+# Nouveau', ' Une **ligne**.']],
    ['GIT_PAGER=kiosque git -c color.ui=never diff HEAD~1', ['--- a/a.md', '-# Ancien', '+# Nouveau']],
    ['GIT_PAGER=kiosque git blame a.md', ['1) # Nouveau', '3) Une **ligne**.']],
    ['GIT_PAGER="kiosque -N" git grep -n ligne', ['a.md:3:Une **ligne**.']],
    ['git branch -a | kiosque -N', ['  essai', '* main']],
  ])('shows every line of %s', async (shell, lines) => {
    const terminal = openTerminal({ shell, cwd: repository(), columns: 100, rows: 30 });
    await terminal.waitFor(lines.at(-1)!);
    const rows = terminal.screen.text.split('\n');
    const found = lines.map((line) => rows.find((row) => row.includes(line)));
    expect(found).not.toContain(undefined);
    terminal.type('q');
    expect(await terminal.exited).toMatchObject({ code: 0 });
  });
});

describe('the pager of man', () => {
  it.skipIf(!hasMan).each(['MANPAGER=kiosque man ls', 'man ls | kiosque'])(
    'sets a page as an article: %s',
    async (shell) => {
      const terminal = openTerminal({ shell, columns: 100, rows: 40, env: { MANWIDTH: '72' } });
      await terminal.waitFor('ls - list directory contents');
      const { text } = terminal.screen;
      expect(text).toMatch(/^ *LS\(1\) *$/m);
      expect(text).toMatch(/^ *NAME *$/im);
      expect(text).not.toContain('\b');
      terminal.type('q');
      expect(await terminal.exited).toMatchObject({ code: 0 });
    },
  );
});

describe('a pager', () => {
  it('gives a piped list, table or code no title', async () => {
    const terminal = openTerminal({ shell: `printf 'const a = 1;\\nlet b = 2;\\n' | kiosque` });
    await terminal.waitFor('let b = 2;');
    expect(terminal.screen.text.match(/const a = 1;/g)).toHaveLength(1);
    terminal.type('q');
    expect(await terminal.exited).toMatchObject({ code: 0 });
  });

  it('shows a page from a pipe without a list, with keys from the terminal', async () => {
    const terminal = openTerminal({
      shell: `printf '${PAGE.replaceAll('\n', '\\n')}' | kiosque -R`,
      columns: 120,
    });
    await terminal.waitFor('hisse la VOILE');
    expect(terminal.screen.text).not.toContain('1 article');
    terminal.type('q');
    expect(await terminal.exited).toMatchObject({ code: 0 });
  });

  it.each([
    ['+/havre', 'Voici le havre.'],
    ['+G', 'Voici le havre.'],
    ['+101', 'Ligne 55.'],
  ])('starts at %s', async (place, text) => {
    const terminal = openTerminal({ args: [place, longFile()], columns: 80 });
    await terminal.waitFor(text);
    expect(terminal.screen.text).not.toContain('Ligne 1.');
    terminal.type('q');
    expect(await terminal.exited).toMatchObject({ code: 0 });
  });

  it('keeps colors for a terminal, and leaves nothing of them in a pipe', async () => {
    const source = `printf '\\033[1;31mrouge\\033[m\\033[K et \\033]0;titre\\007noir\\n'`;
    const plain = await runShell(`${source} | kiosque show -`);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(plain.stdout).toContain('rouge et noir');
    expect(plain.stdout).not.toContain('\x1b');
    const styled = await runShell(`${source} | kiosque show --color always -`);
    expect(styled.stdout).toContain('\x1b[1;31mrouge\x1b[22;39m et noir');
  });
});
