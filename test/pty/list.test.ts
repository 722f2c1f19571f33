import { mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { run, runShell } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

/** When the file without a date was modified: before the date of the other. */
const MODIFIED = '2020-02-03T04:05:06.000Z';

/** A folder with two articles and three other files. */
function folder(): string {
  const path = temporaryFolder();
  writeFileSync(
    join(path, '2024-05-03-un.md'),
    '---\ntitle: "Un\\tdeux"\nauthor: Ada\ntags: [b, a]\nlang: fr\n---\n\nUn mot.\n',
  );
  writeFileSync(join(path, 'deux.txt'), 'Deuxième\n\nUn paragraphe de cinq mots.\n');
  utimesSync(join(path, 'deux.txt'), new Date(MODIFIED), new Date(MODIFIED));
  writeFileSync(join(path, 'image.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 0]));
  writeFileSync(join(path, 'vide.md'), '');
  writeFileSync(join(path, 'autre.png'), 'not looked at');
  return path;
}

describe('kiosque list in a pipe', () => {
  it('prints articles, tab-separated, newest first', async () => {
    const { code, stdout, stderr } = await run(['list', '--from', resolve('articles')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows).toHaveLength(readdirSync('articles').filter((name) => name.endsWith('.md')).length);
    for (const row of rows) expect(row).toHaveLength(6);
    const dates = rows.map((row) => row[1]!);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(stdout).not.toContain('\x1b');
  });

  it('prints id, date, minutes, title, author and tags, and warns about skipped files', async () => {
    const path = folder();
    const { stdout, stderr, code } = await run(['list', '--from', path]);
    expect(stdout).toBe('un\t2024-05-03\t1\tUn deux\tAda\tb,a\ndeux\t\t1\tDeuxième\t\t\n');
    expect(stderr.split('\n')).toEqual([
      `kiosque: skipped 1 file that is not text: ${path}/image.md`,
      `kiosque: skipped 1 empty file: ${path}/vide.md`,
      '',
    ]);
    expect(code).toBe(0);
  });

  it('warns in French, with paths relative to the working directory', async () => {
    const { stderr } = await run(['list', '-f', '.'], { cwd: folder(), env: { LANG: 'fr_FR.UTF-8' } });
    expect(stderr).toContain('kiosque: 1 fichier vide ignoré\u00a0: vide.md\n');
  });

  it('sorts, reverses, filters and limits', async () => {
    const ids = async (...options: string[]) =>
      (await run(['list', '-f', path, ...options])).stdout.split('\n').map((line) => line.split('\t')[0]);
    const path = folder();
    expect(await ids('--sort', 'title')).toEqual(['deux', 'un', '']);
    expect(await ids('--sort', 'title', '--reverse')).toEqual(['un', 'deux', '']);
    expect(await ids('--sort', 'length')).toEqual(['un', 'deux', '']);
    expect(await ids('--tag', 'A')).toEqual(['un', '']);
    expect(await ids('-n', '1')).toEqual(['un', '']);
  });

  it('prints the fields that are asked for, as a table, by a template, for xargs, or in JSON', async () => {
    const path = folder();
    const output = async (...options: string[]) =>
      (await run(['list', '-f', path, '--tag', 'a', ...options])).stdout;
    expect(await output('--fields', 'id,tags, author')).toBe('un\tb,a\tAda\n');
    expect(await output('--format', '{id}\\t{title}|{{id}\\x')).toBe('un\tUn deux|{id}\\x\n');
    expect(await output('--format={minutes} {lang}', '-0')).toBe('1 fr\0');
    expect(await output('-0', '-n5')).toBe(`${path}/2024-05-03-un.md\0`);
    expect(JSON.parse(await output('--json', '--fields', 'title,words'))).toEqual([
      { title: 'Un deux', words: 2 },
    ]);
    expect((await runShell(`kiosque list -0 -f ${path} | xargs -0 grep -l mot`)).stdout).toBe(
      `${path}/2024-05-03-un.md\n${path}/deux.txt\n`,
    );
    const { code, stderr } = await run(['list', '--format', '{tittle}'], { env: { LANG: 'fr_FR.UTF-8' } });
    expect({ code, text: stderr.replace(/[\u00a0\u202f]/g, ' ').slice(0, 60) }).toEqual({
      code: 2,
      text: 'kiosque: --format n’a pas de champ « tittle » ; champs possi',
    });
    expect((await run(['show', 'welcome', '--format', '{id}'])).stderr).toMatch(
      /must be text, ansi, markdown, html, .*or json/,
    );
  });

  it('prints JSON with every key', async () => {
    const path = folder();
    const { stdout } = await run(['list', '--json', '--from', path]);
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'un',
        title: 'Un deux',
        author: 'Ada',
        date: '2024-05-03',
        modified: expect.stringMatching(/^20\d\d-.*Z$/),
        tags: ['b', 'a'],
        series: null,
        part: null,
        draft: false,
        lang: 'fr',
        langDetected: false,
        words: 2,
        minutes: 1,
        path: join(path, '2024-05-03-un.md'),
      },
      {
        id: 'deux',
        title: 'Deuxième',
        author: null,
        date: null,
        modified: MODIFIED,
        tags: [],
        series: null,
        part: null,
        draft: false,
        lang: null,
        langDetected: false,
        words: 5,
        minutes: 1,
        path: join(path, 'deux.txt'),
      },
    ]);
  });

  it('is the default command without a terminal', async () => {
    const path = folder();
    const listed = await run(['list', '--from', path]);
    expect(await run([path])).toEqual(listed);
    expect((await run([])).stdout).toBe((await run(['list'])).stdout);
  });

  it('exits with code 1 in a folder without articles', async () => {
    const path = temporaryFolder();
    mkdirSync(join(path, 'empty'));
    expect(await run(['list', '--from', path])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `kiosque: no articles in ${path}; Kiosque reads .md, .markdown, .txt and similar files\n`,
    });
    expect(await run(['list', '--tag', 'nowhere'])).toMatchObject({ code: 1, stdout: '' });
  });

  it('ends quietly when the reading end of the pipe is closed', async () => {
    expect(await runShell('(kiosque list; echo "ended $?" >&2) | head -1')).toMatchObject({
      stderr: 'ended 0\n',
    });
    const closed = await runShell('kiosque list --json >&-; echo "ended $?"');
    expect(closed).toMatchObject({ stdout: 'ended 0\n', stderr: '' });
  });

  it('prints the articles even if stderr is closed', async () => {
    const line = `(kiosque list -f '${folder()}' 2>&1 1>&3 | :) 3>&1; echo "ended $?"`;
    expect((await runShell(line)).stdout).toBe(
      'un\t2024-05-03\t1\tUn deux\tAda\tb,a\ndeux\t\t1\tDeuxième\t\t\nended 0\n',
    );
  });

  it('reports a full disk', async () => {
    const { stdout, stderr } = await runShell('kiosque list > /dev/full; echo "ended $?"');
    expect(stdout).toBe('ended 2\n');
    expect(stderr).toBe('kiosque: cannot write the output: no space left on device\n');
  });
});

