import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** A folder with so many articles, a hidden file and files of other kinds. */
function folderWith(count: number): string {
  const path = temporaryFolder();
  for (let i = 1; i <= count; i++)
    writeFileSync(join(path, `part ${i}.md`), `# Part ${i}\n\nText of part ${i}.\n`);
  writeFileSync(join(path, '.hidden.md'), 'Hidden.\n');
  writeFileSync(join(path, 'data.csv'), 'a,b\n');
  mkdirSync(join(path, 'folder.md'));
  return path;
}

describe('the bundled articles', () => {
  it.each([
    ['en_US.UTF-8', 'LIST', 'Welcome to Kiosque', 'The Quiet Newsletter'],
    ['fr_FR.UTF-8', 'LISTE', 'Bienvenue dans Kiosque', 'Le droit en grandes lignes'],
  ])(
    'begin with those in the language of %s, in the reader as in the list',
    async (LANG, list, first, second) => {
      const terminal = openTerminal({ env: { LANG }, columns: 120 });
      await terminal.waitFor(first);
      await terminal.waitFor(
        ({ rows }) => rows[2]!.startsWith(`▌${first}`) && rows[4]!.startsWith(` ${second}`),
      );
      // They are listed again once the folder has been read.
      await terminal.waitFor(({ rows }) => rows.at(-1)!.startsWith(` ${list} `));
      terminal.type('ssS');
      terminal.type('Ss');
      await terminal.waitFor(({ rows }) => rows[4]!.startsWith(` ${second}`));
      const { stdout } = await run(['list', '-n', '2'], { env: { LANG } });
      expect(stdout.split('\n').map((line) => line.split('\t')[3])).toEqual([first, second, undefined]);
      expect((await run(['show', '2'], { env: { LANG } })).stdout.split('\n')[0]).toBe(second);
    },
  );
});

describe('a folder with a single article', () => {
  it('opens it at once in the whole width, without its list, which Esc shows', async () => {
    const terminal = openTerminal({ args: [folderWith(1)], columns: 120 });
    await terminal.waitFor('Text of part 1.');
    await terminal.waitFor('READ');
    expect(terminal.screen.text).not.toContain('│');
    expect(terminal.output).not.toContain('▌');
    terminal.press('Escape');
    await terminal.waitFor(/1 article +│/);
    terminal.press('Enter');
    await terminal.waitFor(({ text }) => text.includes('READ') && !text.includes('│'));
  });
});

describe('kiosque in a folder of articles', () => {
  it.each([
    [1, 'en_US.UTF-8', '1 article in this folder; to read it: kiosque .'],
    [12, 'en_US.UTF-8', '12 articles in this folder; to read them: kiosque .'],
    [12, 'fr_FR.UTF-8', '12 articles dans ce dossier\u202f; pour les lire\u00a0: kiosque .'],
  ])('offers to open them: %i, %s', async (count, LANG, offer) => {
    const terminal = openTerminal({ cwd: folderWith(count), env: { LANG } });
    await terminal.waitFor(offer);
  });

  it('counts those in its subfolders, too', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'docs', 'guide'), { recursive: true });
    for (const name of ['docs/a.md', 'docs/guide/b.md']) writeFileSync(join(cwd, name), '# Text\n');
    const terminal = openTerminal({ cwd });
    await terminal.waitFor('2 articles in this folder; to read them: kiosque .');
  });

  it.each([
    ['there are none', 0, []],
    ['the folder is open already', 2, ['.']],
  ])('offers nothing if %s', async (_, count, args) => {
    const terminal = openTerminal({ cwd: folderWith(count), args: [...args, '--accessible'] });
    await terminal.waitFor(/1 of \d+:/);
    terminal.type('q');
    await terminal.exited;
    expect(terminal.output).not.toContain('in this folder');
  });
});
