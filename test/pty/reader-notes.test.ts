import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../support/home.ts';
import { expectClean, folder, openShown, script, TEXTS } from '../support/orchard.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

it('keeps a highlight and its note through a restart, an edit of the file and another instance', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const args = [path];
  const first = await openShown({ args, home });
  first.press('Enter');
  first.type('vlvll');
  await first.waitFor('SELECT');
  first.type('i');
  await first.waitFor('Note:');
  first.type('A good beginning');
  first.press('Enter');
  const row = (await first.waitFor('✎')).find('An apple is the fruit');
  const cells = first.screen.cells(row);
  const column = first.screen.rows[row]!.indexOf('apple is the');
  expect(cells[column]!.background).toBeDefined();
  expect(cells[column + 'apple is the'.length]!.background).toBeUndefined();

  const notes = join(home, 'data/kiosque/notes');
  await vi.waitFor(() =>
    expect(readFileSync(join(notes, readdirSync(notes)[0]!), 'utf8')).toContain('A good'),
  );
  const second = await openShown({ args, home });
  second.press('Enter');
  await second.waitFor('✎');
  second.type('v}}');
  second.press('Enter');
  await second.waitFor('▎');
  second.press('Ctrl-c');
  await expectClean(second);
  first.press('Ctrl-c');
  await expectClean(first);

  writeFileSync(
    join(path, 'apples.md'),
    TEXTS['apples.md']!.replace('An apple', 'Newly added words.\n\nAn apple'),
  );
  const third = await openShown({ args, home });
  await third.waitFor('Newly added words.');
  third.press('Enter');
  third.type('t');
  await third.waitFor(/✎ A good beginning[\s\S]*▎Paragraph/);
  third.press('Ctrl-c');
  await expectClean(third);

  const fourth = await openShown({ args, home });
  fourth.press('Escape');
  fourth.type('/beginning');
  await fourth.waitFor(/1\/3[\s\S]*On apples/);
});

it('follows a rename on the command line before the reader has seen it', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await openShown({ args: [path], home });
  terminal.type('*');
  terminal.press('Enter');
  terminal.type('jjjv}iA rare idea of orchards\r');
  await terminal.waitFor('✎');
  terminal.press('Ctrl-c');
  await expectClean(terminal);
  renameSync(join(path, 'apples.md'), join(path, 'pommes.md'));

  const first = async (...args: string[]) => {
    const { code, stdout } = await run([...args, '--from', path], { home });
    return `${code}: ${stdout.split('\t')[0]}`;
  };
  for (const mark of ['starred', 'noted', 'started'])
    expect(await first('list', '--is', mark)).toBe('0: pommes');
  expect(await first('list', '--sort', 'read')).toBe('0: pommes');
  expect(await first('search', 'has:note')).toBe('0: pommes');
  expect(await first('search', 'is:starred')).toBe('0: pommes');
  expect(await first('search', 'rare', 'idea')).toBe('0: pommes');
  const stats = await run(['stats', '--json', '--from', path], { home });
  expect(JSON.parse(stats.stdout)).toMatchObject({ starred: 1 });
  const notes = async (...args: string[]) =>
    JSON.parse((await run(['notes', ...args, '--json', '--from', path], { home })).stdout);
  const [file] = await notes();
  expect(file.key).toMatch(/pommes\.md$/);
  expect(file).not.toHaveProperty('missing');
  expect(await notes('pommes')).toEqual([file]);

  writeFileSync(join(path, 'pommes.md'), 'Another text.');
  expect(await first('list', '--is', 'starred')).toBe('1: ');
  expect(await notes()).toMatchObject([{ key: expect.stringMatching(/apples\.md$/), missing: true }]);
  rmSync(path, { recursive: true });
  expect(await notes()).toMatchObject([{ missing: true }]);
});