describe('kiosque list on a terminal', () => {
  it('prints an aligned, colored, numbered table that fits the width', async () => {
    const path = folder();
    const terminal = openTerminal({
      args: ['list', '--from', path],
      columns: 60,
      env: { LANG: 'fr_FR.UTF-8' },
    });
    expect(await terminal.exited).toEqual({ code: 0, signal: 0 });
    const rows = terminal.screen.rows.map((row) => row.replaceAll('\u00a0', ' '));
    expect(rows).toContain('1  Un deux   Ada  3 mai 2024  1 min  b, a');
    expect(rows).toContain('2  Deuxième                   1 min');
    const row = terminal.screen.find('Un deux');
    expect(terminal.screen.cells(row)[3]).toMatchObject({ text: 'U', bold: true });
  });

  it('keeps the number of an article in any order', async () => {
    const path = folder();
    const terminal = openTerminal({ args: ['list', '--from', path, '--sort', 'title'] });
    await terminal.exited;
    expect(terminal.screen.text).toMatch(/2 {2}Deuxième.*\n1 {2}Un deux/);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['TERM=dumb', { TERM: 'dumb' }, []],
    ['--color never', {}, ['--color', 'never']],
  ])('prints no colors with %s', async (_, env, options) => {
    const terminal = openTerminal({ args: ['list', ...options], env, columns: 40 });
    expect((await terminal.exited).code).toBe(0);
    expect(terminal.output).toContain('Bienvenue dans Kiosque');
    expect(terminal.output).not.toContain('\x1b');
  });

  it('is the default command on a dumb terminal', async () => {
    const terminal = openTerminal({ env: { TERM: 'dumb' } });
    expect((await terminal.exited).code).toBe(0);
    expect(terminal.output).not.toContain('\x1b');
    expect(terminal.output).toContain('Bienvenue dans Kiosque');
  });
});

