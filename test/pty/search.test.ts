import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isBinary, temporaryFolder } from '../support/home.ts';
import { run } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';

describe('kiosque search in a pipe', () => {
  it('prints id, title and a snippet, best first', async () => {
    const { code, stdout, stderr } = await run(['search', 'partenariat']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows[0]!.slice(0, 2)).toEqual(['grandir-par-les-partenariats', 'Grandir par les partenariats']);
    for (const row of rows) expect(row).toHaveLength(3);
    expect(rows[0]![2]).toMatch(/partenariat/i);
    expect(stdout).not.toContain('\x1b');
  });

  it('prints JSON with the positions of the matches in the snippet', async () => {
    const { stdout } = await run(['search', '--json', '-n', '2', 'partenariats']);
    const hits = JSON.parse(stdout) as {
      snippet: string;
      matches: { start: number; end: number }[];
      score: number;
    }[];
    expect(hits).toHaveLength(2);
    expect(Object.keys(hits[0]!)).toEqual(
      'id title author date modified tags series part lang draft langDetected words minutes path score snippet matches'.split(
        ' ',
      ),
    );
    expect(hits[0]!.score).toBeGreaterThanOrEqual(hits[1]!.score);
    const { snippet, matches } = hits[0]!;
    expect(matches.length).toBeGreaterThan(0);
    for (const { start, end } of matches) expect(snippet.slice(start, end)).toMatch(/^partenariats?$/i);
  });

  it('prints the fields that are asked for, as list does', async () => {
    const output = async (...options: string[]) =>
      (await run(['search', 'partenariat', '-n', '1', ...options])).stdout;
    expect(await output('--fields', 'id,minutes')).toBe('grandir-par-les-partenariats\t5\n');
    expect(await output('--format', '{title}: {snippet}')).toMatch(
      /^Grandir par les partenariats: .*partenariat/i,
    );
    expect(await output('-0')).toMatch(/\/grandir-par-les-partenariats\.md\0$/);
    expect(JSON.parse(await output('--json', '--fields', 'id,score'))).toEqual([
      { id: 'grandir-par-les-partenariats', score: expect.any(Number) },
    ]);
    expect(await run(['search', 'partenariat', '--fields', 'matches'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('score, snippet'),
    });
  });

  it('folds away articles with only some of the words, unless all are asked for', async () => {
    const path = temporaryFolder();
    for (const [name, text] of [
      ['a', 'Un jardin sous l’orage.'],
      ['b', 'Un jardin.'],
      ['c', 'Le jardin d’à côté.'],
      ['d', 'Les jardins d’ici.'],
    ] as const)
      writeFileSync(join(path, `${name}.md`), `# Titre ${name}\n\n${text}\n`);
    const ids = ({ stdout }: { stdout: string }): string[] =>
      stdout.split('\n').map((row) => row.split('\t')[0]!);
    expect(ids(await run(['search', '-f', path, 'orage jardin ']))).toEqual(['a', '']);
    expect(ids(await run(['search', '-f', path, '--all', 'orage jardin '])).sort()).toEqual([
      '',
      'a',
      'b',
      'c',
      'd',
    ]);
    const terminal = openTerminal({ args: ['search', '-f', path, 'orage jardin '], columns: 80 });
    expect((await terminal.exited).code).toBe(0);
    expect(terminal.screen.rows.join('\n')).toContain('3 more with only some of the words; --all shows them');
  });

  it('excludes words, filters by tag and limits', async () => {
    const all = (await run(['search', 'client', '-n', '100'])).stdout.split('\n').length;
    const some = (await run(['search', 'client', '-prix', '-n', '100'])).stdout.split('\n').length;
    const tagged = (await run(['search', 'client', '--tag', 'prix', '-n', '100'])).stdout.split('\n').length;
    expect(some).toBeLessThan(all);
    expect(tagged).toBeLessThan(all);
    expect((await run(['search', 'client', '-n', '3'])).stdout.trimEnd().split('\n')).toHaveLength(3);
  });

  it('exits with code 1 and suggests another spelling if nothing is found', async () => {
    const path = temporaryFolder();
    const text = '---\ntags: [vente, bon client]\n---\n# Un titre\n\nLe partenariat, le client, la note.\n';
    writeFileSync(join(path, 'a.md'), text);
    expect((await run(['search', '-f', path, 'tag:nope'])).stderr).toBe(
      "kiosque: no article has the tag “nope”; tags in use: vente, 'bon client'\n",
    );
    expect(await run(['search', '-f', path, 'tag:vante partenariat tag:nope'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `kiosque: no results for “tag:vante partenariat tag:nope”; try: kiosque search --from ${path} 'tag:vente partenariat tag:nope'\n`,
    });
    expect(await run(['search', '-f', path, 'tag:nope partenariat'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: "kiosque: no article has the tag “nope”; tags in use: vente, 'bon client'\n",
    });
    expect(await run(['search', '-f', path, 'after:nope partenariat'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        'kiosque: no date in “after:nope”; use for example after:2024, after:2024-05 or before:2024-05-31\n',
    });
    expect(await run(['search', '-f', path, 'xylophone'])).toEqual({
      code: 1,
      signal: null,
      stdout: '',
      stderr: 'kiosque: no results for “xylophone”\n',
    });
    const { code, stderr } = await run(['search', '-f', path, '"partenaryat"'], {
      env: { LANG: 'fr_FR.UTF-8' },
    });
    expect({ code, stderr: stderr.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ') }).toEqual({
      code: 1,
      stderr: `kiosque: aucun résultat pour « "partenaryat" » ; essayez : kiosque search --from ${path} '"partenariat"'\n`,
    });
  });

  it('finds articles written a moment ago', async () => {
    const home = temporaryFolder();
    const path = temporaryFolder();
    writeFileSync(join(path, 'a.md'), '# Un\n\nMarguerite.\n');
    expect((await run(['search', '-f', path, 'marguerite'], { home })).stdout).toContain('a\tUn');
    writeFileSync(join(path, 'b.md'), '# Deux\n\nMarguerite et coquelicot.\n');
    expect((await run(['search', '-f', path, 'coquelicot'], { home })).stdout).toContain('b\tDeux');
  });

  it('indexes a large folder given by a relative path in a worker thread', async () => {
    const home = temporaryFolder();
    const path = join(temporaryFolder(), 'many');
    mkdirSync(path);
    for (let i = 0; i < 400; i++) writeFileSync(join(path, `n${i}.md`), `# Note ${i}\n\nMot${i} commun.\n`);
    const { stdout, stderr } = await run(['search', '-f', 'many', '"mot123"'], {
      home,
      cwd: join(path, '..'),
    });
    expect({ stdout, stderr }).toEqual({
      stdout: expect.stringMatching(/^n123\tNote 123\t.*Mot123 commun\.\n$/),
      stderr: '',
    });
  });

  // Node's recursive `mkdir` never returns below /proc/1.
  it.each(['/dev/null', '/proc/1'])('searches if no cache folder can be created: %s', async (cache) => {
    const { code, stdout } = await run(['search', 'partenariat'], { env: { XDG_CACHE_HOME: cache } });
    expect(code).toBe(0);
    expect(stdout).toContain('grandir-par-les-partenariats');
  });

  // bin/kiosque.js finds the folder by code of its own, before the program is loaded.
  it.skipIf(isBinary).each([
    ['an absolute path', (home: string) => join(home, 'elsewhere'), 'elsewhere/kiosque'],
    ['a relative path', () => 'elsewhere', '.cache/kiosque'],
    ['nothing', () => undefined, '.cache/kiosque'],
  ])('keeps the index beside the compiled code if XDG_CACHE_HOME is %s', async (_, value, folder) => {
    const home = temporaryFolder();
    const path = temporaryFolder();
    writeFileSync(join(path, 'a.md'), '# Un titre\n\nUn mot.\n');
    await run(['search', '-f', path, 'mot'], { home, env: { XDG_CACHE_HOME: value(home) } });
    expect(readdirSync(join(home, folder))).toEqual(expect.arrayContaining(['code', 'index']));
  });
});

describe('kiosque search on a terminal', () => {
  it('prints title and snippet with marked matches, within the width', async () => {
    const terminal = openTerminal({ args: ['search', 'partenariats', '-n', '3'], columns: 70 });
    expect((await terminal.exited).code).toBe(0);
    const { screen } = terminal;
    expect(screen.rows[0]).toMatch(/^Grandir par les partenariats {2,}\d+ min {2}grandir-par-/);
    const marked = screen
      .cells(1)
      .filter((cell) => cell.inverse)
      .map((cell) => cell.text)
      .join('');
    expect(marked).toMatch(/^partenariats?/i);
    for (const row of terminal.output.split('\r\n')) {
      // On a busy machine, the progress is told before.
      const result = row.replace(/^[\s\S]*\x1b\[K/, '').replace(/\x1b\[[\d;]*m/g, '');
      expect(result.length).toBeLessThanOrEqual(70);
    }
  });
});