it('finds articles by the words of their notes on the command line', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await openShown({ args: [path], home });
  terminal.press('Enter');
  terminal.type('v}iA rare idea of orchards\r');
  await terminal.waitFor('✎');
  terminal.press('Ctrl-c');
  await expectClean(terminal);

  const search = async (...words: string[]) => {
    const { code, stdout } = await run(['search', ...words, '--from', path], { home });
    return `${code}: ${stdout.trim()}`;
  };
  expect(await search('rare', 'ideas')).toBe('0: apples\tOn apples\tA rare idea of orchards');
  expect(await search('has:note')).toMatch(/^0: apples\tOn apples\t/);
  expect(await search('has:highlight', 'rare', 'tag:fruit')).toMatch(/^0: apples\t/);
  expect(await search('rare', '--is', 'noted', '--tag', 'fruit')).toMatch(/^0: apples\t/);
  // The text comes first, and an article that is found by it is not found again by its note.
  expect(await search('orchards')).toMatch(/^0: apples\tOn apples\t.*Paragraph [^\n]*$/);
  expect(await search('rare', '-has:note')).toBe('1: ');
  expect(await search('rare', 'has:note', 'tag:vegetable')).toBe('1: ');
  const { stdout } = await run(['search', 'rare', '--json', '--from', path], { home });
  expect(JSON.parse(stdout)).toMatchObject([
    {
      id: 'apples',
      score: 0,
      snippet: 'A rare idea of orchards',
      matches: [{ start: 2, end: 6 }],
      inNote: true,
    },
  ]);
  const shown = await openTerminal({ args: ['search', 'rare', '--from', path], home, columns: 24, rows: 8 });
  await shown.exited;
  expect(shown.output).toMatch(/On apples[\s\S]*Note: .*rare/);
  for (const row of shown.screen.rows) expect(row.length).toBeLessThanOrEqual(24);
});

it('survives a kill at once after the note was written', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await openShown({ args: [path], home });
  terminal.press('Enter');
  terminal.type('v');
  await terminal.waitFor('SELECT');
  terminal.press('Enter');
  await terminal.waitFor('▎');
  const notes = join(home, 'data/kiosque/notes');
  await vi.waitFor(() => expect(readdirSync(notes).some((name) => name.endsWith('.json'))).toBe(true));
  terminal.signal('SIGKILL');
  await terminal.exited;
  const again = await openShown({ args: [path], home });
  again.press('Enter');
  await again.waitFor('▎');
});

it.each([
  ['', (): void => {}],
  [
    ', in a file that was renamed since',
    (path: string): void => renameSync(join(path, 'apples.md'), join(path, 'new.md')),
  ],
])('offers a note again that was being written when the program was killed%s', async (_, rename) => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await openShown({ args: [path], home });
  terminal.type('\rviHalf a thought');
  await terminal.waitFor('Note: Half a thought');
  const drafts = join(home, 'data/kiosque/drafts');
  const memory = join(home, 'state/kiosque/memory.json');
  await vi.waitFor(
    () => {
      expect(readdirSync(drafts).some((name) => name.endsWith('.json'))).toBe(true);
      // A renamed file is known by what is remembered of it.
      expect(readFileSync(memory, 'utf8')).toContain('"highlights"');
    },
    { timeout: 10_000 },
  );
  terminal.signal('SIGKILL');
  await terminal.exited;
  rename(path);
  const again = await openShown({ args: [path], home });
  again.press('Enter');
  await again.waitFor('▎');
  again.type('i');
  await again.waitFor('Unsaved note: Half a thought');
  again.type(', whole\r');
  await again.waitFor('✎');
  again.press('Ctrl-c');
  await expectClean(again);
  expect(readdirSync(drafts)).toEqual([]);
  expect((await run(['notes'], { home })).stdout).toContain('\n\nHalf a thought, whole\n');
});

it('opens the editor for a long note', async () => {
  const editor = script('editor', 'for f; do :; done\nprintf "First line\\nSecond line\\n" >"$f"');
  const terminal = await openShown({ env: { EDITOR: editor.path } });
  terminal.press('Enter');
  terminal.type('vi');
  await terminal.waitFor('Note:');
  terminal.press('Alt-e');
  await terminal.waitFor('✎');
  terminal.type(')');
  await terminal.waitFor('First line Second line');
});