describe('what kiosque list leaves out', () => {
  const mixed = (): string => {
    const path = temporaryFolder();
    for (const name of ['a.pdf', 'b.odt', 'LICENSE.md']) writeFileSync(join(path, name), 'Text.\n');
    mkdirSync(join(path, 'node_modules'));
    return path;
  };

  it('is told in one line, and named when asked', async () => {
    const path = mixed();
    writeFileSync(join(path, 'c.md'), 'Text.\n');
    const told = await run(['list', '--from', path]);
    const line = '3 files and 1 folder left out: 1 odt, 1 pdf (no converter), 1 ignored, 1 not an article';
    expect(told.stderr).toBe(`kiosque: ${line}; --verbose names them\n`);
    expect(told.code).toBe(0);
    const named = await run(['list', '--verbose', '--from', path]);
    const names = ['LICENSE.md', 'a.pdf', 'b.odt', 'node_modules/'].map((name) => `  ${path}/${name}\n`);
    expect(named.stderr).toBe(`kiosque: ${line}:\n${names.join('')}`);
    expect((await run(['list', '--no-ignore', '--from', path])).stdout).toMatch(/^license\t/m);
  });

  it('is what a folder without articles has', async () => {
    const path = mixed();
    const { stderr, code } = await run(['list', '--from', path]);
    expect(stderr).toMatch(/^kiosque: no articles in .*; 3 files and 1 folder left out: 1 odt, /);
    expect(code).toBe(1);
    const terminal = openTerminal({ args: [path], columns: 100, rows: 24 });
    await terminal.waitFor(/No articles here\.[\s\S]*3 files and 1 folder left\s/);
  });
});

describe('list in a library that has an index', () => {
  it('reads only what has changed, and says the same', async () => {
    const [folder, home] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(folder, 'a.md'), '# Premier\n\nUn texte.\n');
    writeFileSync(join(folder, 'b.md'), '---\ntitle: [Second\ndate: 2024-05-03\n---\n\nUn autre.\n');
    const list = () => run(['list', '--from', folder], { home });
    const before = await list();
    expect(before.stdout).toContain('Premier');
    expect(before.stderr).toContain('invalid front matter in 1 article');
    await run(['search', '--from', folder, 'texte'], { home });
    expect(await list()).toEqual(before);
    writeFileSync(join(folder, 'a.md'), '# Changé\n\nUn texte plus long.\n');
    writeFileSync(join(folder, 'c.md'), '# Nouveau\n\nUn texte.\n');
    const after = await list();
    expect(after.stdout).toMatch(/Changé[\s\S]*Nouveau|Nouveau[\s\S]*Changé/);
    expect(after.stdout).not.toContain('Premier');
    expect(after.stderr).toBe(before.stderr);
  });
});

describe('drafts', () => {
  const folder = (): string => {
    const path = temporaryFolder();
    mkdirSync(join(path, '_drafts'));
    writeFileSync(join(path, 'done.md'), '# Done\n\nSome words.\n');
    writeFileSync(join(path, 'a.md'), '---\ntitle: Half\ndraft: true\n---\n\nSome words.\n');
    writeFileSync(join(path, 'later.md'), '---\ntitle: Later\ndate: 2999-01-01\n---\n\nSome words.\n');
    writeFileSync(join(path, '_drafts/b.md'), '# Idea\n\nSome words.\n');
    return path;
  };
  const titles = (stdout: string): string[] => stdout.match(/Done|Half|Later|Idea/g) ?? [];

  it('are left out of list and search, and come last if asked for', async () => {
    const path = folder();
    const listed = await run(['list', '--from', path]);
    expect(titles(listed.stdout)).toEqual(['Done']);
    expect(listed.stderr).toBe('kiosque: 3 drafts left out; --drafts lists them\n');
    const all = await run(['list', '--drafts', '--from', path]);
    expect(titles(all.stdout)).toEqual(['Done', 'Later', expect.any(String), expect.any(String)]);
    expect(all.stderr).toBe('');
    expect(titles((await run(['search', '--from', path, 'words'])).stdout)).toEqual(['Done']);
    expect(titles((await run(['search', '--drafts', '--from', path, 'words'])).stdout)).toHaveLength(4);
  });

  it('are listed if their files or their folder are named', async () => {
    const path = folder();
    expect(titles((await run(['list', '--from', join(path, 'a.md')])).stdout)).toEqual(['Half']);
    expect(titles((await run(['list', '--from', join(path, '_drafts')])).stdout)).toEqual(['Idea']);
    rmSync(join(path, 'done.md'));
    const none = await run(['list', '--from', path]);
    expect(none).toMatchObject({ code: 1, stderr: 'kiosque: 3 drafts left out; --drafts lists them\n' });
  });

  it('are last and marked in the list of the reader', async () => {
    const terminal = openTerminal({ args: [folder()], columns: 100, rows: 24 });
    await terminal.waitFor(/Done +1\smin[\s\S]*Later +draft · 1\smin[\s\S]*Half +draft · 1\smin/);
  });
});