it('exports notes as Markdown and JSON, and takes them back', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await openShown({ args: [path], home });
  terminal.press('Enter');
  terminal.type('v}}v)i');
  await terminal.waitFor('Note:');
  terminal.type('Remember this');
  terminal.press('Enter');
  await terminal.waitFor('✎');
  terminal.press('Ctrl-c');
  await expectClean(terminal);
  const markdown = await run(['notes'], { home });
  expect(markdown.stdout).toBe(
    '# On apples\n\n<https://example.org/apples>\n\n## Choosing\n\n> Paragraph 1 about orchards.\n\nRemember this\n',
  );
  expect((await run(['notes', 'apples'], { home })).stdout).toBe(markdown.stdout);
  expect((await run(['notes', join(path, 'apples.md')], { home })).stdout).toBe(markdown.stdout);
  expect(await run(['notes', 'pears'], { home })).toMatchObject({ code: 1, stdout: '' });

  const json = (await run(['notes', '--json'], { home })).stdout;
  expect(JSON.parse(json)).toMatchObject([{ type: 'AnnotationCollection', label: 'On apples', total: 1 }]);
  const other = temporaryFolder();
  expect(await run(['notes'], { home: other })).toMatchObject({ code: 1, stdout: '' });
  const imported = await run(['notes', '--import', '-'], { home: other, input: json });
  expect(imported).toMatchObject({ code: 0, stdout: '1 highlight or note added to 1 article\n' });
  expect((await run(['notes'], { home: other })).stdout).toBe(markdown.stdout);
  expect((await run(['search', 'has:note', '-f', path], { home: other })).stdout).toMatch(/^apples\t/);
  expect((await run(['search', '-has:note', 'pear', '-f', path], { home: other })).stdout).toMatch(
    /^pears\t/,
  );
  const again = await run(['notes', '--import', '-'], { home: other, input: json });
  expect(again).toMatchObject({ code: 0, stdout: 'nothing new: 1 highlight or note already there\n' });
  expect((await run(['notes'], { home: other })).stdout).toBe(markdown.stdout);
  expect((await run(['notes', '--import', path], { home: other })).code).toBe(2);
  expect((await run(['notes', '--import', join(path, 'pears.md')], { home: other })).code).toBe(2);
});

it('names articles as show does, and lists the notes of what is gone', async () => {
  const [path, home] = [folder(), temporaryFolder()];
  const terminal = await openShown({ args: [path], home });
  terminal.type('\rv}iOn fruit\r');
  await terminal.waitFor('✎');
  terminal.type('GvG((v)iOn straw\r');
  await terminal.waitFor(/✎ The last apple/);
  terminal.press('Ctrl-c');
  await expectClean(terminal);

  const notes = async (...args: string[]) => {
    const { code, stdout, stderr } = await run(['notes', ...args], { home });
    return `${code}: ${stdout}${stderr}`.trim();
  };
  const all = await notes();
  expect(all).toMatch(/^0: # On apples[\s\S]*On fruit[\s\S]*On straw$/);
  for (const named of ['1', 'On apples', 'appl', 'apples', 'apples.md']) {
    expect(await notes(named, '--from', path)).toBe(all);
  }
  expect(await notes(join(path, 'pears.md'), join(path, 'apples.md'))).toBe(all);
  expect(await notes('--from', path)).toBe(all);
  expect(await notes('--from', temporaryFolder())).toMatch(/^1: .*no highlights or notes on articles in/);
  expect(await notes('2', '--from', path)).toMatch(/^1: .*no highlights or notes in an article called “2”/);
  expect(await notes('7', '--from', path)).toMatch(/^1: .*no article number 7/);

  writeFileSync(join(path, 'apples.md'), TEXTS['apples.md']!.replace(/The last apple.*/, 'All is eaten.'));
  expect(await notes('1', '--from', path)).toMatch(
    /On fruit\n\n## No longer in the text\n\n> .*\n\nOn straw$/,
  );
  const { stdout } = await run(['notes', '--json'], { home });
  expect(JSON.parse(stdout)[0].items.map(({ lost }: { lost?: true }) => lost)).toEqual([undefined, true]);

  rmSync(join(path, 'apples.md'));
  for (const named of ['apples', 'apple', join(path, 'apples.md')]) {
    expect(await notes(named, '--from', path)).toMatch(
      /^0: # On apples[\s\S]*The article is gone\.[\s\S]*On straw$/,
    );
  }
});
